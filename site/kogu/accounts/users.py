"""Who may change whom: superusers are made, changed and ended by superusers only.

Wagtail lets everybody who may change users make a superuser of anybody, or set
a superuser's password, and so take every right there is.
"""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from wagtail.users.views import users

from .recent_password import needs_recent_password


def refuse_below(user, others):
    """Refuse who is no superuser where one of the others is."""
    if not user.is_superuser and any(other.is_superuser for other in others):
        raise PermissionDenied


class RankMixin:
    """A view of one user or of a new one; a superuser is changed by superusers only."""

    def dispatch(self, request, *args, **kwargs):
        """A superuser's password opens everything."""
        pk = self.kwargs.get("pk")
        refuse_below(request.user, get_user_model().objects.filter(pk=pk))
        dispatch = super().dispatch
        # Wagtail makes words of keys.
        if str(pk) == str(request.user.pk):
            # One's own address and password are not for who finds a session open.
            dispatch = needs_recent_password(dispatch)
        return dispatch(request, *args, **kwargs)

    def get_form(self, *args, **kwargs):
        """The form, its box that makes a superuser disabled for who is none."""
        form = super().get_form(*args, **kwargs)
        if "is_superuser" in form.fields and not self.request.user.is_superuser:
            form.fields["is_superuser"].disabled = True
        return form


class UserViewSet(users.UserViewSet):
    """Users, as Wagtail shows them, but for superusers."""

    # A copy would carry the rank of the original.
    copy_view_enabled = False

    def construct_view(self, view_class, **kwargs):
        """Every view with a form heeds the rank, whichever Wagtail adds."""
        if hasattr(view_class, "get_form"):
            view_class = type(view_class.__name__, (RankMixin, view_class), {})
        return super().construct_view(view_class, **kwargs)

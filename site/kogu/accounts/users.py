"""Who may change whom: superusers are made, changed and ended by superusers only.

Wagtail lets everybody who may change users make a superuser of anybody, or set
a superuser's password, and so take every right there is.
"""

from django.core.exceptions import PermissionDenied
from wagtail.users.views import users


def refuse_below(user, others):
    """Refuse who is no superuser where one of the others is."""
    if not user.is_superuser and any(other.is_superuser for other in others):
        raise PermissionDenied


class _KeepsRank:
    """The box that makes a superuser does nothing for others."""

    def get_form(self, *args, **kwargs):
        """The form, its box out of use for who is no superuser."""
        form = super().get_form(*args, **kwargs)
        if "is_superuser" in form.fields and not self.request.user.is_superuser:
            form.fields["is_superuser"].disabled = True
        return form


class AddUser(_KeepsRank, users.CreateView):
    """A new user."""


class EditUser(_KeepsRank, users.EditView):
    """A user's name, password and groups."""

    def dispatch(self, request, *args, **kwargs):
        """A superuser's password opens everything."""
        refuse_below(request.user, [self.object])
        return super().dispatch(request, *args, **kwargs)


class UserViewSet(users.UserViewSet):
    """Users, as Wagtail shows them, but for superusers."""

    add_view_class = AddUser
    edit_view_class = EditUser

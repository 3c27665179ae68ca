"""Pages whose day of checking has come, and statements that a year has passed over."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from home.models import AccessibilityStatementPage
from kogu.content import kinds
from kogu.content.models import BasePage

# A handful a day; the rest waits its turn.
MOST = 20


def to_check(user):
    """Pages that the user is to look at again, in one query."""
    today = timezone.localdate()
    due = Q(pk=None)
    for model in kinds.models_by_kind().values():
        if issubclass(model, BasePage):
            mine = model.objects.filter(live=True, responsible=user, review_by__lte=today)
            due |= Q(pk__in=mine.values("pk"))
    return list(Page.objects.filter(due).select_related("locale").order_by("pk")[:MOST])


def old_statements(user):
    """Statements of accessibility not reviewed for a year, for who answers for them.

    Where nobody is named responsible, everybody who may publish the page is asked.
    """
    found = AccessibilityStatementPage.objects.filter(live=True).select_related("locale")
    old = [page for page in found if page.is_old()]
    return [
        page
        for page in old
        if page.responsible_id == user.pk
        or (not page.responsible_id and page.permissions_for_user(user).can_publish())
    ]


class FreshnessPanel(Component):
    """Dashboard panel of pages whose facts are due to be checked."""

    name = "to_check"
    title = _("Are these pages still right?")
    template_name = "editorial/freshness.html"
    order = 130

    def get_context_data(self, parent_context):
        """The pages; without any the panel is not there."""
        user = parent_context["request"].user
        return {
            "title": self.title,
            "pages": to_check(user),
            "statements": old_statements(user),
        }


@hooks.register("construct_homepage_panels")
def add_freshness_panel(request, panels):
    """After what waits."""
    panels.append(FreshnessPanel())

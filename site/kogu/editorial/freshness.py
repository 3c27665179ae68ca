"""Pages whose day of checking has come, shown to who is responsible for them."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from kogu.base import kinds
from kogu.base.models import BasePage

# A handful a day; the rest waits its turn.
MOST = 20


def to_check(user):
    """Pages that the user is to look at again, in one query."""
    today = timezone.localdate()
    due = Q(pk=None)
    for model in kinds.carded().values():
        if issubclass(model, BasePage):
            mine = model.objects.filter(live=True, responsible=user, review_by__lte=today)
            due |= Q(pk__in=mine.values("pk"))
    return list(Page.objects.filter(due).select_related("locale").order_by("pk")[:MOST])


class FreshnessPanel(Component):
    """What to check again, on the start of the admin."""

    name = "to_check"
    title = _("Are these pages still right?")
    template_name = "editorial/freshness.html"
    order = 130

    def get_context_data(self, parent_context):
        """The pages; without any the panel is not there."""
        user = parent_context["request"].user
        return {"title": self.title, "pages": to_check(user)}


@hooks.register("construct_homepage_panels")
def what_to_check(request, panels):
    """After what waits."""
    panels.append(FreshnessPanel())

"""The accessibility statement as readers get it."""

from dataclasses import dataclass

from home.models import AccessibilityStatementPage
from kogu.language.formats import format_day
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import When
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView


@dataclass(frozen=True)
class ExceptionView:
    """One item that is not accessible."""

    content: str
    reason: str
    alternative: str


@dataclass(frozen=True)
class AccessibilityStatementView(PageView):
    """The statement after the model of Decision (EU) 2018/1523."""

    status: str
    status_label: str
    method_label: str
    prepared_on: When | None
    reviewed_on: When | None
    exceptions: tuple[ExceptionView, ...]
    feedback_email: str
    feedback_phone: str
    enforcement_name: str
    enforcement_url: str
    story: tuple[PartView, ...]


@presenter(AccessibilityStatementPage)
class AccessibilityStatementPresenter(PagePresenter):
    """The statement in words."""

    view = AccessibilityStatementView
    site_role = "accessibility_statement"
    stories = ("story",)
    has_related = False
    prefetch = ("exceptions",)

    def fields(self, resolved):
        """The view's fields that the accessibility directive requires."""
        page = self.instance
        return {
            **super().fields(resolved),
            "status": page.status,
            "status_label": page.get_status_display(),
            "method_label": page.get_method_display(),
            "prepared_on": self._on(page.prepared_on),
            "reviewed_on": self._on(page.reviewed_on),
            "exceptions": tuple(
                ExceptionView(row.content, row.get_reason_display(), row.alternative)
                for row in page.exceptions.all()
            ),
            "feedback_email": page.feedback_email,
            "feedback_phone": page.feedback_phone,
            "enforcement_name": page.enforcement_name,
            "enforcement_url": page.enforcement_url,
        }

    def _on(self, day):
        return When(format_day(day, self.reader.locale), day.isoformat()) if day else None

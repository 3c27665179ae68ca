"""What an event may be: its kind, its state, who may come and how."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    """Kinds of events."""

    SEMINAR = "seminar", _("Seminar")
    TRAINING = "training", _("Training")
    WORKSHOP = "workshop", _("Workshop")
    FAIR = "fair", _("Fair or market")
    CONCERT = "concert", _("Concert")
    EXHIBITION = "exhibition", _("Exhibition")
    MEETING = "meeting", _("Meeting")
    CONSULTATION = "consultation", _("Consultation")
    OPEN_DAY = "open_day", _("Open day")
    COMPETITION = "competition", _("Competition")
    OTHER = "other", _("Other event")


class Status(TextChoices):
    """Whether it happens as announced."""

    SCHEDULED = "scheduled", _("As planned")
    CANCELLED = "cancelled", _("Cancelled")
    POSTPONED = "postponed", _("Postponed, no new date yet")
    RESCHEDULED = "rescheduled", _("Moved to a new date")
    MOVED_ONLINE = "moved_online", _("Moved online")


class Attendance(TextChoices):
    """Where people take part."""

    ON_SITE = "on_site", _("On site")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("On site and online")


class Openness(TextChoices):
    """Who may come."""

    OPEN = "open", _("Open to everyone")
    INVITATION = "invitation", _("By invitation")
    MEMBERS = "members", _("For members")

"""A scheduled publication that is refused: reported by mail, in the history and in the editor."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import LogFormatter, log, registry
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from kogu.content.completeness import Incomplete, problems
from kogu.delivery.changes import public_change
from kogu.delivery.mail import send_template_mail
from kogu.delivery.publishing import publication_failed

ACTION = "kogu.schedule_refused"
SCHEDULED = "wagtail.publish.schedule"
PUBLICATIONS = ("wagtail.publish", "wagtail.publish.scheduled", SCHEDULED)


@receiver(publication_failed, sender=Revision)
def report_refusal(sender, pk, error, **_kwargs):
    """Cancel the schedule, which locks the editor, and mail and log the reason."""
    if not isinstance(error, Incomplete):
        return
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    with public_change(), override(settings.LANGUAGE_CODE):
        # Looked up again under lock: an editor may have published or rescheduled it just now.
        revision = due.select_for_update().filter(pk=pk).first()
        lines = _lines(revision) if revision else None
        if not lines:
            return  # what nothing stands against any more is tried again
        # Saving it would write a second line into the history.
        Revision.objects.filter(pk=pk).update(approved_go_live_at=None)
        instance = revision.content_object
        log(instance, ACTION, revision=revision, data={"problems": lines})
        for user in _concerned(instance, revision):
            _mail(user, instance, revision)


def has_refused_schedule(instance):
    """Whether that is the last that is known of its publication."""
    logs = registry.get_logs_for_instance(instance).filter(action__in=[ACTION, *PUBLICATIONS])
    return logs.order_by("-timestamp").values_list("action", flat=True).first() == ACTION


def _concerned(instance, revision):
    """The users to notify: who scheduled the publication, and the page's owner."""
    logs = registry.get_logs_for_instance(instance)
    ids = set(logs.filter(action=SCHEDULED, revision=revision).values_list("user", flat=True))
    ids |= {getattr(instance, "owner_id", None)}
    return get_user_model().objects.filter(pk__in=ids - {None}, is_active=True).exclude(email="")


def _mail(user, instance, revision):
    language = UserProfile.get_for_user(user).get_preferred_language()
    with override(language):
        context = {
            "name": user.get_full_name() or user.get_username(),
            "title": revision.object_str,
            "problems": _lines(revision),
            "path": AdminURLFinder().get_edit_url(instance),
        }
    send_template_mail("publication_refused", context, [user.email], language)


def _lines(revision):
    found = problems(revision.as_object())
    return [f"{one.label}: {one.message}" for one in found if not one.is_warning]


class ScheduleRefusedFormatter(LogFormatter):
    """Formats the log entry of a refused schedule."""

    label = _("Could not be published at the scheduled time")

    def format_message(self, log_entry):
        """With what has to be corrected."""
        words = _("Could not be published at the scheduled time: %(problems)s")
        return words % {"problems": " ".join(log_entry.data.get("problems", ()))}

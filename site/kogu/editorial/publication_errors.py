"""A refused publication, wherever it was tried, ends with a list of what is missing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from kogu.content.completeness import Incomplete

# Tells draft_storage.js that the server has nothing of what was submitted.
ROLLED_BACK = "rolled-back"


class RefusalMiddleware:
    """Turns `Incomplete` into messages and leads back; nothing of the attempt is kept."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Say what is missing, roll back, and lead back to where the user was."""
        admin = reverse("wagtailadmin_home")
        if not request.path.startswith(admin):
            return None
        # Wagtail's screens have left the user's language when the exception comes here.
        with override(_language_of(request.user)):
            if not _say(request, exception):
                return None
        if transaction.get_connection().in_atomic_block:
            transaction.set_rollback(True)
        if not request.accepts("text/html"):
            return _json_refusal(request)
        back = request.META.get("HTTP_REFERER", "")
        safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
        return HttpResponseRedirect(back if safe else admin)


def _json_refusal(request):
    """For an autosave: the editor shows it and, as the code is none of Wagtail's, tries again.

    The form numbers a slug that another has taken meanwhile.
    """
    text = " ".join(str(message) for message in messages.get_messages(request))
    found = {"success": False, "error_code": ROLLED_BACK, "error_message": text}
    return JsonResponse(found, status=409)


def _language_of(user):
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else get_language()


def _say(request, exception):
    """Say what stands in the way; whether it is anything that is known here."""
    if isinstance(exception, Incomplete):
        text = _("“%(title)s” cannot go on yet. Please correct:") % {"title": exception.title}
        messages.error(request, text, ROLLED_BACK)
        for problem in exception.problems:
            messages.error(request, f"{problem.label}: {problem.message}", ROLLED_BACK)
        return True
    if isinstance(exception, ValidationError) and request.method == "POST":
        for message in exception.messages:
            messages.error(request, message, ROLLED_BACK)
        return True
    return False

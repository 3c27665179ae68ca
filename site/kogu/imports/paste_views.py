"""Turns what is pasted into a story into blocks of their kinds."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kogu.imports.confined_reading import read_paste
from kogu.imports.drafts.story import story
from kogu.imports.errors import Refusal
from kogu.imports.messages import say_refusal, say_warning
from kogu.presenting.blocks import StoryBlock

# What editors need not know, as it shows nothing.
_UNTOLD = {"script_removed", "event_handler_removed"}


class PasteView(View):
    """Answers with the state that the editor's script inserts; nothing is stored."""

    http_method_names = ["post"]
    # Others may save while the markup is read.
    changes_nothing_public = True

    def dispatch(self, request, *args, **kwargs):
        """For whoever may write some page."""
        policy = policy_registry.get_by_type(Page)
        if not policy.user_has_any_permission(request.user, {"add", "change"}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request):
        """The blocks, and what was left out; or why nothing could be read."""
        try:
            body, notices = read_paste(request.POST.get("html", ""))
        except Refusal as refusal:
            status = 503 if refusal.code == "busy" else 422
            return JsonResponse({"problem": say_refusal(refusal.code, _)}, status=status)
        blocks = StoryBlock()
        made = blocks.to_python([{"type": kind, "value": value} for kind, value in story(body)])
        return JsonResponse({"blocks": blocks.get_form_state(made), "said": _said(made, notices)})


def _said(blocks, notices):
    count = ngettext(
        "%(count)s part was inserted.", "%(count)s parts were inserted.", len(blocks)
    ) % {"count": len(blocks)}
    told = [one for one in notices if one["code"] not in _UNTOLD]
    return [count, *(f"{say_warning(one['code'], _)} ({one['text']})" for one in told)]

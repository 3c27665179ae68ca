"""Beginning, updating and submitting translations; these stand before wagtail-localize's own."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import HiddenInput
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.locks import BasicLock
from wagtail.models import LockableMixin
from wagtail_localize.models import Translation, TranslationSource, get_edit_url
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
    SubmitTranslationForm,
    SubmitTranslationView,
)

from kogu.delivery.changes import public_change
from kogu.language.markers import name_in

from . import targets
from .language_status import changed_since, languages_url, source_of
from .permissions import may_edit, may_publish, may_read, offered_locales
from .progress import progress
from .review_actions import review_actions


class StartForm(SubmitTranslationForm):
    """Into which languages; only those that the user may change are offered."""

    def __init__(self, instance, user, *args, **kwargs):
        super().__init__(instance, *args, **kwargs)
        offered = offered_locales(user, instance)
        self.fields["locales"].queryset = offered
        if len(offered) == 1:
            # The stock page's script looks for "select all", so it stays, unseen.
            self.fields["locales"].initial = offered
            self.fields["select_all"].widget = HiddenInput()
        del self.fields["include_subtree"]


class _Start:
    """An item begun in other languages, as drafts."""

    def dispatch(self, request, *args, **kwargs):
        """Whoever holds a language may begin it."""
        self.object = self.get_object()
        offered = offered_locales(request.user, self.object).exists()
        if not (offered and may_read(request.user, self.object)):
            raise PermissionDenied
        self.components = ()
        return super(SubmitTranslationView, self).dispatch(request, *args, **kwargs)

    def get_subtitle(self):
        """As readers see it, whatever its draft is called."""
        return str(self.object)

    def get_success_message(self, locales):
        """One for pages and snippets."""
        words = _("The translation of “%(title)s” is begun: %(languages)s.")
        return words % {"title": self.object, "languages": locales}

    def get_form(self):
        """The form, bound when it was sent."""
        data = self.request.POST if self.request.method == "POST" else None
        return StartForm(self.object, self.request.user, data)

    def post(self, request, **kwargs):
        """Begin, or say what stands in the way and keep the choice."""
        form = self.get_form()
        if form.is_valid():
            try:
                with public_change():
                    begun = targets.start(self.object, form.cleaned_data["locales"], request.user)
            except ValidationError as error:
                form.add_error("locales", error)
            else:
                codes = [t.target_locale.language_code for t in begun]
                names = ", ".join(name_in(code, get_language()) for code in codes)
                messages.success(request, self.get_success_message(names))
                only = begun[0].get_target_instance() if len(begun) == 1 else None
                return redirect(self.get_success_url() or self.get_default_success_url(only))
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        """Keep a form with its errors."""
        context = super().get_context_data(**kwargs)
        return {**context, **kwargs}


class StartPage(_Start, SubmitPageTranslationView):
    """Begin translating a page."""


class StartSnippet(_Start, SubmitSnippetTranslationView):
    """Begin translating a snippet."""


def update(request, translation_source_id):
    """Bring the source's present words to every target the user may change, as drafts."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    enabled = source.translations.filter(enabled=True).select_related("target_locale")
    held = [t for t in enabled if may_edit(request.user, t.get_target_instance())]
    if not held:
        raise PermissionDenied
    back = languages_url(held[0].get_target_instance())
    if request.method != "POST":
        return redirect(back)
    mine = [t for t in held if not refuse_unchangeable(request, t.get_target_instance())]
    with public_change():
        source.update_from_db()
        for translation in mine:
            targets.save_draft(translation, request.user)
    if mine:
        messages.success(request, _("The translations now wait for the new words."))
    return redirect(get_valid_next_url_from_request(request) or back)


@require_POST
def stop(request, translation_id):
    """From now on the translation goes its own way; only when no word of the source is left."""
    translation, target = open_target(request, translation_id)
    if targets.outstanding(translation):
        messages.error(
            request, _("Translate every passage first: a version of its own begins whole.")
        )
    else:
        translation.enabled = False
        translation.save(update_fields=["enabled"])
        messages.success(request, _("This page is now a version of its own."))
    return redirect(get_edit_url(target))


def no_aliases(request, **_kwargs):
    """Kogu has no alias pages."""
    raise Http404


def open_target(request, translation_id):
    """A translation and its target, for those who may change that."""
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    target = translation.get_target_instance()
    if not may_edit(request.user, target):
        raise PermissionDenied
    return translation, target


def is_running(target):
    """Whether the target is being reviewed."""
    state = getattr(target, "current_workflow_state", None)
    return state is not None and state.status == state.STATUS_IN_PROGRESS


def blocking_reason(user, target):
    """Why the target cannot be changed now: it is being reviewed, or somebody else locked it."""
    if is_running(target):
        return _("This translation is being reviewed; nothing was changed.")
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    if isinstance(lock, BasicLock) and lock.for_user(user):
        return lock.get_message(user)
    return ""


def refuse_unchangeable(request, target):
    """Whether the target cannot be changed now; then it is said why."""
    words = blocking_reason(request.user, target)
    if words:
        messages.error(request, words)
    return bool(words)


@require_POST
def save(request, translation_id):
    """Write the words translated so far into the draft."""
    translation, target = open_target(request, translation_id)
    if not refuse_unchangeable(request, target):
        with public_change():
            targets.save_draft(translation, request.user)
        messages.success(request, _("The draft holds the words translated so far."))
    return redirect(get_edit_url(target))


def bar(request, translation):
    """What the translator's editor shows beside the stock one: what waits, what may be done."""
    target = translation.get_target_instance()
    source = translation.source
    origin = source_of(target, source)
    # Where the source is missing, the target stands for it.
    was_unpublished = origin.pk != target.pk and origin.first_published_at and not origin.live
    found = progress(translation)
    return {
        "waiting": len(found.unwritten),
        "outdated": len(found.outdated),
        "refused": len(found.refused),
        "is_running": is_running(target),
        "is_outdated": changed_since(origin, source),
        "is_source_unpublished": bool(was_unpublished),
        "source_language": name_in(source.locale.language_code, get_language()),
        "preview_url": _preview_url(translation, target),
        "review_actions": review_actions(request.user, target),
        "can_withdraw": _may_withdraw(request.user, target),
        "can_submit": target.get_workflow() is not None and not is_running(target),
        "can_publish": may_publish(request.user, target) and not is_running(target),
    }


@require_safe
def progress_message(request, translation_id):
    """How many passages wait or do not fit now, for the editor to show after it saved one."""
    translation, _target = open_target(request, translation_id)
    words = {"bar": bar(request, translation)}
    return render(request, "translation/progress.txt", words, content_type="text/plain")


def _may_withdraw(user, target):
    return is_running(target) and target.current_workflow_state.user_can_cancel(user)


def _preview_url(translation, target):
    """Some snippets have no preview."""
    if not target.preview_modes:
        return ""
    return reverse("wagtail_localize:preview_translation", args=[translation.pk])


def source_url(translation, target):
    """Where the source is read, by those who may not open it in its own editor."""
    if not target.preview_modes:
        return ""
    return reverse("kogu_translation:source", args=[translation.pk])

"""Screens for importing: upload documents, and wait until the worker has read them."""

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from kogu.imports import limits
from kogu.imports.jobs import IN_TIME, WAITING, State, enqueue_reading, state_of, states_of
from kogu.imports.messages import say_refusal
from kogu.imports.models import ImportedDocument
from kogu.imports.sections import may_import
from kogu.imports.understanding import KINDS, LANGUAGES

AUTO = ("auto", gettext_lazy("as understood"))
KIND_NAMES = {
    "news": gettext_lazy("news"),
    "project": gettext_lazy("project"),
    "cluster": gettext_lazy("cluster or network"),
    "event": gettext_lazy("event"),
    "organisation": gettext_lazy("organisation"),
    "page": gettext_lazy("information page"),
}


class MultipleFileInput(forms.FileInput):
    """Chooses several files at once."""

    allow_multiple_selected = True


class MultipleFileField(forms.FileField):
    """One or several files; what is wrong with one of them is said of it alone, after uploading."""

    widget = MultipleFileInput({"accept": ".txt,.html,.htm,.docx,.eml"})

    def clean(self, data, initial=None):
        """A list of files."""
        if not data:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return data


class UploadForm(forms.Form):
    """Documents, and what the person knows better than the importer."""

    file = MultipleFileField(
        label=gettext_lazy("Documents"),
        help_text=gettext_lazy("Plain text, HTML, Word (.docx) or mail (.eml), up to 20 MB each."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[AUTO, *((one, KIND_NAMES[one]) for one in KINDS)]
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[AUTO, *((one, settings.ALL_LANGUAGES.get(one, one)) for one in LANGUAGES)],
    )


class ImportMixin(WagtailAdminTemplateMixin):
    """What every screen of importing shares: who may, and whose documents they see."""

    header_icon = "upload"
    page_title = gettext_lazy("Import a document")

    def dispatch(self, request, *args, **kwargs):
        """Only for people who may add some page; each sees their own uploads."""
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """The way here from the start."""
        here = [{"url": reverse("kogu_imports_upload"), "label": self.page_title}]
        if name := self.get_page_subtitle():
            here.append({"url": "", "label": name})
        return [*super().get_breadcrumbs_items(), *here]

    def documents(self):
        """The person's own uploads that are still kept."""
        return ImportedDocument.objects.filter(
            uploaded_by=self.request.user, expires_at__gt=timezone.now()
        )

    def free_places(self):
        """How many more documents of the person may wait to be read."""
        states = states_of(self.documents().pending()).values()
        waiting = sum(one in WAITING for one in states)
        return max(limits.MAX_PENDING - waiting, 0)

    def too_many(self, files):
        """Why these were not taken."""
        words = _(
            "At most %(limit)s of your documents may wait to be read, so these were not taken: "
            "%(names)s. Try again once some have been read."
        )
        return words % {"limit": limits.MAX_PENDING, "names": ", ".join(one.name for one in files)}

    def document(self):
        """The one that is named in the address."""
        return get_object_or_404(self.documents(), key=self.kwargs["key"])


class UploadView(ImportMixin, FormView):
    """Upload documents; those uploaded before are listed below."""

    form_class = UploadForm
    template_name = "imports/upload.html"

    def get_context_data(self, **kwargs):
        """The uploads of the last days, and what has become of each."""
        documents = list(self.documents().select_related("page").defer("original_html"))
        of = states_of(documents)
        for document in documents:
            document.state = of[document.pk]
            document.reason = document.refusal and say_refusal(document.refusal, _)
        states = {document.state for document in documents}
        return super().get_context_data(
            documents=documents,
            reading=[str(one.key) for one in documents if one.state in IN_TIME],
            is_stalled=State.STALLED in states,
            days=limits.UPLOAD_DAYS,
            **kwargs,
        )

    def form_valid(self, form):
        """The files are saved; the worker reads them. Those beyond the limit are named."""
        files, free = form.cleaned_data["file"], self.free_places()
        if files[free:]:
            messages.error(self.request, self.too_many(files[free:]))
        documents = [self._save(file, form) for file in files[:free]]
        if len(documents) != 1:
            return redirect("kogu_imports_upload")
        return redirect("kogu_imports_reading", key=documents[0].key)

    def _save(self, file, form):
        document = ImportedDocument(
            name=file.name[:255],
            uploaded_by=self.request.user,
            kind=form.cleaned_data["kind"],
            language=form.cleaned_data["language"],
        )
        if file.size > limits.MAX_FILE_BYTES:
            document.refusal = "too_large"
            document.save()
            return document
        document.file.save(file.name, file, save=False)
        enqueue_reading(document)
        return document


class StateView(ImportMixin, View):
    """Which of the person's uploads are still to be read, for the script that waits for them."""

    def get(self, request, *args, **kwargs):
        """Their keys; not those that no worker will read soon."""
        pending = list(self.documents().pending())
        of = states_of(pending)
        reading = [str(one.key) for one in pending if of[one.pk] in IN_TIME]
        return JsonResponse({"reading": reading})


class ReadingView(ImportMixin, TemplateView):
    """A document that is being read; once it is, its review follows."""

    template_name = "imports/reading.html"

    def get(self, request, *args, **kwargs):
        """How far it is, or why it was not read."""
        self.object = self.document()
        self.state = state_of(self.object)
        if self.state == State.READ:
            return redirect("kogu_imports_review", key=self.object.key)
        return super().get(request, *args, **kwargs)

    def get_page_subtitle(self):
        """The file's name."""
        return self.object.name

    def get_context_data(self, **kwargs):
        """The document and its state."""
        reason = self.object.refusal and say_refusal(self.object.refusal, _)
        return super().get_context_data(
            document=self.object, state=self.state, reason=reason, **kwargs
        )

"""Screens for importing: upload, see what was understood beside the original, make a draft."""

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from kogu.imports import confirming, limits
from kogu.imports.correcting import CorrectionForm
from kogu.imports.drafts import make_draft
from kogu.imports.messages import say_refusal, say_warning
from kogu.imports.models import ImportedDocument
from kogu.imports.refusal import Refusal
from kogu.imports.sandbox import read_document
from kogu.imports.sections import may_import, sections_for
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
# The original is shown without scripts, pictures, forms and links that lead out of its frame.
ORIGINAL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"


class UploadForm(forms.Form):
    """A document, and what the person knows better than the importer."""

    file = forms.FileField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy("Plain text, HTML or Word (.docx), up to 20 MB."),
        widget=forms.ClearableFileInput({"accept": ".txt,.html,.htm,.docx"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[AUTO, *((one, KIND_NAMES[one]) for one in KINDS)]
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[AUTO, *((one, settings.ALL_LANGUAGES.get(one, one)) for one in LANGUAGES)],
    )

    def clean_file(self):
        """Size is looked at before anything is kept."""
        file = self.cleaned_data["file"]
        if file.size > limits.MAX_FILE_BYTES:
            raise forms.ValidationError(say_refusal("too_large", _))
        return file


class ImportView(WagtailAdminTemplateMixin, FormView):
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

    def document(self):
        """The one that is named in the address."""
        return get_object_or_404(self.documents(), key=self.kwargs["key"])


class UploadView(ImportView):
    """Upload a document; those uploaded before are listed below."""

    form_class = UploadForm
    template_name = "imports/upload.html"

    def get_context_data(self, **kwargs):
        """The uploads of the last days."""
        return super().get_context_data(
            documents=self.documents().select_related("page"), days=limits.UPLOAD_DAYS, **kwargs
        )

    def form_valid(self, form):
        """Keep the file; it is read when the next screen opens."""
        file = form.cleaned_data["file"]
        document = ImportedDocument(
            name=file.name[:255],
            uploaded_by=self.request.user,
            kind=form.cleaned_data["kind"],
            language=form.cleaned_data["language"],
        )
        document.file.save(file.name, file, save=False)
        document.save()
        return redirect("kogu_imports_review", key=document.key)


class ReviewView(ImportView):
    """What was understood beside the original; corrected, it becomes a draft."""

    form_class = CorrectionForm
    template_name = "imports/review.html"

    def get(self, request, *args, **kwargs):
        """Read the document when it is looked at first; one that is refused is not kept."""
        self.object = self.document()
        if not self.object.understood:
            try:
                _read(self.object)
            except Refusal as refusal:
                self.object.delete()
                messages.error(request, say_refusal(refusal.code, _))
                return redirect("kogu_imports_upload")
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Make the draft, read the document as another kind, or throw it away."""
        self.object = self.document()
        if "delete" in request.POST:
            self.object.delete()
            messages.success(request, _("The upload is deleted."))
            return redirect("kogu_imports_upload")
        if "again" in request.POST or not self.object.understood:
            return self._again(request.POST)
        return super().post(request, *args, **kwargs)

    def _again(self, entered):
        kind, language = entered.get("kind"), entered.get("language")
        self.object.kind = kind if kind in KINDS else "auto"
        self.object.language = language if language in LANGUAGES else "auto"
        self.object.understood = {}
        self.object.save()
        return redirect("kogu_imports_review", key=self.object.key)

    @cached_property
    def sections(self):
        """Where the person may put the draft; the document's language first."""
        understood = self.object.understood
        return sections_for(understood["kind"], self.request.user, understood["language"])

    def get_form_kwargs(self):
        """The facts, and where the draft may go."""
        return {
            **super().get_form_kwargs(),
            "understood": self.object.understood,
            "sections": self.sections,
        }

    def get_page_subtitle(self):
        """The file's name."""
        return self.object.name

    def get_context_data(self, **kwargs):
        """The document, what was doubtful, and the other kinds it may be."""
        understood = self.object.understood
        warnings = [
            {"words": say_warning(one["code"], _), "text": one["text"]}
            for one in understood["warnings"]
        ]
        return super().get_context_data(
            document=self.object,
            warnings=warnings,
            kind=KIND_NAMES[understood["kind"]],
            again=UploadForm(initial={name: understood[name] for name in ("kind", "language")}),
            sections=self.sections,
            **kwargs,
        )

    def form_valid(self, form):
        """The draft, by somebody who may add it there."""
        chosen = [one for one in self.sections if one.pk == form.cleaned_data["section"]]
        made = make_draft(
            form.corrected(),
            parent=chosen[0],
            user=self.request.user,
            origin=str(self.object.key),
            makes_people=form.cleaned_data.get("makes_people", False),
        )
        self.object.page = made.page
        self.object.report = "\n".join(made.report.lines())
        self.object.save()
        messages.success(self.request, _("A draft is made: “%(title)s”.") % {"title": made.page})
        return redirect("kogu_imports_review", key=self.object.key)


@method_decorator(xframe_options_sameorigin, name="dispatch")
class OriginalView(ImportView):
    """The sanitised original, for its frame."""

    def get(self, request, *args, **kwargs):
        """Shown under a policy that lets nothing run and nothing load."""
        document = self.document()
        response = render(request, "imports/original.html", {"document": document})
        response["Content-Security-Policy"] = ORIGINAL_POLICY
        response["X-Content-Type-Options"] = "nosniff"
        return response


class ConfirmTitleView(WagtailAdminTemplateMixin, TemplateView):
    """Somebody who may change the page says that its proposed title is right."""

    template_name = "imports/confirm_title.html"
    page_title = gettext_lazy("Confirm the title")
    header_icon = "check"

    def dispatch(self, request, *args, **kwargs):
        """Only for those who may edit the page."""
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """The page whose title is asked about."""
        return super().get_context_data(page=self.page, **kwargs)

    def post(self, request, *args, **kwargs):
        """The page waits no longer."""
        confirming.confirm(self.page)
        messages.success(request, _("The title is confirmed."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


def _read(document):
    with document.file.open("rb") as file:
        data = file.read()
    reading = read_document(data, document.name, document.kind, document.language)
    document.understood = reading.understood
    document.original_html = reading.original_html
    document.save(update_fields=["understood", "original_html"])

"""Screens for importing: what was understood beside the original, and the draft made of it."""

from pathlib import PurePosixPath

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.models import Page

from kogu.content.admin_screens import ScreenMixin
from kogu.imports import title_confirmation
from kogu.imports.correction_form import CorrectionForm
from kogu.imports.drafts import make_draft
from kogu.imports.jobs import WAITING, enqueue_reading, state_of
from kogu.imports.messages import grouped
from kogu.imports.sections import people_languages_of, sections_for
from kogu.imports.understanding import KINDS, LANGUAGES
from kogu.imports.upload_views import KIND_NAMES, ImportMixin, UploadForm

# The original is shown without scripts, pictures, forms and links that lead out of its frame.
ORIGINAL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"


class ReviewView(ImportMixin, FormView):
    """What was understood beside the original; corrected, it becomes a draft."""

    form_class = CorrectionForm
    template_name = "imports/review.html"

    def get(self, request, *args, **kwargs):
        """What was understood; a document that is not read yet has a screen of its own."""
        self.object = self.document()
        if not self.object.understood:
            return redirect("kogu_imports_reading", key=self.object.key)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Make the draft, read the document as another kind, or throw it away."""
        self.object = self.document()
        if "delete" in request.POST:
            self.object.delete()
            messages.success(request, _("The upload is deleted."))
            return redirect("kogu_imports_upload")
        if "again" in request.POST and self.object.file:
            return self._again(request.POST)
        if not self.object.understood:
            return redirect("kogu_imports_reading", key=self.object.key)
        return super().post(request, *args, **kwargs)

    def _again(self, entered):
        if state_of(self.object) not in WAITING and not self.free_places():
            messages.error(self.request, self.too_many([self.object]))
            return redirect("kogu_imports_upload")
        kind, language = entered.get("kind"), entered.get("language")
        self.object.kind = kind if kind in KINDS else "auto"
        self.object.language = language if language in LANGUAGES else "auto"
        enqueue_reading(self.object)
        return redirect("kogu_imports_reading", key=self.object.key)

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
            "people_languages": people_languages_of(self.request.user),
        }

    def get_page_subtitle(self):
        """The file's name."""
        return self.object.name

    def get_context_data(self, **kwargs):
        """The document, what was doubtful, and the other kinds it may be."""
        understood = self.object.understood
        return super().get_context_data(
            document=self.object,
            warnings=grouped(understood["warnings"], _),
            kind=KIND_NAMES[understood["kind"]],
            again=UploadForm(initial={name: understood[name] for name in ("kind", "language")}),
            sections=self.sections,
            **kwargs,
        )

    def form_invalid(self, form):
        """What is wrong stands at its field, far below the start of the page."""
        messages.error(self.request, _("No draft was made: please correct what is marked below."))
        return super().form_invalid(form)

    def form_valid(self, form):
        """The draft, by somebody who may add it there."""
        chosen = [one for one in self.sections if one.pk == form.cleaned_data["section"]]
        made = make_draft(
            form.corrected(),
            parent=chosen[0],
            user=self.request.user,
            origin=str(self.object.key),
            makes_people=form.cleaned_data.get("makes_people", False),
            pictures=_pictures(self.object),
        )
        self.object.page = made.page
        self.object.report = "\n".join(made.report.lines())
        self.object.save()
        messages.success(self.request, _("A draft is made: “%(title)s”.") % {"title": made.page})
        return redirect("kogu_imports_review", key=self.object.key)


@method_decorator(xframe_options_sameorigin, name="dispatch")
class OriginalView(ImportMixin, View):
    """The sanitised original, for its frame."""

    def get(self, request, *args, **kwargs):
        """Shown under a policy that lets nothing run and nothing load."""
        document = self.document()
        response = render(request, "imports/original.html", {"document": document})
        response["Content-Security-Policy"] = ORIGINAL_POLICY
        response["X-Content-Type-Options"] = "nosniff"
        return response


class ConfirmTitleView(ScreenMixin, TemplateView):
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

    def get_page_subtitle(self):
        """The proposed title."""
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        """The page whose title is asked about."""
        return super().get_context_data(page=self.page, **kwargs)

    def post(self, request, *args, **kwargs):
        """The page waits no longer."""
        title_confirmation.confirm(self.page)
        messages.success(request, _("The title is confirmed."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


def _pictures(document):
    """The pictures that the worker found in the document, by their names in it."""
    found = {}
    for picture in document.pictures.order_by("pk"):
        with picture.file.open("rb") as file:
            name = PurePosixPath(picture.name).name
            found[picture.name] = ContentFile(file.read(), name=name)
    return found

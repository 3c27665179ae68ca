"""The screen on which somebody says why a warning does not hold."""

from django import forms
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.models import WorkflowMixin

from kogu.content.admin_screens import ScreenMixin
from kogu.content.models.public import PublicItem
from kogu.content.publication_choices import choices

from .edit_views import edit_url
from .submit_actions import (
    ACTIONS,
    APPROVE,
    PUBLISH,
    list_errors,
    may_act,
    open_choices,
    run_action,
)
from .warning_overrides import fingerprint, record_override, warnings

_SUBMIT = gettext_lazy("Submit for review")
_GO_ON = {PUBLISH: gettext_lazy("Publish"), APPROVE: gettext_lazy("Approve")}


class ReasonForm(forms.Form):
    """One reason for all that is listed."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=gettext_lazy("Kept in the history, with your name."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, warned, choices, **kwargs):
        super().__init__(*args, **kwargs)
        if not warned:
            del self.fields["reason"]
        extra = [pair for one in choices for pair in _fields_of(one)]
        self.fields = {**dict(extra), **self.fields}


def _fields_of(choice):
    yield choice.name, forms.BooleanField(label=choice.label, required=False, initial=True)
    if choice.note:
        text = forms.CharField(
            label=choice.note,
            initial=choice.written,
            widget=forms.Textarea(attrs={"rows": 2}),
            max_length=500,
            required=False,
        )
        yield note_of(choice), text


def note_of(choice):
    """The name of the text that goes with the box of a choice."""
    return f"{choice.name}_note"


class ReasonView(ScreenMixin, FormView):
    """Lists the warnings, asks for one reason, and then does what was asked for."""

    form_class = ReasonForm
    template_name = "editorial/reason.html"
    page_title = gettext_lazy("In spite of warnings")
    header_icon = "warning"

    def dispatch(self, request, *args, **kwargs):
        """Only who might have done it without warnings may do it in spite of them."""
        self.instance = _instance(kwargs["app_label"], kwargs["model_name"], kwargs["pk"])
        self.action = kwargs["action"]
        if self.action not in (*ACTIONS, APPROVE):
            raise Http404
        if not may_act(request.user, self.action, self.instance):
            raise PermissionDenied
        self.draft = self.instance.get_latest_revision_as_object()
        if self.action == APPROVE:
            self.warned, self.choices = [], open_choices(self.instance, self.draft)
        else:
            self.warned, self.choices = warnings(self.draft), choices(self.draft)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        """Without anything doubtful or to be decided there is nothing to ask."""
        is_asked = self.warned or self.choices
        return super().get(request, *args, **kwargs) if is_asked else self._back()

    def post(self, request, *args, **kwargs):
        """Errors are mended, never set aside."""
        if list_errors(request, self.draft):
            return self._back()
        return super().post(request, *args, **kwargs)

    def get_page_title(self):
        """Without warnings there are only choices to make."""
        return self.page_title if self.warned else _("Before readers see it")

    def get_page_subtitle(self):
        """The title of the draft."""
        return str(self.draft)

    def get_form_kwargs(self):
        """The warnings that want a reason, and the choices to make."""
        extra = {"warned": self.warned, "choices": self.choices}
        return {**super().get_form_kwargs(), **extra}

    def get_initial(self):
        """What is on the screen when the reason is written."""
        return {"seen": fingerprint(self.warned)}

    def get_context_data(self, **kwargs):
        """The warnings, and what the button does."""
        return super().get_context_data(
            warnings=[one.shown for one in self.warned],
            go_on=_GO_ON.get(self.action, _SUBMIT),
            edit_url=edit_url(self.instance),
            **kwargs,
        )

    def form_valid(self, form):
        """Keep the reason and go on; what changed meanwhile is shown first."""
        if form.cleaned_data["seen"] != fingerprint(self.warned):
            messages.warning(self.request, _("The draft has changed. Please look again."))
            return redirect(self.request.path)
        if self.warned:
            record_override(
                self.instance, self.warned, form.cleaned_data["reason"], self.request.user
            )
        self._decide(form.cleaned_data)
        run_action(self.request, self.action, self.instance)
        return self._back()

    def _decide(self, cleaned):
        """What was chosen is part of the draft that goes on."""
        chosen = [one for one in self.choices if cleaned[one.name]]
        for choice in chosen:
            choice.apply(self.draft, *([cleaned[note_of(choice)]] if choice.note else []))
        if chosen:
            self.draft.save_revision(user=self.request.user, clean=False)
            self.instance = type(self.instance)._default_manager.get(pk=self.instance.pk)

    def _back(self):
        return redirect(edit_url(self.instance))


def _instance(app_label, model_name, pk):
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        raise Http404 from None
    if not (issubclass(model, PublicItem) and issubclass(model, WorkflowMixin)):
        raise Http404
    return get_object_or_404(model, pk=pk)

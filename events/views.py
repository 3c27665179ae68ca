"""Screens for staff about events."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.permission_policies.pages import PagePermissionPolicy

from kogu.content.admin_screens import ScreenMixin

from .models import EventPage
from .reports import can_have_report, sections_for, write_report


class ReportForm(forms.Form):
    """The title of the news, and the section it will stand in."""

    title = forms.CharField(label=gettext_lazy("Title of the news"), max_length=255)
    section = forms.TypedChoiceField(label=gettext_lazy("Section"), coerce=int)

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = [(one.pk, one.title) for one in sections]
        if len(sections) == 1:
            self.fields["section"].widget = forms.HiddenInput()
            self.initial["section"] = sections[0].pk


class WriteReportView(ScreenMixin, FormView):
    """Starts the news about a past event; nothing happens before the form is sent."""

    form_class = ReportForm
    template_name = "wagtailadmin/generic/form.html"
    page_title = gettext_lazy("Write the report")
    header_icon = "edit"

    def dispatch(self, request, *args, **kwargs):
        """Only for events the user sees in the explorer, and sections they may add to."""
        events = EventPage.objects.filter(
            pk__in=PagePermissionPolicy().explorable_instances(request.user).values("pk")
        )
        self.event = get_object_or_404(events, pk=kwargs["event_id"])
        self.sections = sections_for(self.event, request.user)
        if not (self.sections and can_have_report(self.event)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """The event's title, as the screen's subtitle."""
        return self.event.get_admin_display_title()

    def get_initial(self):
        """The event's own title, to be made into a headline."""
        return {"title": self.event.title}

    def get_form_kwargs(self):
        """The sections to choose from."""
        return {**super().get_form_kwargs(), "sections": self.sections}

    def get_context_data(self, **kwargs):
        """Where the form is sent to, and what its button says."""
        return {
            **super().get_context_data(**kwargs),
            "action_url": self.request.path,
            "submit_button_label": _("Begin the draft"),
            "submit_button_active_label": _("Beginning…"),
        }

    def form_valid(self, form):
        """Make the draft and open it."""
        chosen = form.cleaned_data["section"]
        section = next(one for one in self.sections if one.pk == chosen)
        title = form.cleaned_data["title"]
        news = write_report(self.event, section, self.request.user, title=title)
        messages.success(self.request, _("The draft holds the event's facts; now tell the story."))
        return redirect(reverse("wagtailadmin_pages:edit", args=[news.pk]))

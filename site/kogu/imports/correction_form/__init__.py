"""The form in which a person corrects what was understood of a document."""

from copy import deepcopy

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kogu.imports.correction_form.controls import Date, Lines, Money, Parts, Rows, Text, Tree
from kogu.imports.messages import say_proposal

PROJECT = {
    "acronym": Text(_("Acronym")),
    "numbers": Lines(_("Project numbers")),
    "programmes": Lines(_("Programmes")),
    "start": Date(_("Start")),
    "end": Date(_("End")),
    "focus": Text(_("Focus"), rows=2),
    "objective": Text(_("Objective"), rows=3),
    "activities": Lines(_("Activities")),
    "total": Money(_("Total budget")),
    "own_contribution": Money(_("Own contribution")),
    "partners": Rows(_("Partner"), besides={"role": "partner"}, name=_("name")),
    "strategy": Tree(_("Strategy")),
    "prepared_by": Text(_("Prepared by")),
    "prepared_by_role": Text(_("Their role")),
    "prepared_on": Date(_("Prepared on")),
}
CLUSTER = {
    "founded": Date(_("Established")),
    "mission": Text(_("Mission"), rows=3),
    "goals": Lines(_("Goals")),
    "activities": Lines(_("Activities")),
    "coordinator": Parts(
        _("Coordinator"),
        organisation=_("organisation"),
        person=_("person"),
        email=_("e-mail"),
        phone=_("phone"),
    ),
    "founders": Lines(_("Founders")),
    "partners": Lines(_("Partners")),
    "supporters": Rows(
        _("Supporter"),
        organisation=_("organisation"),
        programme=_("programme"),
        project=_("project"),
        number=_("project number"),
        purpose=_("what for"),
    ),
    "strategy_documents": Lines(_("Strategy documents")),
}
PEOPLE = Rows(
    _("Person"),
    name=pgettext_lazy("person", "name"),
    role=pgettext_lazy("job", "role"),
    organisation=_("organisation"),
    email=_("e-mail"),
    phone=_("phone"),
)


class CorrectionForm(forms.Form):
    """Everything that was understood, as fields; `corrected()` is the same with corrections."""

    def __init__(self, *args, understood, sections, people_languages=(), **kwargs):
        """New people are offered where a section's language is among `people_languages`."""
        super().__init__(*args, **kwargs)
        self.understood = understood
        self.people_sections = {
            one.pk for one in sections if one.locale.language_code in people_languages
        }
        self.controls = {"title": Text(_("Title")), "summary": Text(_("Summary"), rows=3)}
        self.controls |= {"date": Date(_("Date")), "people": PEOPLE}
        for part, controls in (("project", PROJECT), ("cluster", CLUSTER)):
            if understood[part]:
                self.controls |= {f"{part}.{key}": one for key, one in controls.items()}
        self.fields["section"] = forms.TypedChoiceField(
            label=_("Section"),
            coerce=int,
            choices=[(one.pk, one.get_admin_display_title()) for one in sections],
        )
        for path, control in self.controls.items():
            self.fields |= control.fields(path, self._at(understood, path))
        self._finish_title()
        if self.people_sections:
            self.fields["makes_people"] = forms.BooleanField(
                label=_("Put new people into the register, to be confirmed"), required=False
            )

    def clean(self):
        """Whoever makes people may do so in the language of the section."""
        values = super().clean()
        if values.get("makes_people") and values.get("section") not in self.people_sections:
            self.add_error("makes_people", _("You may not add people in this language."))
        return values

    def _finish_title(self):
        self.fields["title"].required = True
        self.fields["title"].max_length = 255
        self.title_is_open = self.understood["title_provisional"]
        if self.title_is_open:
            self.fields["title"].help_text = _("The document has no title; this one is proposed.")
        date = self.understood["date"]
        if date and date["proposals"]:
            proposals = (
                f"{one['value']} ({say_proposal(one['reasons'], gettext)})"
                for one in date["proposals"]
            )
            words = _("Written: %(text)s. Proposed: %(proposals)s")
            self.fields["date"].help_text = words % {
                "text": date["text"],
                "proposals": "; ".join(proposals),
            }

    def corrected(self):
        """What was understood, with what the person entered in its place."""
        result = deepcopy(self.understood)
        for path, control in self.controls.items():
            *above, key = path.split(".")
            holder = result[above[0]] if above else result
            value = control.value(path, self.cleaned_data, holder[key])
            # A date without its year stays as it was until somebody chooses one.
            if value is not None or key != "date":
                holder[key] = value
        if result["title"] != self.understood["title"]:
            result["title_provisional"] = False
        return result

    @staticmethod
    def _at(understood, path):
        value = understood
        for key in path.split("."):
            value = value[key]
        return value

"""What every kind of page takes from a document, and the tools its own filling uses."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from directory.models import PageContact, PageOrganisation, Person
from directory.models.people import Basis
from kogu.content.text_lengths import truncate_overlong
from kogu.imports.drafts.matching import Known
from kogu.imports.drafts.report import Report
from kogu.imports.drafts.story import story

ROLES = {
    "author": "author",
    "organiser": "organiser",
    "partner": "partner",
    "supporter": "supporter",
}
_SUMMARY = 400


@dataclass
class Filling:
    """One document on its way to a page: what it says, what is known, what to report."""

    understood: dict[str, Any]
    locale: Locale
    makes_people: bool = False
    report: Report = field(default_factory=Report)
    pictures: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self):
        self.known = Known(self.locale)

    def organisation(self, name):
        """The known organisation of that name, noted either way."""
        if not name:
            return None
        found = self.known.organisation(name)
        if found:
            self.report.linked(_("organisation"), found.title, name)
        else:
            self.report.proposed(_("organisation"), name)
        return found

    def person(self, said):
        """The known person; a new one only where the importer may make people."""
        found = self.known.person(said["name"], said.get("email", ""))
        keys = ("name", "role", "organisation", "email", "phone")
        details = ", ".join(filter(None, (said[key] for key in keys)))
        if found:
            self.report.linked(_("person"), found.name, details)
        elif self.makes_people:
            found = self._new_person(said, details)
        else:
            self.report.proposed(_("person"), details)
        return found

    def programme(self, *texts, number=""):
        """The known programme by name or by the form of the project number."""
        found = self.known.programme(*texts)
        named = next(filter(None, texts), "")
        if found is None and number:
            found = self.known.programme_of_number(number)
        if found:
            self.report.linked(_("programme"), found.title, named)
        elif named:
            self.report.proposed(_("programme"), named)
        return found

    def _new_person(self, said, details):
        """Somebody nobody knows yet: kept to be confirmed, shown nowhere."""
        person = Person(
            locale=self.locale,
            live=False,
            name=said["name"],
            role=said["role"],
            email=said["email"],
            phone=said["phone"],
            basis=Basis.TO_CONFIRM,
            organisation=self.known.organisation(said["organisation"]),
        )
        truncate_overlong(person)
        person.save()
        person.save_revision()
        self.report.linked(_("person, to be confirmed"), person.name, details)
        return person


def common(filling):
    """Title, summary, story and contacts: what every kind has."""
    understood = filling.understood
    return {
        "title": understood["title"],
        "summary": short(understood["summary"]),
        "story": story(understood["body"], filling.pictures),
        "page_contacts": contacts(filling),
    }


def contacts(filling):
    """A row for each contact that is known."""
    people = [(said, filling.person(said)) for said in filling.understood["people"]]
    return [
        PageContact(person=person, locale=filling.locale, role="")
        for said, person in people
        if person
    ]


def organisations(filling):
    """Rows for known organisations that play a part; mere mentions are left to people."""
    rows = {}
    for said in filling.understood["organisations"]:
        if said["role"] == "mentioned":
            continue
        found = filling.organisation(said["name"])
        role = ROLES.get(said["role"])
        if found and role:
            rows[found.pk, role] = PageOrganisation(organisation=found, role=role)
    return list(rows.values())


def short(summary):
    """A summary that fits its field, cut after a sentence or a word."""
    if len(summary) <= _SUMMARY:
        return summary
    cut = summary[: _SUMMARY - 1]
    end = cut.rfind(". ")
    return cut[: end + 1] if end > _SUMMARY // 3 else cut.rsplit(" ", 1)[0] + "…"


def day(said):
    """The date of something said; nothing while a part is missing."""
    return dt.date.fromisoformat(said["value"]) if said and said["value"] else None


def known_to(said):
    return said["precision"] if said and said["value"] else "day"

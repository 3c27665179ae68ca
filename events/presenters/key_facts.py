"""What is to be known of an event at a glance: when, where, for whom, for how much."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.presenters.parts import Fact
from events.choices import Status
from kogu.presenting.directions import directions


def facts_of(view):
    """The event's facts that are known, in the order in which people ask for them."""
    facts = [
        Fact(_("When"), _when(view), is_big=True),
        _where(view),
        Fact(_("Taking part"), view.attendance_label if view.attendance != "on_site" else ""),
        Fact(_("Price"), view.price_text, lang="" if view.is_free else view.lang),
        Fact(_("Sign up by"), view.registration_closes.text if view.registration_closes else ""),
        Fact(_("Who may come"), view.openness_label if view.openness != "open" else ""),
        _for_whom(view),
        Fact(_("Languages"), ", ".join(language.name for language in view.held_in)),
        *_hosts(view),
        _accessibility(view),
        _attended(view),
    ]
    return tuple(fact for fact in facts if fact.value)


def _when(view):
    if view.status == Status.POSTPONED and view.when:
        return _("New date to be announced")
    return view.when.text if view.when else view.period_text


def _for_whom(view):
    audience = ", ".join(filter(None, [view.audience, view.ages_text]))
    return Fact(_("For whom"), audience, lang=view.lang if view.audience else "")


def _accessibility(view):
    if view.accessibility or view.venue is None:
        return Fact(_("Accessibility"), view.accessibility, lang=view.lang)
    return Fact(_("Accessibility"), view.venue.accessibility, lang=_lang(view.venue, view))


def _lang(venue, view):
    return venue.locale if venue.locale != view.ui_locale else ""


def _where(view):
    venue = view.venue
    if venue is None:
        return Fact(_("Where"), "")
    lines = dict.fromkeys(filter(None, [venue.name, venue.room, venue.address]))
    way = directions(venue.address, venue.latitude, venue.longitude)
    lang = _lang(venue, view)
    return Fact(_("Where"), "\n".join(lines), venue.href, lang=lang, directions=way)


def _hosts(view):
    organisers = ngettext("Organiser", "Organisers", len(view.organisers))
    partners = ngettext("Partner", "Partners", len(view.partners))
    groups = ((organisers, view.organisers, True), (partners, view.partners, False))
    return [
        Fact(label, ", ".join(card.title for card in cards), cards=cards, has_contact=has_contact)
        for label, cards, has_contact in groups
        if cards
    ]


def _attended(view):
    if not (view.is_past and view.participants):
        return Fact("", "")
    return Fact(_("Participants"), str(view.participants))

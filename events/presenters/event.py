"""Presenter of events."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.presenters.amounts import LooseDateView, PeriodView
from events.choices import Attendance, EventKind, Status
from events.date_texts import moment_text, period_text, session_day, session_text, when_text
from events.models import EventPage
from kogu.delivery.dependencies import valid_until
from kogu.language.formats import format_amounts
from kogu.language.markers import name_in
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter

from .announcements import announced
from .dates import card_when, coming_and_past
from .json_ld import describe
from .view_models import EventView, LanguageView, SessionView, SpeakerView, VenueView

STATUS_LABELS = {
    Status.CANCELLED: lambda: _("Cancelled"),
    Status.POSTPONED: lambda: _("Postponed"),
    Status.RESCHEDULED: lambda: _("New date"),
    Status.MOVED_ONLINE: lambda: _("Moved online"),
}


@presenter(EventPage)
class EventPresenter(PagePresenter):
    """An event with its date, its place and its programme."""

    view = EventView
    stories = ("story",)
    notice_placement = "event"
    label_choices = EventKind
    status_choices = Status
    card_when = staticmethod(card_when)
    json_ld = staticmethod(describe)
    feed_entries = staticmethod(announced)
    has_calendar = True
    select_related = ("venue",)
    prefetch = ("sessions", "speakers__person", "materials")
    related_heading = gettext_lazy("Coming events")
    related_position = 20
    related_elsewhere = ("organisation",)

    @classmethod
    def card_place(cls, card, name):
        """An event online is at none, whatever venue it once had."""
        online = (card.facts or {}).get("attendance") == Attendance.ONLINE
        return str(Attendance.ONLINE.label) if online else name

    @classmethod
    def groups(cls, heading, cards):
        """Events that are over stand apart."""
        coming, past = coming_and_past(cards)
        return (heading, coming), (_("Past events"), past)

    @classmethod
    def in_order(cls, cards, reader):
        """As the groups have them."""
        return cards

    @classmethod
    def list_query(cls, cards):
        """The past is asked for."""
        return "when=past&" if cards[0].is_past else ""

    @classmethod
    def status_label(cls, status):
        """Shorter than what editors choose from."""
        return STATUS_LABELS.get(status, str)()

    def collect(self, needs):
        """The picture and the materials, besides what every page shows."""
        super().collect(needs)
        page = self.instance
        if page.hero_image_id:
            needs.image_ids.add(page.hero_image_id)
        if page.venue:
            needs.keys.add(page.venue.translation_key)
        needs.document_ids |= {row.document_id for row in page.materials.all()} - {None}

    def sharing_image_id(self):
        """The hero image, else the image for sharing."""
        return self.instance.hero_image_id or self.instance.sharing_image_id

    def fields(self, resolved):
        """The view's fields that only events have."""
        page = self.instance
        return {
            **super().fields(resolved),
            "hero": page.hero_picture(resolved),
            "kind_label": str(page.get_event_kind_display()),
            **self._date(),
            **self._state(),
            **self._place(resolved),
            **self._visitors(),
            **self._sign_up(),
            **self._programme(resolved),
            "organisers": resolved.cards(self.relations.targets("organisation", "organiser")),
            "partners": resolved.cards(
                self.relations.targets("organisation", "partner", "host", "supporter")
            ),
            "clusters": resolved.cards(self.relations.targets("cluster")),
        }

    def _date(self):
        page, span = self.instance, self.instance.span
        dated = span is not None and span.starts_at is not None
        language = self.reader.locale
        for moment in (span.sorts_at, span.over_at) if span else ():
            self._note_expiry(moment)
        return {
            "when": when_text(span, page.zone_name, language, all_day=page.is_all_day)
            if dated
            else None,
            "starts_at": span.starts_at if span else None,
            "ends_at": span.ends_at if span else None,
            "first_day": span.first_day if span else None,
            "last_day": span.last_day if span else None,
            "time_zone": page.zone_name,
            "period_text": "" if dated else period_text(page.period, language),
            "period": None if dated else _period(page.period),
            "is_past": self._is_past(),
        }

    def _is_past(self):
        span = self.instance.span
        return span is not None and span.over_at <= self.reader.at

    def _note_expiry(self, moment):
        if moment and moment > self.reader.at:
            valid_until(moment)

    def _state(self):
        page, before = self.instance, self.instance.previous_starts_at
        if page.status == Status.POSTPONED:
            before = before or page.starts_at
        return {
            "status_label": self.status_label(page.status),
            "previous_when": moment_text(
                before, page.zone_name, self.reader.locale, all_day=page.is_all_day
            )
            if before and page.status != Status.SCHEDULED
            else None,
        }

    def _place(self, resolved):
        page = self.instance
        return {
            "attendance": page.attendance_now,
            "attendance_label": str(Attendance(page.attendance_now).label),
            "venue": self._venue(resolved),
        }

    def _venue(self, resolved):
        """The venue's own card, with the event's room; or the address alone."""
        page = self.instance
        card = resolved.card(page.venue.translation_key) if page.venue else None
        if not (page.is_on_site and (card or page.address)):
            return None
        facts = (card.facts or {}) if card else {}
        return VenueView(
            place=card,
            name=card.title if card else "",
            address=facts.get("address") or page.address,
            room=page.room,
            url=card.url if card else "",
            href=card.href if card else "",
            locale=card.locale if card else self.reader.locale,
            latitude=facts.get("latitude"),
            longitude=facts.get("longitude"),
            accessibility=facts.get("accessibility", ""),
        )

    def _visitors(self):
        page = self.instance
        return {
            "ages_text": _ages(page.ages_from, page.ages_until),
            "openness_label": str(page.get_openness_display()),
            "held_in": tuple(
                LanguageView(code, name_in(code, self.reader.locale)) for code in page.held_in
            ),
            "price_text": _("Free of charge")
            if page.is_free
            else format_amounts(page.price, self.reader.locale),
        }

    def _sign_up(self):
        """The link only while somebody can still sign up; the link to join never."""
        page, closes = self.instance, self.instance.registration_closes_at
        self._note_expiry(closes)
        is_open = (
            page.status not in (Status.CANCELLED, Status.POSTPONED)
            and not self._is_past()
            and (closes is None or closes > self.reader.at)
        )
        return {
            "registration_url": page.registration_url if is_open else "",
            "registration_closes_at": closes,
            "registration_closes": moment_text(closes, page.zone_name, self.reader.locale)
            if closes and is_open and page.registration_url
            else None,
        }

    def _programme(self, resolved):
        page, language = self.instance, self.reader.locale
        sessions = page.sessions.all()
        has_days = any(row.day for row in sessions)
        return {
            "sessions": tuple(_session(row, page, language, has_days=has_days) for row in sessions),
            "speakers": tuple(
                view for row in page.speakers.all() if (view := _speaker(row, resolved, self.lang))
            ),
            "materials": tuple(
                view
                for row in page.materials.all()
                if (view := resolved.document(row.document_id, row.title))
            ),
        }


def _period(ends):
    """The loose dates between which it will fall; one alone is both."""
    bounds = [LooseDateView(day, known, "") for day, known in ends]
    return PeriodView(bounds[0], bounds[-1], "") if bounds else None


def _session(row, page, language, *, has_days):
    when = session_text(row, page, language)
    # Its day with the clock there, or only one of them.
    known = when.iso if when else ""
    return SessionView(
        starts_at=dt.datetime.fromisoformat(known).astimezone(dt.UTC) if "T" in known else None,
        day=dt.date.fromisoformat(known[: len("2026-01-31")]) if "-" in known else None,
        when=when,
        title=row.title,
        speakers=row.speakers,
        room=row.room,
        material_url=row.material_url,
        day_words=session_day(row, page, language) if has_days else "",
    )


def _speaker(row, resolved, lang):
    """Somebody from our register only if they may be shown; anybody else by the name given."""
    if row.person is None:
        return SpeakerView(None, row.name, row.role, lang=lang) if row.name else None
    card = resolved.card(row.person.translation_key)
    if card is None:
        return None
    return SpeakerView(
        person=card,
        name=card.title,
        role=row.role or (card.facts or {}).get("role", ""),
        organisation=card.organisation,
        picture=card.picture,
        url=card.href,
        lang=lang if row.role else card.locale if card.is_foreign else "",
    )


def _ages(youngest, oldest):
    if youngest is not None and oldest is not None:
        return _("ages %(from)s to %(to)s") % {"from": youngest, "to": oldest}
    if youngest is not None:
        return _("from age %(age)s") % {"age": youngest}
    if oldest is not None:
        return _("up to age %(age)s") % {"age": oldest}
    return ""

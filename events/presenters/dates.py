"""Dates of events as cards: the event's words with the date's own facts."""

from dataclasses import replace

from events.choices import Attendance
from events.date_texts import location_text, period_when, when_text
from kogu.delivery.dependencies import valid_until
from kogu.presenting.card_dates import next_change, ongoing_until


def collect_dates(dates, needs):
    """Note the events and venues of these dates."""
    needs.keys |= {date.event_key for date in dates}
    needs.keys |= {date.venue_key for date in dates if date.venue_key}


def date_card(date, resolved):
    """The event's card with when and where this date is; None when the event is not public."""
    card = resolved.card(date.event_key)
    if card is None:
        return None
    valid_until(next_change(date, resolved.reader.at))
    return replace(
        card,
        when=_when(date, card, resolved.reader.locale),
        ongoing_until=ongoing_until(date, resolved.reader),
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        all_day=date.all_day,
        time_zone=date.time_zone,
        status=date.status,
        place=_place(date, card, resolved),
        is_past=date.over_at <= resolved.reader.at,
    )


def location(date, card, resolved):
    """Where this date is, with its address, in one line."""
    facts = card.facts or {}
    if facts.get("attendance") == Attendance.ONLINE:
        return str(Attendance.ONLINE.label)
    room, address = facts.get("room", ""), facts.get("address", "")
    venue = resolved.card(date.venue_key) if date.venue_key else None
    if venue:
        return location_text(venue.title, room, (venue.facts or {}).get("address") or address)
    return location_text("", room, address or card.place)


def _place(date, card, resolved):
    if (card.facts or {}).get("attendance") == Attendance.ONLINE:
        return str(Attendance.ONLINE.label)
    venue = resolved.card(date.venue_key) if date.venue_key else None
    return venue.title if venue else card.place


def card_when(card, language):
    """The dates of an event's card in words: the next one, or the period that is known."""
    return _when(card, card, language)


def _when(date, card, language):
    if date.starts_at:
        return when_text(date, date.time_zone, language, all_day=date.all_day)
    period = (card.facts or {}).get("period")
    return period_when(period, language) if period else None


def coming_and_past(cards):
    """Events that are not over, soonest first and undated last; then the others, latest first."""
    coming = sorted(
        (card for card in cards if not card.is_past),
        key=lambda card: (card.starts_at is None, card.starts_at),
    )
    past = (card for card in cards if card.is_past)
    return coming, sorted(past, key=lambda card: card.starts_at or card.ends_at, reverse=True)

"""Events in schema.org's terms."""

from events.choices import Attendance, Status
from events.zones import currency_of, zone_of
from kogu.content.site_urls import absolute
from kogu.presenting import json_ld

SCHEMA = "https://schema.org/"
STATES = {
    Status.SCHEDULED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.RESCHEDULED: "EventRescheduled",
    Status.MOVED_ONLINE: "EventMovedOnline",
}
MODES = {
    Attendance.ON_SITE: "OfflineEventAttendanceMode",
    Attendance.ONLINE: "OnlineEventAttendanceMode",
    Attendance.HYBRID: "MixedEventAttendanceMode",
}


def describe(view, chrome):
    """The event, its state and its date as search engines read them."""
    start, end = _dates(view)
    return {
        "@type": "Event",
        "name": view.title,
        "url": absolute(view.url),
        "description": view.summary or view.title,
        "inLanguage": [language.code for language in view.held_in],
        "startDate": start,
        "endDate": end,
        "eventStatus": SCHEMA + STATES[view.status],
        "eventAttendanceMode": SCHEMA + MODES[view.attendance],
        "previousStartDate": _previous(view),
        "location": _locations(view),
        "organizer": [_organisation(card) for card in view.organisers]
        or json_ld.organisation(chrome),
        "performer": [{"@type": "Person", "name": one.name} for one in view.speakers],
        "image": [json_ld.image(view.sharing_picture)] if view.sharing_picture else None,
        "isAccessibleForFree": True if view.is_free else None,
        "offers": _offers(view),
    }


def _dates(view):
    """Days for whole-day events and loose dates, moments with their offset for others."""
    if view.is_all_day or view.starts_at is None:
        days = (view.first_day, view.last_day)
        return tuple(day.isoformat() if day else None for day in days)
    # An open end is left out: a day beside a moment is no end a search engine reads.
    return _there(view.starts_at, view), _there(view.ends_at, view)


def _there(moment, view):
    if moment is None:
        return None
    return moment.astimezone(zone_of(view.time_zone)).isoformat(timespec="seconds")


def _previous(view):
    if view.status != Status.RESCHEDULED or view.previous_starts_at is None:
        return None
    there = _there(view.previous_starts_at, view)
    return there[:10] if view.is_all_day else there


def _locations(view):
    places = []
    if view.venue:
        places.append(_place(view.venue))
    if view.attendance != Attendance.ON_SITE or not places:
        places.append({"@type": "VirtualLocation", "url": absolute(view.url)})
    return places if len(places) > 1 else places[0]


def _place(venue):
    located = venue.latitude is not None and venue.longitude is not None
    return {
        "@type": "Place",
        "name": venue.name or venue.address,
        "address": venue.address or venue.name,
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": venue.latitude,
            "longitude": venue.longitude,
        }
        if located
        else None,
    }


def _organisation(card):
    facts = card.facts or {}
    return {
        "@type": "Organization",
        "name": card.title,
        "url": absolute(card.url),
        "telephone": facts.get("phone") or None,
        "email": facts.get("email") or None,
    }


def _offers(view):
    """Only what is known in numbers: that nothing is to be paid, in whatever currency."""
    if not view.is_free:
        return None
    return {
        "@type": "Offer",
        "price": "0",
        "priceCurrency": currency_of(view.time_zone),
        "availability": f"{SCHEMA}InStock",
        "url": view.registration_url or absolute(view.url),
    }

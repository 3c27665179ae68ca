"""Links that put a date, or a whole calendar, into calendars elsewhere; they load nothing."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from kogu.content.site_urls import absolute

from .zones import zone_of

GOOGLE_EVENT = "https://calendar.google.com/calendar/render"
GOOGLE_CALENDAR = "https://calendar.google.com/calendar/r"
OUTLOOK_EVENT = "https://outlook.live.com/calendar/0/action/compose"
OUTLOOK_CALENDAR = "https://outlook.live.com/calendar/0/addfromweb"
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class CalendarLinks:
    """Ways into a reader's own calendar."""

    file: str
    webcal: str
    google: str
    outlook: str

    @property
    def address(self):
        """The whole address of the file, to be copied into any other program."""
        return absolute(self.file)


def of_calendar(path, name):
    """Follow a calendar at this path."""
    address, webcal = absolute(path), _webcal(path)
    return CalendarLinks(
        file=path,
        webcal=webcal,
        google=_link(GOOGLE_CALENDAR, cid=webcal),
        outlook=_link(OUTLOOK_CALENDAR, url=address, name=name),
    )


def of_event(view, location):
    """Take down one event, at its times on the clocks where it is held."""
    words = "\n\n".join(filter(None, [view.summary, absolute(view.url)]))
    file = f"{view.url}calendar.ics"
    return CalendarLinks(
        file=file,
        webcal=_webcal(file),
        google=_link(
            GOOGLE_EVENT,
            action="TEMPLATE",
            text=view.title,
            **_google_dates(view),
            details=words,
            location=location,
        ),
        outlook=_link(
            OUTLOOK_EVENT,
            path="/calendar/action/compose",
            rru="addevent",
            subject=view.title,
            **_outlook_dates(view),
            body=words,
            location=location,
        ),
    )


def _webcal(path):
    return urlsplit(absolute(path))._replace(scheme="webcal").geturl()


def _google_dates(view):
    """Days up to the one after the last; an open end is the start once more."""
    if view.is_all_day:
        return {"dates": f"{view.first_day:%Y%m%d}/{view.last_day + ONE_DAY:%Y%m%d}"}
    there = zone_of(view.time_zone)
    starts, ends = (
        f"{moment.astimezone(there):%Y%m%dT%H%M%S}"
        for moment in (view.starts_at, view.ends_at or view.starts_at)
    )
    return {"dates": f"{starts}/{ends}", "ctz": view.time_zone}


def _outlook_dates(view):
    if view.is_all_day:
        days = {"startdt": view.first_day, "enddt": view.last_day + ONE_DAY}
        return {name: day.isoformat() for name, day in days.items()} | {"allday": "true"}
    there = zone_of(view.time_zone)
    moments = {"startdt": view.starts_at, "enddt": view.ends_at}
    return {
        name: moment.astimezone(there).isoformat(timespec="seconds")
        for name, moment in moments.items()
        if moment
    }


def _link(address, **query):
    """Blanks are written %20: not everybody reads a plus as one."""
    known = {name: value for name, value in query.items() if value}
    return f"{address}?{urlencode(known, quote_via=quote, safe='')}"

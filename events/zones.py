"""Time zones: which there are, and the days of an organisation or a place."""

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from babel.numbers import get_territory_currencies
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


@cache
def known_zones():
    """Names of all zones of the IANA database."""
    return frozenset(available_timezones())


def default_zone():
    """The zone of the organisation."""
    return settings.TIME_ZONE


def validate_zone(name):
    """Refuse a name that the IANA database does not hold."""
    if name not in known_zones():
        raise ValidationError(
            _("“%(name)s” is not a known time zone. Write one like Europe/Tallinn."),
            code="unknown_zone",
            params={"name": name},
        )


def zone_of(name):
    """The zone of that name, or the organisation's while a draft holds a wrong one."""
    return ZoneInfo(name if name in known_zones() else settings.TIME_ZONE)


def day_of(moment, zone):
    """The calendar day of a moment in a zone."""
    return moment.astimezone(zone).date()


def midnight(day, zone):
    """The moment a day begins in a zone, also where the clocks change that night."""
    return dt.datetime.combine(day, dt.time.min, zone).astimezone(dt.UTC)


@cache
def currency_of(zone_name):
    """What people pay with where a zone's clocks are; the euro where it is unknown."""
    territory = get_global("zone_territories").get(zone_name)
    return next(iter(get_territory_currencies(territory)), "EUR") if territory else "EUR"

"""The editor's form of an event: clock times are those of the place where it is held."""

import datetime as dt
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kogu.content.clock_fields import DayAndClockField
from kogu.content.page_form import PageForm
from kogu.content.short_selects import short_choices

from .zones import day_of, default_zone, known_zones, zone_of

MOMENTS = ("starts_at", "ends_at", "previous_starts_at", "registration_closes_at")

# An event that ends before it starts, by the clock of one day, lasts into the night.
LONGEST_NIGHT = dt.timedelta(hours=12)
NOON = 12


class MomentField(DayAndClockField):
    """A clock time in a zone that the form itself names, not in the editor's."""

    def __init__(self, *, zone, **options):
        super().__init__(**options)
        self.zone = zone

    @classmethod
    def instead_of(cls, field, zone):
        """The same field, read and shown in the zone."""
        return cls(
            zone=zone,
            required=field.required,
            label=field.label,
            help_text=field.help_text,
            widget=field.widget,
        )

    def prepare_value(self, value):
        """A stored moment as the clock there shows it."""
        if hasattr(value, "astimezone") and timezone.is_aware(value):
            return value.astimezone(self.zone).replace(tzinfo=None)
        return value

    def to_python(self, value):
        """The moment meant; of an hour that comes twice the first, never one that does not come."""
        with timezone.override(None), timezone.override(ZoneInfo("UTC")):
            moment = super().to_python(value)
        if moment is None:
            return None
        there = moment.replace(tzinfo=self.zone)
        if there.astimezone(ZoneInfo("UTC")).astimezone(self.zone).replace(tzinfo=None) != (
            there.replace(tzinfo=None)
        ):
            raise ValidationError(_("The clocks skip this hour on that day."), code="skipped")
        return there.astimezone(ZoneInfo("UTC"))


class EventForm(PageForm):
    """An event as an editor fills it in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._tell_time_there()
        self._offer_zones()

    def _tell_time_there(self):
        name = self.data.get(self.add_prefix("time_zone")) if self.is_bound else None
        zone = zone_of(name or self.instance.time_zone)
        for field in MOMENTS:
            if field in self.fields:
                self.fields[field] = MomentField.instead_of(self.fields[field], zone)

    def clean(self):
        """An end typed with the day on which the evening began is that of the night after it."""
        cleaned = super().clean()
        start, end = cleaned.get("starts_at"), cleaned.get("ends_at")
        if start and end and not cleaned.get("is_all_day"):
            cleaned["ends_at"] = into_the_night(start, end, self.fields["ends_at"].zone)
        return cleaned

    def _offer_zones(self):
        if "time_zone" in self.fields:
            names = sorted(known_zones(), key=lambda name: (not name.startswith("Europe/"), name))
            first = [default_zone(), *settings.WAGTAIL_USER_TIME_ZONES]
            choices = short_choices([(name, name) for name in names], first)
            self.fields["time_zone"].widget = forms.Select(choices=choices)


def into_the_night(start, end, zone):
    """The end on the next day, where the clock leaves no doubt that it is meant: 22:00 to 02:00."""
    there = start.astimezone(zone)
    next_end = (end.astimezone(zone).replace(tzinfo=None) + dt.timedelta(days=1)).replace(
        tzinfo=zone
    )
    is_meant = (
        end < start
        and day_of(start, zone) == day_of(end, zone)
        and there.hour >= NOON
        and next_end.astimezone(dt.UTC) - start <= LONGEST_NIGHT
    )
    return next_end.astimezone(dt.UTC) if is_meant else end

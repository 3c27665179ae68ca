"""Questions that calendars ask of dates."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.utils import timezone

from kogu.content.models import preference


def _rank(locales):
    whens = [When(locale=code, then=Value(rank)) for rank, code in enumerate(locales)]
    return Case(*whens, default=Value(len(settings.LANGUAGES)), output_field=IntegerField())


class OccurrenceQuerySet(models.QuerySet):
    """Dates of events as the public may see them."""

    def visible(self, at=None):
        """Dates of events that have not expired at the moment."""
        return self.filter(Q(expire_at=None) | Q(expire_at__gt=at or timezone.now()))

    def best_for(self, locale, *, locales=None, at=None):
        """Each date once: in the reader's language, else in the first that exists."""
        order = locales or preference(locale)
        if len(order) == 1:
            return self.filter(locale=order[0])
        better = (
            self.model.objects.visible(at)
            .filter(public_id=OuterRef("public_id"), locale__in=order)
            .annotate(rank=_rank(order))
            .filter(rank__lt=OuterRef("rank"))
        )
        return self.filter(locale__in=order).annotate(rank=_rank(order)).filter(~Exists(better))

    def dated(self):
        """Without events whose date is still to be announced."""
        return self.filter(starts_at__isnull=False)

    def upcoming(self, at=None):
        """What has not ended at the moment, soonest first."""
        return self.filter(over_at__gt=at or timezone.now()).soonest_first()

    def past(self, at=None):
        """What has ended at the moment, latest first."""
        return self.filter(over_at__lte=at or timezone.now()).latest_first()

    def on_days(self, first, last):
        """What happens at any time of these calendar days."""
        return self.dated().filter(first_day__lte=last, last_day__gte=first)

    def soonest_first(self):
        """In the order in which they happen; those without a date after the dated."""
        return self.order_by("sorts_at", F("starts_at").asc(nulls_last=True), "public_id")

    def latest_first(self):
        """The most recent first."""
        return self.order_by("-sorts_at", "public_id")

"""Cards: what lists, menus, references and feeds show of a public item."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def preference(locale):
    """Languages in the order in which a reader of `locale` is offered them."""
    return [locale, *(code for code, _name in settings.LANGUAGES if code != locale)]


def _rank(locales, field="locale"):
    whens = [When(**{field: code}, then=Value(rank)) for rank, code in enumerate(locales)]
    return Case(*whens, default=Value(len(locales)), output_field=IntegerField())


class CardQuerySet(models.QuerySet):
    """Questions that lists ask of cards."""

    def visible(self, at=None):
        """Cards of items that are public at the moment, whether or not a worker has run."""
        return self.filter(Q(expire_at=None) | Q(expire_at__gt=at or timezone.now()))

    def best_for(self, locale, *, locales=None, at=None):
        """One card for each item: the reader's language, else the first that is visible then."""
        order = locales or preference(locale)
        if len(order) == 1:
            return self.filter(locale=order[0])
        better = (
            self.model.objects.visible(at)
            .filter(key=OuterRef("key"), kind=OuterRef("kind"), locale__in=order)
            .annotate(rank=_rank(order))
            .filter(rank__lt=OuterRef("rank"))
        )
        return self.filter(locale__in=order).annotate(rank=_rank(order)).filter(~Exists(better))


class Card(models.Model):
    """One public item in one language, written in the transaction that publishes it."""

    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    kind = models.CharField(max_length=30)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=1000, blank=True)
    summary = models.TextField(blank=True)
    image = models.ForeignKey(
        "media.KoguImage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    label = models.CharField(max_length=255, blank=True)
    status = models.CharField(max_length=30, blank=True)
    place = models.CharField(max_length=255, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    all_day = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    expire_at = models.DateTimeField(null=True)
    sort_key = models.CharField(max_length=600, blank=True)
    facts = models.JSONField(default=dict)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        constraints = [models.UniqueConstraint(fields=["key", "locale", "kind"], name="card_once")]
        indexes = [
            models.Index(fields=["url"]),
            models.Index(fields=["kind", "locale", "-published_at", "-id"]),
            models.Index(fields=["kind", "locale", "sort_key"]),
            models.Index(fields=["kind", "object_id"]),
        ]

    def __str__(self):
        return self.title

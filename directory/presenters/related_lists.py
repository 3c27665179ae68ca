"""What names a topic or a place, or something below it: the first of each kind."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from kogu.content.models import Card, Relation
from kogu.delivery.dependencies import depends_on_list, valid_until

from .parts import ListedGroup

MOST = 6
PAST = "past"
# Kinds in the order in which they are shown, with their heading and the order within.
KINDS = (
    ("event", _("Coming events"), (F("starts_at").asc(nulls_last=True), "id")),
    ("news", _("News"), ("-published_at", "-id")),
    ("project", _("Projects"), ("sort_key", "id")),
    ("cluster", _("Clusters and networks"), ("sort_key", "id")),
    ("organisation", _("Organisations"), ("sort_key", "id")),
    ("information", _("Good to know"), ("sort_key", "id")),
)
PAST_EVENTS = (PAST, _("Past events"), (F("starts_at").desc(nulls_last=True), "-id"))
# Kinds listed in every language, since their facts matter more than their words.
EVERYWHERE = ("event", "organisation")


def midnight(reader, days=0):
    """When the reader's day begins, or one so many days later."""
    day = reader.at.astimezone(reader.zone).date() + dt.timedelta(days=days)
    return dt.datetime.combine(day, dt.time(), reader.zone)


def has_ended(reader):
    """Events that have ended; with an open end, an event lasts until its day is over."""
    return Q(ends_at__lte=reader.at) | Q(ends_at=None, starts_at__lt=midnight(reader))


@dataclass
class RelatedLists:
    """Cards of what names any of some keys, read in a fixed number of queries."""

    relations: tuple[str, ...]
    keys: set
    reader: object
    parameter: str
    cards: dict = field(default_factory=dict)
    totals: dict = field(default_factory=dict)
    sections: dict = field(default_factory=dict)

    def load(self, needs):
        """The first of each kind, how many there are, and where each kind is listed."""
        naming = Relation.objects.filter(relation__in=self.relations, target_key__in=self.keys)
        public = Card.objects.visible(self.reader.at).filter(key__in=naming.values("source_key"))
        self.totals = self._totals(public)
        for name, _heading, order in (*KINDS, PAST_EVENTS):
            if self.totals.get(name):
                self.cards[name] = list(self._of(name, public).order_by(*order)[:MOST])
        indexes = Card.objects.visible(self.reader.at).filter(
            locale=self.reader.locale, kind__in=[f"{kind}_index" for kind in self.totals]
        )
        for card in indexes.order_by("-id"):
            self.sections[card.kind.removesuffix("_index")] = card.url
        needs.image_ids |= {
            card.image_id for cards in self.cards.values() for card in cards if card.image_id
        }
        self._note_dependencies()

    def _totals(self, public):
        here = Q(locale=self.reader.locale) | Q(kind__in=EVERYWHERE)
        kinds = public.filter(here, kind__in=[name for name, _h, _o in KINDS]).values("kind")
        counted = kinds.annotate(
            all=Count("key", distinct=True),
            past=Count("key", filter=has_ended(self.reader), distinct=True),
        )
        totals = {row["kind"]: row["all"] for row in counted}
        past = next((row["past"] for row in counted if row["kind"] == "event"), 0)
        totals["event"] = totals.get("event", 0) - past
        return {**totals, PAST: past}

    def _of(self, name, public):
        if name in ("event", PAST):
            events = public.filter(kind="event")
            ended = has_ended(self.reader)
            events = events.filter(ended) if name == PAST else events.exclude(ended)
            return events.best_for(self.reader.locale, at=self.reader.at)
        public = public.filter(kind=name)
        if name in EVERYWHERE:
            return public.best_for(self.reader.locale, at=self.reader.at)
        return public.filter(locale=self.reader.locale)

    def _note_dependencies(self):
        for name, _heading, _order in KINDS:
            depends_on_list(
                name, *(self.reader.order if name in EVERYWHERE else [self.reader.locale])
            )
        for card in self.cards.get("event", ()):
            valid_until(card.ends_at or midnight(self.reader, days=1))

    def groups(self, resolved, slug):
        """The groups as readers get them."""
        return tuple(
            ListedGroup(
                kind="event" if name == PAST else name,
                heading=str(heading),
                cards=tuple(filter(None, map(resolved.card_with_picture, self.cards[name]))),
                total=self.totals[name],
                more_url=self._more(name, slug),
            )
            for name, heading, _order in (*KINDS, PAST_EVENTS)
            if self.cards.get(name)
        )

    def _more(self, name, slug):
        """The list of that kind, narrowed to this; nothing when all are here or none narrows."""
        section = self.sections.get("event" if name == PAST else name, "")
        if not section or self.totals[name] <= MOST:
            return ""
        query = f"?{self.parameter}={slug}"
        if name not in EVERYWHERE and name != PAST:
            query += "&language=mine"  # what is counted here
        return f"{section}{query}&when=past" if name == PAST else f"{section}{query}"

"""One resolver for a page or list: what it names is noted first, then read in fixed queries.

`Needs` collects keys, page ids, images and documents while presenters and blocks say what they
will show; `resolve()` reads each sort once, in the reader's language or the first that exists,
and returns them as `Resolved`.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import CharField, DateTimeField, Q, UUIDField
from django.utils import timezone
from wagtail.models import Page

from kogu.content.models.cards import Card, preference
from kogu.content.site_urls import safe_url
from kogu.delivery.dependencies import depends_on, valid_until
from kogu.delivery.prepared import Prepared, columns, instance_from_row
from kogu.delivery.refs import Ref
from kogu.media.documents import document_id_in, document_view, public_documents
from kogu.media.models import KoguDocument
from kogu.media.pictures import images_with_texts, picture

from .card_views import card_view
from .isolation import try_or_none
from .ui_language import in_ui

# How wide a picture is shown, for the browser's choice among its files.
SIZES = {
    "hero": "(min-width: 48rem) 46rem, 100vw",
    "story": "(min-width: 48rem) 46rem, 100vw",
    "gallery": "(min-width: 48rem) 15rem, (min-width: 30rem) 50vw, 100vw",
    "card": "(min-width: 60rem) 20rem, (min-width: 36rem) 45vw, 100vw",
    "sharing": "100vw",
    "logo": "12rem",
}

_CARDS = Prepared(
    lambda at, keys, urls: (
        Card.objects.visible(at)
        .filter(Q(key__in=keys) | Q(url__in=urls))
        .values_list(*columns(Card))
    ),
    at=DateTimeField(),
    keys=[UUIDField()],
    urls=[CharField()],
)


@dataclass(frozen=True)
class Reader:
    """For whom something is presented: a language and a moment."""

    locale: str
    at: dt.datetime = field(default_factory=timezone.now)
    # Whether links in texts lead on in the reader's interface: on pages, not in feeds and the API.
    keeps_ui: bool = False

    @cached_property
    def order(self):
        """Languages in the order in which this reader is offered them."""
        return preference(self.locale)

    @cached_property
    def zone(self):
        """The zone of the organisation."""
        return ZoneInfo(settings.TIME_ZONE)


@dataclass
class Needs:
    """Keys and ids of other items that a page or list will show."""

    reader: Reader
    keys: set[UUID] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    page_ids: set[int] = field(default_factory=set)
    # Of snippets, by their model.
    snippet_ids: dict[type, set[int]] = field(default_factory=lambda: defaultdict(set))
    image_ids: set[int] = field(default_factory=set)
    document_ids: set[int] = field(default_factory=set)
    # Open to everybody, and read already.
    documents: dict[int, KoguDocument] = field(default_factory=dict)

    def collect_address(self, address):
        """Note the document of this site that an address leads to, if it leads to one."""
        if (document_id := document_id_in(address)) is not None:
            self.document_ids.add(document_id)

    def resolve(self, cards=()):
        """Everything wanted, read in at most six queries; `cards` already read are used too."""
        keys_by_page = self._keys(Page, self.page_ids)
        keys_of_snippets = {
            (model, pk): key
            for model, ids in self.snippet_ids.items()
            for pk, key in self._keys(model, ids).items()
        }
        resolved = Resolved(self.reader, keys_by_page, keys_of_snippets)
        more = {*keys_by_page.values(), *keys_of_snippets.values()}
        resolved.add_cards([*cards, *self._cards(more)])
        resolved.documents = self.documents | public_documents(self.document_ids)
        resolved.images = images_with_texts(
            self.image_ids | {card.image_id for card in resolved.best.values() if card.image_id},
            self.reader.locale,
        )
        return resolved

    @staticmethod
    def _keys(model, ids):
        if not ids:
            return {}
        return dict(model.objects.filter(pk__in=ids).values_list("pk", "translation_key"))

    def _cards(self, more_keys):
        rows = _CARDS(at=self.reader.at, keys=self.keys | more_keys, urls=self.urls)
        return [instance_from_row(Card, row) for row in rows]


@dataclass
class Resolved:
    """The resolved needs, by key and id."""

    reader: Reader
    keys_by_page: dict[int, UUID] = field(default_factory=dict)
    keys_of_snippets: dict[tuple[type, int], UUID] = field(default_factory=dict)
    best: dict[UUID, Card] = field(default_factory=dict)
    by_url: dict[str, Card] = field(default_factory=dict)
    languages: dict[UUID, dict[str, Card]] = field(default_factory=dict)
    images: dict = field(default_factory=dict)
    documents: dict = field(default_factory=dict)
    # Views made already: a list shows the same topic or picture with many of its items.
    _views: dict = field(default_factory=dict)

    def add_cards(self, cards):
        """File cards by key, language and address; the reader's language is the best."""
        order = self.reader.order
        rank = {code: position for position, code in enumerate(order)}
        for card in cards:
            self.languages.setdefault(card.key, {})[card.locale] = card
            self.by_url[card.url] = card
        for key, versions in self.languages.items():
            self.best[key] = min(versions.values(), key=lambda c: rank.get(c.locale, len(order)))

    def card(self, key):
        """The item's card as this reader sees it, or None when it is not public."""
        card = self.best.get(key)
        if card is None:
            return None
        depends_on(Ref(card.kind, card.key, card.locale))
        if card.expire_at:
            valid_until(card.expire_at)
        return self.card_with_picture(card)

    def card_with_picture(self, card):
        """A public card with its picture, or None where it cannot be shown."""
        picture = self.picture(card.image_id, sizes="card")
        return self._once(
            ("card", card.pk), lambda: try_or_none(card_view, card, self.reader, picture)
        )

    def card_without_picture(self, card):
        """A card without its picture: for breadcrumbs and language links."""
        return self._once(("bare", card.pk), lambda: try_or_none(card_view, card, self.reader))

    def _once(self, name, make):
        if name not in self._views:
            self._views[name] = make()
        return self._views[name]

    def snippets(self, model, ids):
        """Cards of the snippets that are public, in the order of their ids."""
        return self.cards(filter(None, (self.keys_of_snippets.get((model, pk)) for pk in ids)))

    def cards(self, keys):
        """Cards of the items that are public, in the order of the keys."""
        return tuple(card for key in keys if (card := self.card(key)))

    def page_url(self, page_id):
        """Address of a page in the reader's language or the first that exists."""
        card = self.best.get(self.keys_by_page.get(page_id))
        if card is None:
            return ""
        return (
            in_ui(card.url, card.locale, self.reader.locale) if self.reader.keeps_ui else card.url
        )

    def document(self, document_id, title=""):
        """The document as a link, or None when it is not open to everybody."""
        if document_id is None:
            return None
        depends_on(f"document:{document_id}")
        document = self.documents.get(document_id)
        return document_view(document, title) if document else None

    def address(self, address):
        """The address as a link may carry it; nothing where its document is not open to all."""
        document_id = document_id_in(address)
        is_closed = document_id is not None and self.document(document_id) is None
        return "" if is_closed else safe_url(address)

    def picture(self, image_id, *, sizes, credit=None, **use):
        """The image as a picture with this use's words, or None.

        `sizes` names how much of the screen the picture takes.
        """
        image = self.images.get(image_id)
        if image is None:
            return None
        depends_on(f"image:{image_id}")
        view = self._once(
            ("picture", image_id, sizes, *use.items()),
            lambda: picture(image, language=self.reader.locale, sizes=SIZES[sizes], **use),
        )
        return replace(view, credit=credit) if view and credit else view

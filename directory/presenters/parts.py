"""Small frozen parts that pages of the directory are put together from."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.db.models import F, Prefetch

from directory.models import ProgrammePage, StrategyGoalPage
from kogu.api.fields import REFERENCE, api_field
from kogu.api.vocabulary import Codes
from kogu.language.sorting import sort_key
from kogu.media.documents import DocumentView
from kogu.media.restrictions import unrestricted
from kogu.presenting.card_views import CardView
from kogu.presenting.directions import Directions
from kogu.presenting.groups import Group

# Those of programmes and of strategies.
LEVELS = (*ProgrammePage.Level.choices, *StrategyGoalPage.Level.choices)


@dataclass(frozen=True)
class Fact:
    """A label and what is true; big facts stand out."""

    label: str
    value: str
    url: str = ""
    is_big: bool = False
    # Of the value, where it is not the reader's language.
    lang: str = ""
    # What the value names, when it names items, and whether how to reach each stands beside it.
    cards: tuple[CardView, ...] = ()
    has_contact: bool = False
    # The way there, of an address.
    directions: Directions | None = None


@dataclass(frozen=True)
class TreeNode:
    """An item and what stands under it."""

    api_base: ClassVar = REFERENCE
    key: UUID
    title: str
    url: str
    # Of words that are not in the reader's language.
    lang: str
    note: str
    # Where it leads this reader.
    href: str = ""
    kind: str = ""
    locale: str = ""
    level: str = api_field(
        "Where in the tree it stands; empty for a strategy",
        codes=Codes("tree_level", LEVELS, may_be_empty=True),
        default="",
    )
    code: str = api_field("Its number as its source writes it", default="")
    children: tuple["TreeNode", ...] = api_field("What stands under it, in order", default=())


@dataclass(frozen=True)
class ListedGroup(Group):
    """The first of several items of a kind, how many there are, and where all are listed."""

    total: int
    more_url: str


def facts(*rows):
    """Facts that are known, from (label, value[, address]) or facts; the unknown are left out."""
    made = (one if isinstance(one, Fact) else _fact(*one) for one in rows)
    return tuple(fact for fact in made if fact.value)


def _fact(label, value, *more):
    return Fact(str(label), str(value) if value else "", *more)


def linked_fact(label, cards):
    """A fact that names items, each in its own language and with its own address."""
    return Fact(str(label), ", ".join(card.title for card in cards), cards=tuple(cards))


def tree_of(cards, children, language, notes=None):
    """Cards by key as a tree, alphabetical at each level; what has no public parent is a root."""
    notes = notes or {}
    has_parent = {key for parent in cards for key in children.get(parent, ())}

    def nodes(keys):
        level = [cards[key] for key in keys if key in cards]
        return tuple(
            TreeNode(
                key=card.key,
                title=card.title,
                url=card.url,
                href=card.href,
                lang=card.locale if card.is_foreign else "",
                note=notes.get(card.key, ""),
                children=nodes(children.get(card.key, ())),
            )
            for card in sorted(level, key=lambda card: sort_key(card.title, language))
        )

    return nodes(cards.keys() - has_parent)


def alphabetical(cards, language):
    """Cards in the order of the reader's alphabet."""
    return tuple(sorted(cards, key=lambda card: sort_key(card.title, language)))


def with_documents(relation, model):
    """Prefetches rows together with the files they name, and whether those are public."""
    is_public = unrestricted("document__collection__path")
    rows = model.objects.select_related("document").annotate(is_public=is_public)
    return Prefetch(relation, rows)


def collect_documents(rows, needs):
    """Note the files of rows: as read with the rows or, in a draft, still to be read."""
    for row in rows:
        if row.document_id is None:
            continue
        if not hasattr(row, "is_public"):
            needs.document_ids.add(row.document_id)
        elif row.is_public:
            needs.documents[row.document_id] = row.document


def documents_of(rows, resolved):
    """Rows of documents as links: files of the site, or addresses elsewhere."""
    return tuple(view for row in rows if (view := _document(row, resolved)))


def _document(row, resolved):
    if row.document_id is not None:
        return resolved.document(row.document_id, row.title)
    url = getattr(row, "url", "")
    return DocumentView(row.title or url, url, "", None) if url else None


def key_of(row, name):
    """The key of what a row names, read with the row or, in a draft, on its own."""
    if getattr(row, f"{name}_id") is None:
        return None
    return getattr(row, f"{name}_key", None) or getattr(row, name).translation_key


def with_keys(relation, model, *names):
    """Prefetches rows together with the keys of what they name."""
    keys = {f"{name}_key": F(f"{name}__translation_key") for name in names}
    return Prefetch(relation, model.objects.annotate(**keys))

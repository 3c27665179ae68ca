"""Relations of an item in both directions, loaded once."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.db.models import BigAutoField, Case, CharField, F, Q, UUIDField, Value, When

from kogu.content.models import Edge, Relation
from kogu.delivery.prepared import Prepared

# A page shows at most so many incoming relations, the newest; lists show the rest.
MAX_INCOMING = 300
ROW_FIELDS = ("source_key", "source_kind", "relation", "role", "target_key", "sort_order")


@dataclass(frozen=True)
class IncomingRelation:
    """A relation of another item to this one."""

    kind: str
    key: UUID
    relation: str
    role: str


@dataclass(frozen=True)
class ContactRow:
    """Whom to turn to, by key, and as what in the words of the page's language."""

    role: str
    person: UUID | None
    organisation: UUID | None


@dataclass(frozen=True)
class Relations:
    """Both directions of an item's relations, and its contacts."""

    outgoing: tuple[Edge, ...] = ()
    incoming: tuple[IncomingRelation, ...] = ()
    contacts: tuple[ContactRow, ...] = ()
    # Whether the item is shown on its own page, or as one of many.
    is_detail: bool = False

    @classmethod
    def of(cls, instance, *, draft=False, incoming=True):
        """Read in two queries; a draft's own relations come from the draft itself."""
        key = instance.translation_key
        rows = _OF_ONE(
            sources=[] if draft else [key], kind=instance.kind, targets=[key] if incoming else []
        )
        own = [_edge(*row) for row in rows if row[0] == key]
        # Read newest first, so that those beyond the limit are the oldest; returned oldest first.
        incoming_rows = sorted(
            (row for row in reversed(rows) if row[4] == key), key=lambda row: row[5]
        )
        return cls(
            tuple(instance.edges() if draft else own),
            tuple(_incoming(*row) for row in incoming_rows),
            _draft_contacts(instance) if draft else _contacts([instance]).get(instance.pk, ()),
            is_detail=True,
        )

    @classmethod
    def of_many(cls, instances, incoming_pairs=()):
        """Relations of each of these items, by its key, in two queries.

        Incoming relations are read only for `incoming_pairs`, each a (kind, relation).
        """
        keys, kinds = (
            {instance.translation_key for instance in instances},
            {t.kind for t in instances},
        )
        outgoing, incoming = {key: [] for key in keys}, {key: [] for key in keys}
        for row in _of_many(frozenset(incoming_pairs))(keys=keys, kinds=kinds):
            source_key, source_kind, relation, _role, target_key, _order = row
            if source_key in keys:
                outgoing[source_key].append(_edge(*row))
            if target_key in keys and (source_kind, relation) in incoming_pairs:
                incoming[target_key].append(_incoming(*row))
        contacts = _contacts(instances)
        return {
            instance.translation_key: cls(
                tuple(outgoing[instance.translation_key]),
                tuple(incoming[instance.translation_key]),
                contacts.get(instance.pk, ()),
            )
            for instance in instances
        }

    def keys(self):
        """Everything named in either direction."""
        people = {key for row in self.contacts for key in (row.person, row.organisation) if key}
        return people | {e.target_key for e in self.outgoing} | {b.key for b in self.incoming}

    def targets(self, relation, *roles):
        """Keys this item names by a relation, in these roles if any are given, in order."""
        return [
            e.target_key
            for e in self.outgoing
            if e.relation == relation and (not roles or e.role in roles)
        ]

    def sources(self, kind, relation=None, *roles):
        """Keys of items of a kind that name this one."""
        return [
            b.key
            for b in self.incoming
            if b.kind == kind
            and (relation is None or b.relation == relation)
            and (not roles or b.role in roles)
        ]


# Plain values: a page reads many relations, and none as a whole.
def _of_one(sources, kind, targets):
    """The item's own relations, then those that name it, the newest first and not all."""
    condition = Q(source_key__in=sources, source_kind=kind) | Q(target_key__in=targets)
    named = Case(When(target_key__in=targets, then=Value(1)), default=Value(0))
    rows = Relation.objects.filter(condition).annotate(named=named)
    order = (F("named"), F("sort_order") * (1 - F("named")), F("id") * (1 - 2 * F("named")))
    return rows.order_by(*order).values_list(*ROW_FIELDS)[:MAX_INCOMING]


_OF_ONE = Prepared(
    _of_one,
    sources=[UUIDField()],
    kind=CharField(),
    targets=[UUIDField()],
)


@cache
def _of_many(incoming_pairs):
    def make(keys, kinds):
        condition = Q(source_key__in=keys, source_kind__in=kinds)
        for kind, relation in sorted(incoming_pairs):
            condition |= Q(target_key__in=keys, source_kind=kind, relation=relation)
        return _select_rows(condition)

    return Prepared(make, keys=[UUIDField()], kinds=[CharField()])


def _select_rows(condition):
    return Relation.objects.filter(condition).order_by("sort_order", "id").values_list(*ROW_FIELDS)


def _edge(_source_key, _source_kind, relation, role, target_key, sort_order):
    return Edge(relation, target_key, role, sort_order)


def _incoming(source_key, source_kind, relation, role, _target_key, _sort_order):
    return IncomingRelation(source_kind, source_key, relation, role)


def _draft_contacts(instance):
    rows = getattr(instance, "page_contacts", None)
    return tuple(
        ContactRow(row.role, _key(row.person), _key(row.organisation))
        for row in (rows.all() if rows is not None else ())
    )


def _key(instance):
    return instance.translation_key if instance else None


def _contacts(instances):
    """Contact rows of pages by the page's id; snippets have none."""
    pages = [instance for instance in instances if hasattr(type(instance), "page_contacts")]
    if not pages:
        return {}
    contacts = {}
    for page_id, *row in _rows_of(type(pages[0]).page_contacts.rel.related_model)(
        ids=[page.pk for page in pages]
    ):
        contacts.setdefault(page_id, []).append(ContactRow(*row))
    return {page_id: tuple(found) for page_id, found in contacts.items()}


@cache
def _rows_of(model):
    names = ("page_id", "role", "person__translation_key", "organisation__translation_key")
    return Prepared(
        lambda ids: model.objects.filter(page__id__in=ids).values_list(*names), ids=[BigAutoField()]
    )

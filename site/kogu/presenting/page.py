"""What every page shows: who it is, where it stands, what it belongs to."""

from dataclasses import MISSING, fields
from functools import cache

from django.db.models import prefetch_related_objects
from django.utils.translation import override

from kogu.content.models import Card
from kogu.delivery.dependencies import depends_on, valid_until
from kogu.delivery.refs import Ref
from kogu.language.characters import clean
from kogu.language.formats import format_day
from kogu.presenting import notices
from kogu.presenting.card_views import When
from kogu.presenting.isolation import try_each
from kogu.presenting.resolver import Needs

from .bulk_load import bulk_load
from .document_links import collect_addresses, withhold_addresses
from .groups import groups_of
from .kind_presenter import KindPresenter
from .registry import presenter_of, presenters
from .relations import Relations
from .stories import collect_story, story_of
from .view_models import ContactView, Named, PageView


def present(instance, reader, *, draft=False, query=None):
    """The item as the reader gets it: a frozen view, with no query left to run."""
    incoming = presenter_of(type(instance)).shows_incoming
    relations = Relations.of(instance, draft=draft, incoming=incoming)
    presenter = presenter_of(type(instance))(
        instance, reader, relations=relations, query=query or {}
    )
    needs = Needs(reader)
    with override(reader.locale):
        presenter.collect(needs)
        return presenter.present(needs.resolve())


def present_many(instances, reader):
    """Several items at the cost of one; of what names them, only what lists show.

    One that cannot be presented is left out.
    """
    models = {type(instance) for instance in instances}
    pairs = {pair for model in models for pair in presenter_of(model).incoming_in_lists}
    relations = Relations.of_many(instances, pairs)
    needs = Needs(reader)

    def prepare(instance):
        own = relations[instance.translation_key]
        presenter = presenter_of(type(instance))(instance, reader, relations=own, query={})
        presenter.collect(needs)
        return presenter

    with override(reader.locale):
        prepared = try_each(prepare, instances)
        resolved = needs.resolve()
        return try_each(lambda presenter: presenter.present(resolved), prepared)


@cache
def related_kinds(shown_by):
    """Kinds of the related items that a presenter shows, in their order."""
    first = shown_by.related_first
    kinds = [
        (first.index(kind) if kind in first else len(first), of.related_position, kind)
        for kind, of in presenters().items()
        if of.related_heading and kind not in shown_by.related_elsewhere
    ]
    return tuple(kind for _first, _position, kind in sorted(kinds))


@cache
def _required(view):
    """Names of the fields that a view cannot be prepared without."""
    return [one.name for one in fields(view) if one.default is MISSING]


class PagePresenter(KindPresenter):
    """Makes the view of one page; subclasses add what their kind shows."""

    view: type = PageView
    # Fields that hold a story.
    stories: tuple[str, ...] = ()
    # Whether it shows related items, named or naming; of which kinds those that stand first, and
    # those that stand elsewhere on the page.
    has_related = True
    related_first: tuple[str, ...] = ()
    related_elsewhere: tuple[str, ...] = ()
    # In what kind of place its funders' notices stand.
    notice_placement = "page"
    # Whether the page shows what names it; lists show it by these pairs of kind and relation.
    shows_incoming = True
    incoming_in_lists: tuple = ()
    # Foreign keys and child rows the view needs, so that many pages cost as much as one.
    select_related: tuple[str, ...] = ()
    prefetch: tuple = ()

    def __init__(self, instance, reader, *, relations, query):
        self.instance = instance
        self.reader = reader
        self.query = {name: clean(query[name]) for name in query}  # PostgreSQL refuses NUL
        self.relations = relations

    @property
    def is_foreign(self):
        """Whether the item has no words in the reader's language."""
        return self.instance.locale.language_code != self.reader.locale

    @property
    def lang(self):
        """The language of the item's own words, where it is not the reader's."""
        return self.instance.locale.language_code if self.is_foreign else ""

    @classmethod
    def queryset(cls):
        """Items with everything of their own that the view needs, in fixed queries."""
        instances = cls.model.objects.select_related("locale", *cls.select_related)
        return instances.prefetch_related(*cls.prefetch)

    @classmethod
    def by_id(cls, ids):
        """The same items by their ids."""
        if cls.select_related:
            return cls.queryset().in_bulk(ids)
        instances = bulk_load(cls.model, ids)
        prefetch_related_objects(list(instances.values()), *cls.prefetch)
        return instances

    def collect(self, needs):
        """Note everything the view will show of other items."""
        needs.keys |= {self.instance.translation_key, *self.relations.keys()}
        needs.urls |= set(self.ancestor_urls())
        if self.is_foreign and self.relations.is_detail:
            above = Card.objects.visible(self.reader.at).filter(url__in=self.ancestor_urls())
            needs.keys |= set(above.values_list("key", flat=True))
        if image_id := self.sharing_image_id():
            needs.image_ids.add(image_id)
        for name in self.stories:
            collect_story(getattr(self.instance, name), needs)
        collect_addresses(self.instance, needs)

    def present(self, resolved):
        """The frozen view."""
        for locale in {self.reader.locale, self.instance.locale.language_code}:
            depends_on(Ref(self.instance.kind, self.instance.translation_key, locale))
        valid_until(getattr(self.instance, "expire_at", None))
        withhold_addresses(self.instance, resolved)
        values = self.fields(resolved)
        return self.view(**{**self._as_stored(values), **values})

    def _as_stored(self, values):
        """Fields of the view that nobody makes: the item's own, by the same names."""
        instance = self.instance
        return {n: getattr(instance, n) for n in _required(self.view) if n not in values}

    def fields(self, resolved):
        """What has to be made for the view; subclasses return `{**super().fields(resolved), …}`.

        The view's other fields are the item's own fields of these names.
        """
        return {
            **self._itself(resolved),
            **self._around_it(resolved),
            **{name: story_of(getattr(self.instance, name), resolved) for name in self.stories},
        }

    def _itself(self, resolved):
        instance = self.instance
        return {
            "kind": instance.kind,
            "key": instance.translation_key,
            "locale": instance.locale.language_code,
            "ui_locale": self.reader.locale,
            "title": str(instance),
            "url": instance.public_url(),
            "summary": self.summary(),
            # Only what was written as one: a story's own first words need not be read twice.
            "lead": getattr(instance, "summary", ""),
            "seo_title": getattr(instance, "seo_title", "") or str(instance),
            "seo_description": getattr(instance, "search_description", "") or self.summary(),
            "published_at": instance.first_published_at,
            "updated_at": instance.last_published_at,
            "published": self.day(instance.first_published_at),
            "updated": self.day(instance.last_published_at),
            "sharing_picture": resolved.picture(self.sharing_image_id(), sizes="sharing"),
        }

    def _around_it(self, resolved):
        instance, own = self.instance, self.instance.locale.language_code
        languages = resolved.languages.get(instance.translation_key, {})
        contacts = (self.contact(row, resolved) for row in self.relations.contacts)
        others = (languages[c] for c in self.reader.order if c in languages and c != own)
        return {
            "translations": tuple(filter(None, map(resolved.card_without_picture, others))),
            "breadcrumb": self.breadcrumb(resolved),
            "topics": resolved.cards(self.relations.targets("topic")),
            "places": resolved.cards(self.relations.targets("place")),
            "contacts": tuple(filter(None, contacts)),
            "named": tuple(
                Named(edge.relation, edge.role, card)
                for edge in self.relations.outgoing
                if (card := resolved.card(edge.target_key))
            ),
            "related": self.related_groups(resolved),
            "notices": notices.for_projects(
                self.relations.targets("project", "funded_by"),
                self.reader.locale,
                self.notice_placement,
            ),
            "choices": {},
        }

    def summary(self):
        """The item's summary in one or two sentences."""
        return self.instance.get_summary() if hasattr(self.instance, "get_summary") else ""

    def sharing_image_id(self):
        """The picture that goes with the page where it is shared."""
        return getattr(self.instance, "sharing_image_id", None)

    def day(self, moment):
        """A moment as a day in the organisation's zone and the reader's language."""
        if moment is None:
            return None
        day = moment.astimezone(self.reader.zone).date()
        return When(format_day(day, self.reader.locale), day.isoformat())

    def ancestor_urls(self):
        """Addresses of the pages above, from the language's home page down."""
        parts = [part for part in self.instance.public_url().split("/") if part][:-1]
        return ["/" + "/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))]

    def breadcrumb(self, resolved):
        """Cards of the pages above that are public."""
        cards = filter(None, (resolved.by_url.get(url) for url in self.ancestor_urls()))
        return tuple(
            filter(None, (resolved.card_without_picture(resolved.best[card.key]) for card in cards))
        )

    def related_groups(self, resolved):
        """Items named by this page or naming it, grouped by kind, each once."""
        if not self.has_related:
            return ()
        named = resolved.cards(edge.target_key for edge in self.relations.outgoing)
        groups = []
        for kind in related_kinds(type(self)):
            both = (*named, *resolved.cards(self.relations.sources(kind)))
            cards = {card.key: card for card in both if card.kind == kind}
            groups += groups_of(kind, tuple(cards.values()))
        return tuple(groups)

    def contact(self, row, resolved):
        """A contact row as shown; nothing when neither side is public."""
        person, organisation = resolved.card(row.person), resolved.card(row.organisation)
        shown = person or organisation
        if shown is None:
            return None
        facts = shown.facts or {}
        above = organisation.title if organisation and person else shown.organisation
        return ContactView(
            key=shown.key,
            name=shown.title,
            role=row.role or facts.get("role", ""),
            organisation=above,
            email=facts.get("email", ""),
            phone=facts.get("phone", ""),
            url=shown.href or (organisation.href if organisation else ""),
            locale=shown.locale,
            picture=shown.picture,
            lang=self.lang if row.role else shown.locale if shown.is_foreign else "",
        )

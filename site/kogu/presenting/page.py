"""What every page shows: who it is, where it stands, what it belongs to."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import override

from kogu.content.models import Card
from kogu.delivery.dependencies import fresh_until, shows
from kogu.delivery.refs import Ref
from kogu.language.characters import clean
from kogu.language.formats import format_day
from kogu.presenting import notices
from kogu.presenting.card_views import When
from kogu.presenting.isolation import each
from kogu.presenting.resolver import Wanted

from .bulk_load import whole_things
from .document_links import want_addresses, withhold_addresses
from .groups import groups_of
from .relations import Relations
from .stories import story_of, want_story
from .view_models import ContactView, Named, PageView

_presenters = {}


def presenter(model):
    """Registers the presenter of a model: `@presenter(NewsPage)`."""

    def register(cls):
        _presenters[model] = cls
        cls.model = model
        return cls

    return register


def presenter_of(model):
    """The presenter class of a model; KeyError when its kind has none."""
    return _presenters[model]


def present(thing, reader, *, draft=False, query=None):
    """The thing as the reader gets it: a frozen view, with no query left to run."""
    backward = presenter_of(type(thing)).backward
    relations = Relations.of(thing, draft=draft, backward=backward)
    made = presenter_of(type(thing))(thing, reader, relations=relations, query=query or {})
    wanted = Wanted(reader)
    with override(reader.locale):
        made.want(wanted)
        return made.present(wanted.find())


def present_many(things, reader):
    """Several things at the cost of one; of what names them, only what lists show.

    One that cannot be presented is left out.
    """
    naming = {pair for model in {type(t) for t in things} for pair in presenter_of(model).naming}
    relations = Relations.of_many(things, naming)
    wanted = Wanted(reader)

    def wanting(thing):
        own = relations[thing.translation_key]
        made = presenter_of(type(thing))(thing, reader, relations=own, query={})
        made.want(wanted)
        return made

    with override(reader.locale):
        made = each(wanting, things)
        found = wanted.find()
        return each(lambda one: one.present(found), made)


class PagePresenter:
    """Makes the view of one page; subclasses add what their kind shows."""

    view: type = PageView
    # Fields that hold a story.
    stories: tuple[str, ...] = ()
    # Related things named or naming, as (kind, heading) in the order they are shown.
    related = (
        ("project", lambda: _("Projects")),
        ("event", lambda: _("Coming events")),
        ("cluster", lambda: _("Clusters and networks")),
        ("organisation", lambda: _("Organisations")),
        ("news", lambda: _("News")),
    )
    # In what kind of place its funders' notices stand.
    notice_placement = "page"
    # Whether the page shows what names it; and as what, by (kind, relation), lists show it too.
    backward = True
    naming: tuple = ()
    # Foreign keys and child rows the view needs, so that many pages cost as much as one.
    select_related: tuple[str, ...] = ()
    prefetch: tuple = ()

    def __init__(self, thing, reader, *, relations, query):
        self.thing = thing
        self.reader = reader
        self.query = {name: clean(query[name]) for name in query}  # PostgreSQL refuses NUL
        self.relations = relations

    @property
    def is_foreign(self):
        """Whether the thing has no words in the reader's language."""
        return self.thing.locale.language_code != self.reader.locale

    @property
    def lang(self):
        """The language of the thing's own words, where it is not the reader's."""
        return self.thing.locale.language_code if self.is_foreign else ""

    @classmethod
    def queryset(cls):
        """Things with everything of their own that the view needs, in fixed queries."""
        things = cls.model.objects.select_related("locale", *cls.select_related)
        return things.prefetch_related(*cls.prefetch)

    @classmethod
    def by_id(cls, ids):
        """The same things by their ids."""
        if cls.select_related:
            return cls.queryset().in_bulk(ids)
        things = whole_things(cls.model, ids)
        prefetch_related_objects(list(things.values()), *cls.prefetch)
        return things

    def want(self, wanted):
        """Note everything the view will show of other things."""
        wanted.keys |= {self.thing.translation_key, *self.relations.keys()}
        wanted.urls |= set(self.ancestor_urls())
        if self.is_foreign and self.relations.is_alone:
            above = Card.objects.visible(self.reader.at).filter(url__in=self.ancestor_urls())
            wanted.keys |= set(above.values_list("key", flat=True))
        if image_id := self.sharing_image_id():
            wanted.image_ids.add(image_id)
        for name in self.stories:
            want_story(getattr(self.thing, name), wanted)
        want_addresses(self.thing, wanted)

    def present(self, found):
        """The frozen view."""
        for locale in {self.reader.locale, self.thing.locale.language_code}:
            shows(Ref(self.thing.kind, self.thing.translation_key, locale))
        fresh_until(getattr(self.thing, "expire_at", None))
        withhold_addresses(self.thing, found)
        return self.view(**self.fields(found))

    def fields(self, found):
        """The view's fields; subclasses return `{**super().fields(found), …}`."""
        return {
            **self._itself(found),
            **self._around_it(found),
            **{name: story_of(getattr(self.thing, name), found) for name in self.stories},
        }

    def _itself(self, found):
        thing = self.thing
        return {
            "kind": thing.kind,
            "key": thing.translation_key,
            "locale": thing.locale.language_code,
            "ui_locale": self.reader.locale,
            "title": str(thing),
            "url": thing.public_url(),
            "summary": self.summary(),
            # Only what was written as one: a story's own first words need not be read twice.
            "lead": getattr(thing, "summary", ""),
            "seo_title": getattr(thing, "seo_title", "") or str(thing),
            "seo_description": getattr(thing, "search_description", "") or self.summary(),
            "published_at": thing.first_published_at,
            "updated_at": thing.last_published_at,
            "published": self.day(thing.first_published_at),
            "updated": self.day(thing.last_published_at),
            "sharing_picture": found.picture(self.sharing_image_id(), sizes="sharing"),
        }

    def _around_it(self, found):
        thing, own = self.thing, self.thing.locale.language_code
        languages = found.languages.get(thing.translation_key, {})
        contacts = (self.contact(row, found) for row in self.relations.contacts)
        others = (languages[c] for c in self.reader.order if c in languages and c != own)
        return {
            "translations": tuple(filter(None, map(found.bare, others))),
            "breadcrumb": self.breadcrumb(found),
            "topics": found.cards(self.relations.named("topic")),
            "places": found.cards(self.relations.named("place")),
            "contacts": tuple(filter(None, contacts)),
            "named": tuple(
                Named(edge.relation, edge.role, card)
                for edge in self.relations.forward
                if (card := found.card(edge.target_key))
            ),
            "related": self.related_groups(found),
            "notices": notices.for_projects(
                self.relations.named("project", "funded_by"),
                self.reader.locale,
                self.notice_placement,
            ),
            "choices": {},
        }

    def summary(self):
        """What the thing says of itself in a sentence or two."""
        return self.thing.get_summary() if hasattr(self.thing, "get_summary") else ""

    def sharing_image_id(self):
        """The picture that goes with the page where it is shared."""
        return getattr(self.thing, "sharing_image_id", None)

    def day(self, moment):
        """A moment as a day in the organisation's zone and the reader's language."""
        if moment is None:
            return None
        day = moment.astimezone(self.reader.zone).date()
        return When(format_day(day, self.reader.locale), day.isoformat())

    def ancestor_urls(self):
        """Addresses of the pages above, from the language's home page down."""
        parts = [part for part in self.thing.public_url().split("/") if part][:-1]
        return ["/" + "/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))]

    def breadcrumb(self, found):
        """Cards of the pages above that are public."""
        cards = filter(None, (found.by_url.get(url) for url in self.ancestor_urls()))
        return tuple(filter(None, (found.bare(found.best[card.key]) for card in cards)))

    def related_groups(self, found):
        """Things named by this page or naming it, grouped by kind, each once."""
        if not self.related:
            return ()
        named = found.cards(edge.target_key for edge in self.relations.forward)
        groups = []
        for kind, heading in self.related:
            both = (*named, *found.cards(self.relations.naming(kind)))
            cards = {card.key: card for card in both if card.kind == kind}
            groups += groups_of(kind, heading, tuple(cards.values()))
        return tuple(groups)

    def contact(self, row, found):
        """A contact row as shown; nothing when neither side is public."""
        person, organisation = found.card(row.person), found.card(row.organisation)
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

"""What a kind says of itself beyond its own page; presenters override what differs."""

from kogu.language.formats import format_span
from kogu.language.sorting import sort_key

from .card_dates import When


class KindPresenter:
    """How a kind is worded on cards, grouped on other pages and described to machines.

    Card words are asked in the reader's language.
    """

    # Words of the code that cards keep as `facts["kind"]`; without them a card shows its own label.
    label_choices = None
    # What `status` of a card may be; empty for kinds that have none.
    status_choices = None
    # What stands above its cards on pages that they are related to, and in which place among the
    # kinds; a kind without a heading is not shown there.
    related_heading = ""
    related_position = 0
    # What it is of the surroundings of every page: "front_page" or "accessibility_statement".
    site_role = ""
    # `feed(source, reader, query)` answers with the Atom feed at its page, if it has one; in feeds
    # of others `feed_entries(reader, keys=None, *, only_own)` tells what is new of the kind.
    feed = None
    feed_entries = None
    # Whether `calendar.ics` is below its page.
    has_calendar = False

    @classmethod
    def code_label(cls, code):
        """A code of `label_choices` in words; nothing for an unknown one."""
        return str(cls.label_choices(code).label) if code in cls.label_choices.values else ""

    @classmethod
    def card_label(cls, card):
        """What sort of item it is, beside its title."""
        return cls.code_label((card.facts or {}).get("kind")) if cls.label_choices else card.label

    @classmethod
    def card_place(cls, card, name):
        """Where it is; `name` is that of its place in the reader's language."""
        return name

    @classmethod
    def card_status(cls, card, reader):
        """The code of its status at the reader's moment."""
        return card.status

    @classmethod
    def card_when(cls, card, language):
        """Its dates in words, or None."""
        if card.starts_at is None or not card.time_zone:
            return None
        text = format_span(
            card.starts_at, card.ends_at, card.time_zone, language, all_day=card.all_day
        )
        return When(text, card.starts_at.isoformat(timespec="seconds"))

    @classmethod
    def status_label(cls, status):
        """A status as readers see it; empty where all is as planned."""
        known = cls.status_choices and status in cls.status_choices.values
        return str(cls.status_choices(status).label) if known else ""

    @classmethod
    def groups(cls, heading, cards):
        """Related cards under their headings, as (heading, cards); groups may be empty."""
        return ((heading, cards),)

    @classmethod
    def in_order(cls, cards, reader):
        """Related cards as a page shows them that shows the first few only: by title."""
        return sorted(cards, key=lambda card: sort_key(card.title, reader.locale))

    @classmethod
    def list_query(cls, cards):
        """What narrows the kind's list to the sort of these cards; ends in `&`."""
        return ""

    @classmethod
    def json_ld(cls, view, chrome):
        """The page in schema.org's terms, from the view that the HTML is made of."""
        return {}

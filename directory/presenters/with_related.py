"""What members of the directory have in common: a picture, and what they took part in."""

from kogu.content.models import Card
from kogu.presenting.page import PagePresenter, related_kinds
from kogu.presenting.registry import presenter_of_kind

from .parts import ListedGroup

MOST = 12


class MemberPresenter(PagePresenter):
    """A page with picture, logo and story, and the newest of what names it."""

    stories = ("story",)

    def collect(self, needs):
        """Picture and logo besides what every page shows."""
        super().collect(needs)
        needs.image_ids |= {
            pk for pk in (self.instance.hero_image_id, self.instance.logo_id) if pk is not None
        }
        self.sections = self._sections()

    def sharing_image_id(self):
        """The hero image, else the image for sharing."""
        return self.instance.hero_image_id or self.instance.sharing_image_id

    def fields(self, resolved):
        """Picture and logo beside the page's own fields."""
        return {
            **super().fields(resolved),
            "hero": self.instance.hero_picture(resolved),
            "logo": resolved.picture(self.instance.logo_id, sizes="card"),
        }

    def related_groups(self, resolved):
        """A handful of each kind of related items, in the kind's own order."""
        shown = self.shown_elsewhere()
        groups = (self._handful(group, shown) for group in super().related_groups(resolved))
        return tuple(group for group in groups if group.cards)

    def shown_elsewhere(self):
        """Keys that have their own place on the page."""
        return set()

    def _sections(self):
        """Where the kinds of which there are many are listed; asked only if there are."""
        many = [
            f"{kind}_index"
            for kind in related_kinds(type(self))
            if self.relations.is_detail and len(set(self.relations.sources(kind))) > MOST
        ]
        if not many:
            return {}
        lists = Card.objects.visible(self.reader.at).filter(
            kind__in=many, locale=self.reader.locale
        )
        return dict(lists.order_by("-id").values_list("kind", "url"))

    def _handful(self, group, shown):
        cards = [card for card in group.cards if card.key not in shown]
        cards = presenter_of_kind(group.kind).in_order(cards, self.reader)
        more_url = self._more(group) if len(cards) > MOST else ""
        return ListedGroup(group.kind, group.heading, tuple(cards[:MOST]), 0, more_url)

    def _more(self, group):
        """The list of that kind, narrowed to what names this, and to the past if the group is."""
        section = self.sections.get(f"{group.kind}_index", "")
        if not section:
            return ""
        query = presenter_of_kind(group.kind).list_query(group.cards)
        return f"{section}?{query}{self.instance.kind}={self.instance.slug}"

"""Topics as readers get them: what is about them, and the tree they stand in."""

from dataclasses import dataclass

from directory.models import Topic, TopicIndexPage
from directory.trees import ancestors_from_root, children_of, descendants
from kogu.api.fields import PLAIN, api_field
from kogu.content.models import Relation
from kogu.presenting.card_views import CardView
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView
from kogu.web.feeds import new_of_everything

from .parts import ListedGroup, TreeNode, alphabetical
from .related_lists import RelatedLists
from .tree_pages import TreePresenter


@dataclass(frozen=True)
class TopicView(PageView):
    """What items are about."""

    api_base = PLAIN
    description: str = api_field("A few sentences, as plain text")
    above: tuple[CardView, ...] = api_field(
        "What it stands under, from the top down", name="parents"
    )
    below: tuple[CardView, ...] = api_field("What stands directly under it", name="children")
    feed_url: str
    groups: tuple[ListedGroup, ...]


@dataclass(frozen=True)
class TopicIndexView(PageView):
    """All topics as a tree."""

    nodes: tuple[TreeNode, ...]


class InTreePresenter(PagePresenter):
    """A topic or place with what lies above and below it and what names it."""

    shows_incoming = False
    has_related = False
    # By which relations items name it, and how a list's address says so.
    named_by: tuple[str, ...] = ()

    def collect(self, needs):
        """Its neighbours in the tree; alone on its page, also what names it."""
        super().collect(needs)
        key = self.instance.translation_key
        self.above_keys = ancestors_from_root(self.model, key)
        self.below_keys = children_of(self.model).get(key, set())
        needs.keys |= {*self.above_keys, *self.below_keys}
        self.related_lists = None
        if self.relations.is_detail:
            self.related_lists = RelatedLists(
                self.named_by, descendants(self.model, key), self.reader, self.named_by[0]
            )
            self.related_lists.load(needs)

    def fields(self, resolved):
        """The view's fields: neighbours in the tree, and groups of items that name it."""
        related_lists = self.related_lists
        return {
            **super().fields(resolved),
            "above": resolved.cards(self.above_keys),
            "below": alphabetical(resolved.cards(self.below_keys), self.reader.locale),
            "groups": related_lists.groups(resolved, self.instance.slug) if related_lists else (),
        }


@presenter(Topic)
class TopicPresenter(InTreePresenter):
    """A topic's page."""

    view = TopicView
    named_by = ("topic",)

    @classmethod
    def feed(cls, source, reader, query):
        """What is new under the topic or one below it."""
        named = Relation.objects.filter(
            relation="topic", target_key__in=descendants(cls.model, source.key)
        )
        return new_of_everything(source, reader, query, named.values("source_key"))

    def fields(self, resolved):
        """Besides, where its news and events can be followed, once it has some."""
        cards = self.related_lists.cards if self.related_lists else {}
        has_feed = cards.get("news") or cards.get("event")
        return {
            **super().fields(resolved),
            "feed_url": f"{self.instance.public_url()}feed/" if has_feed else "",
        }


@presenter(TopicIndexPage)
class TopicIndexPresenter(TreePresenter):
    """The tree of topics."""

    view = TopicIndexView
    instances = Topic

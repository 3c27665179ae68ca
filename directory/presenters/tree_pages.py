"""Section pages that show a whole tree."""

from directory.trees import children_of
from kogu.content.models import Card
from kogu.delivery.dependencies import depends_on_list, valid_until
from kogu.presenting.isolation import try_each
from kogu.presenting.page import PagePresenter

from .parts import tree_of


class TreePresenter(PagePresenter):
    """Everything of a kind as a tree, in the reader's language or the first that exists."""

    shows_incoming = False
    has_related = False
    instances: type

    def collect(self, needs):
        """The cards of the whole tree."""
        super().collect(needs)
        cards = Card.objects.visible(self.reader.at).filter(kind=self.instances.kind)
        self.cards = list(cards.best_for(self.reader.locale, at=self.reader.at))
        depends_on_list(self.instances.kind, *self.reader.order)
        for card in self.cards:
            valid_until(card.expire_at)

    def fields(self, resolved):
        """The view's fields: all items as a tree."""
        views = {card.key: card for card in try_each(resolved.card_without_picture, self.cards)}
        notes = {key: self.note(card) for key, card in views.items()}
        children = children_of(self.instances)
        nodes = tree_of(views, children, self.reader.locale, notes)
        return {**super().fields(resolved), "nodes": nodes}

    def note(self, card):
        """What stands beside the item's name in the tree: its label."""
        return card.label

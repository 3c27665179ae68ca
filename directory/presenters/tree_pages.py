"""Section pages that show a whole tree."""

from directory.trees import children_of
from kogu.content.models import Card
from kogu.delivery.dependencies import fresh_until, lists
from kogu.presenting.isolation import each
from kogu.presenting.page import PagePresenter

from .parts import tree_of


class TreePresenter(PagePresenter):
    """Everything of a kind as a tree, in the reader's language or the first that exists."""

    backward = False
    related = ()
    things: type

    def want(self, wanted):
        """The cards of the whole tree."""
        super().want(wanted)
        cards = Card.objects.visible(self.reader.at).filter(kind=self.things.kind)
        self.cards = list(cards.best_for(self.reader.locale, at=self.reader.at))
        lists(self.things.kind, *self.reader.order)
        for card in self.cards:
            fresh_until(card.expire_at)

    def fields(self, found):
        """The tree."""
        views = {card.key: card for card in each(found.bare, self.cards)}
        notes = {key: self.note(card) for key, card in views.items()}
        children = children_of(self.things)
        nodes = tree_of(views, children, self.reader.locale, notes)
        return {**super().fields(found), "nodes": nodes}

    def note(self, card):
        """A word beside the name."""
        return card.label

"""Lists as feeds and other programs follow them: by the reader's choices, from any moment on."""

from kogu.presenting.registry import presenter_of

from .ui_language import with_query


def listing_of(model, card, reader, query):
    """The list that a section's card stands for, to be followed by the choices of a query."""
    page = model.objects.get(pk=card.object_id)
    return presenter_of(model)(page, reader, relations=None, query=query)


class SubscribableMixin:
    """A list that can be followed, narrowed as the reader narrowed it."""

    # The choice that is left aside: of a calendar that of days, which pass.
    excluded_choice = ""

    def subscribed(self):
        """The cards that fit the reader's choices."""
        self._choose()
        return self.filtered(self.cards(self.is_all), without=self.excluded_choice)

    def subscription_query(self):
        """The same choices in an address, with their question mark."""
        choices = {name: self.query.get(name, "") for name in self._names()}
        choices.pop(self.excluded_choice, None)
        return with_query("", choices)

    def subscription_choices(self):
        """The same choices in words."""
        return [
            one.title
            for facet, value in self.chosen
            if facet.name != self.excluded_choice and (one := facet.named(value, self.reader))
        ]

    def feed_url(self):
        """The address of the list's feed, if it has one."""
        return f"{self.instance.public_url()}feed/{self.subscription_query()}" if self.feed else ""

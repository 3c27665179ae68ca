"""Several items named by a row: a row of a page cannot hold rows of its own."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kogu.presenting.blocks.choosers import PageReference, SnippetReference


class PlacesBlock(blocks.StreamBlock):
    """Places, whichever language's row was chosen."""

    place = SnippetReference("directory.Place", label=_("Place"), icon="site")


class EventsBlock(blocks.StreamBlock):
    """Events, whichever language's page was chosen."""

    event = PageReference(page_type="events.EventPage", label=_("Event"), icon="date")


def chosen(stream):
    """Primary keys of what was chosen, in its order."""
    return [part["value"] for part in stream.raw_data if part["value"]]

"""Projects of a programme or goal as a group of cards."""

import datetime as dt

from django.utils.translation import gettext as _

from kogu.presenting.groups import Group

LONG_AGO = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


def project_group(keys, resolved):
    """One group of the projects that are public, those that began last first; or nothing."""
    cards = sorted(
        resolved.cards(keys),
        key=lambda card: (card.starts_at or LONG_AGO, card.title),
        reverse=True,
    )
    return (Group("project", _("Projects"), tuple(cards)),) if cards else ()

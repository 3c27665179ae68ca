"""Who belongs to a cluster, as readers get it."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy

from directory.models import MemberRole, Membership
from directory.models.memberships import MEMBERS
from kogu.api import serializers
from kogu.api.fields import Answer, api_field
from kogu.api.schemas import RefOut
from kogu.api.vocabulary import Codes
from kogu.presenting.card_views import CardView

from .parts import alphabetical, key_of, with_keys

KINDS = (
    ("organisation", gettext_lazy("Organisations")),
    ("person", gettext_lazy("People")),
    ("cluster", gettext_lazy("Clusters and networks")),
)
# In this order, before members with other roles.
LEADING_ROLES = (MemberRole.CHAIR, MemberRole.BOARD)
ROWS = with_keys("memberships", Membership, *MEMBERS)


@dataclass(frozen=True)
class MemberView:
    """Who belongs, and as what."""

    api_base: ClassVar = Answer(RefOut, lambda member: serializers.ref(member.card))
    card: CardView
    role: str = api_field("As what", codes=Codes("member_role", MemberRole))
    role_label: str
    since: dt.date | None = api_field("Since when; nothing when not said")


@dataclass(frozen=True)
class MemberGroup:
    """Members of one kind, those with a leading role first."""

    kind: str
    heading: str
    members: tuple[MemberView, ...]


def in_one_list(groups) -> tuple[MemberView, ...]:
    """The members of all groups."""
    return tuple(member for group in groups for member in group.members)


def members_of(cluster, relations, resolved, language):
    """Current members that may be shown, grouped by kind."""
    since = _since(cluster.memberships.all())
    members = [
        MemberView(
            card,
            edge.role,
            str(MemberRole(edge.role).label),
            since.get((edge.target_key, edge.role)),
        )
        for edge in relations.outgoing
        if edge.relation == "member" and (card := resolved.card(edge.target_key))
    ]
    by_title = alphabetical((member.card for member in members), language)
    position = {card.key: n for n, card in enumerate(by_title)}
    members.sort(key=lambda m: (_role_rank(m.role), position[m.card.key]))
    groups = (
        MemberGroup(kind, str(heading), tuple(m for m in members if m.card.kind == kind))
        for kind, heading in KINDS
    )
    return tuple(group for group in groups if group.members)


def _since(rows):
    """Since when each belongs as what."""
    return {
        (key_of(row, row.member[0]), row.role): row.since
        for row in rows
        if row.member and row.is_current()
    }


def _role_rank(role):
    return LEADING_ROLES.index(role) if role in LEADING_ROLES else len(LEADING_ROLES)

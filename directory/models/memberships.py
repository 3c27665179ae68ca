"""Memberships: who belongs to a cluster, as what, and since when."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from .edges import edges_to, keys_of
from .relations import optional_foreign_key

MEMBERS = ("organisation", "person", "cluster")


class MemberRole(models.TextChoices):
    """The role of a member in a cluster."""

    MEMBER = "member", _("Member")
    CHAIR = "chair", _("Chair")
    BOARD = "board", _("Board member")
    RESIDENT = "resident", _("Resident")
    ASSOCIATED = "associated", _("Associated member")


class MemberState(models.TextChoices):
    """How far a membership has come."""

    ACTIVE = "active", _("Active")
    APPLIED = "applied", _("Applied: not shown")
    SUSPENDED = "suspended", _("Suspended: not shown")
    ENDED = "ended", _("Ended: not shown")


class Membership(Orderable):
    """That an organisation, a person or a cluster belongs to a cluster."""

    page = ParentalKey(
        "directory.ClusterPage", on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = optional_foreign_key("directory.OrganisationPage", _("organisation"))
    person = optional_foreign_key("directory.Person", _("person"))
    cluster = optional_foreign_key("directory.ClusterPage", _("cluster or network"))
    role = models.CharField(_("role"), max_length=20, choices=MemberRole, default=MemberRole.MEMBER)
    state = models.CharField(
        _("state"), max_length=20, choices=MemberState, default=MemberState.ACTIVE
    )
    since = models.DateField(_("member since"), null=True, blank=True)
    until = models.DateField(_("member until"), null=True, blank=True)
    private_note = models.TextField(
        _("private note"), blank=True, help_text=_("Only staff see it.")
    )

    panels = [
        PageChooserPanel("organisation", "directory.OrganisationPage"),
        "person",
        PageChooserPanel("cluster", "directory.ClusterPage"),
        FieldRowPanel(["role", "state"]),
        FieldRowPanel(["since", "until"]),
        FieldPanel("private_note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def __str__(self):
        return f"{self.get_role_display()} ({self.get_state_display()})"

    @property
    def member(self):
        """The member as (kind, id), None while nobody is chosen."""
        named = ((kind, getattr(self, f"{kind}_id")) for kind in MEMBERS)
        return next(((kind, pk) for kind, pk in named if pk), None)

    def is_current(self, day=None):
        """Whether readers see it on that day."""
        day = day or timezone.localdate()
        begun = self.since is None or self.since <= day
        going = self.until is None or self.until >= day
        return self.state == MemberState.ACTIVE and begun and going

    def overlaps(self, other):
        """Whether both stand on some day."""
        first, last = dt.date.min, dt.date.max
        return (self.since or first) <= (other.until or last) and (other.since or first) <= (
            self.until or last
        )

    def clean(self):
        """Refuse two members in one row, and an end before the beginning."""
        super().clean()
        chosen = [kind for kind in MEMBERS if getattr(self, f"{kind}_id")]
        if len(chosen) > 1:
            raise ValidationError({chosen[1]: _("Choose one member for each membership.")})
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("The membership would end before it begins.")})


def repeated(rows):
    """Rows that name the member of an earlier row for days which that one covers too."""
    rows = [row for row in rows if row.member]
    keys = keys_of(row.member for row in rows)
    earlier = {}
    again = []
    for row in rows:
        same = earlier.setdefault(keys.get(row.member), [])
        if any(row.overlaps(other) for other in same):
            again.append(row)
        same.append(row)
    return again


def refuse_repeated_memberships(rows):
    """Refuse rows that cannot stand, naming them."""
    rows = list(rows)
    for row in rows:
        row.clean()
    if again := repeated(rows):
        who = ", ".join(str(getattr(row, row.member[0])) for row in again)
        raise ValidationError(
            {"memberships": _("This membership repeats another: %(who)s.") % {"who": who}}
        )


def member_edges(rows):
    """Edges to those who belong today."""
    return edges_to(
        (*row.member, row.role, "member") for row in rows if row.member and row.is_current()
    )

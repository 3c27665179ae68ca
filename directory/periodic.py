"""Memberships that begin or end with the day."""

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from kogu.content.models import Relation
from kogu.delivery.changes import public_change, touch
from kogu.delivery.periodic import every

from .models import ClusterPage, Membership

HOUR = 3600
# However long no worker has run, a change of the last month is caught up with.
LOOKED_BACK = dt.timedelta(days=31)


@every(HOUR)
def sync_memberships():
    """Tells the public of members who came or left since their cluster was last published."""
    day = timezone.localdate()
    lately = (day - LOOKED_BACK, day)
    turned = Membership.objects.filter(Q(since__range=lately) | Q(until__range=lately))
    clusters = ClusterPage.objects.visible().filter(pk__in=turned.values("page"))
    stale = [each for each in clusters.select_related("locale") if _is_stale(each)]
    if stale:
        with public_change():
            touch(*(cluster.ref for cluster in stale))


def _is_stale(cluster):
    relations = Relation.objects.filter(source_key=cluster.translation_key, relation="member")
    now = {(e.target_key, e.role) for e in cluster.edges() if e.relation == "member"}
    return set(relations.values_list("target_key", "role")) != now

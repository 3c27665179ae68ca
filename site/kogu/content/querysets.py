"""The queryset of public pages: live and under no view restriction."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def _restricted_paths():
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))


class PublicPageQuerySet(PageQuerySet):
    """Pages as the public may see them."""

    def visible(self, at=None):
        """Live, not expired at the moment, and under no restriction."""
        at = at or timezone.now()
        pages = self.filter(live=True).filter(Q(expire_at=None) | Q(expire_at__gt=at))
        for path in _restricted_paths():
            pages = pages.exclude(path__startswith=path)
        return pages

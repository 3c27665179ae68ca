"""Which collections are closed to the public."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Collection, CollectionViewRestriction


def is_restricted(collection: Collection) -> bool:
    """Whether a view restriction stands on this collection or above it."""
    return CollectionViewRestriction.objects.filter(
        collection__in=collection.get_ancestors(inclusive=True)
    ).exists()


def unrestricted(path: str = "collection__path"):
    """A condition of rows: no view restriction stands on the collection at `path` or above it."""
    return without(CollectionViewRestriction.objects.all(), path)


def without(restrictions, path: str = "collection__path"):
    """A condition of rows: none of these restrictions stands on the collection or above it."""
    own = ExpressionWrapper(OuterRef(path), output_field=CharField())
    return ~Exists(restrictions.alias(own=own).filter(own__startswith=F("collection__path")))


def within(collection: Collection):
    """This collection and everything below it."""
    return collection.get_descendants(inclusive=True)

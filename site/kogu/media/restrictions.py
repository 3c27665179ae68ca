"""Which collections are closed to the public."""

from wagtail.models import Collection, CollectionViewRestriction


def is_restricted(collection: Collection) -> bool:
    """Whether a view restriction stands on this collection or above it."""
    return CollectionViewRestriction.objects.filter(
        collection__in=collection.get_ancestors(inclusive=True)
    ).exists()


def within(collection: Collection):
    """This collection and everything below it."""
    return collection.get_descendants(inclusive=True)

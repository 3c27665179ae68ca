"""Makes good what broken-off work left: missing public files, and files nobody names."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from kogu.delivery.periodic import every

from .models import KoguImage, KoguRendition
from .renditions import make_now, withdraw
from .restrictions import is_restricted
from .storage import PublicStorage
from .variants import is_current

FOLDER = "images"
AGE = timedelta(days=1)


def complete() -> int:
    """Makes what is missing and withdraws what must not be public; returns for how many images."""
    changed = 0
    for image in KoguImage.objects.select_related("collection"):
        restricted = is_restricted(image.collection)
        if restricted and image.variants:
            withdraw(image)
        elif not restricted and not is_current(image):
            make_now(image.pk)
        else:
            continue
        changed += 1
    return changed


def sweep() -> int:
    """Removes public files older than a day that no rendition names; returns how many."""
    names = list(_left_over())
    for name in names:
        PublicStorage().delete(name)
    return len(names)


@every(24 * 3600)
def tidy():
    """The nightly round."""
    complete()
    sweep()


def _left_over() -> Iterator[str]:
    storage = PublicStorage()
    known = set(KoguRendition.objects.values_list("file", flat=True))
    before = timezone.now() - AGE
    for folder in _folders(storage):
        for file in storage.listdir(f"{FOLDER}/{folder}")[1]:
            name = f"{FOLDER}/{folder}/{file}"
            if name not in known and storage.get_modified_time(name) < before:
                yield name


def _folders(storage) -> list[str]:
    try:
        return storage.listdir(FOLDER)[0]
    except FileNotFoundError:
        return []

"""Makes good what broken-off work left: missing public files, and files nobody names."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.utils import timezone

from kogu.delivery.periodic import every

from .models import KoguDocument, KoguImage, KoguRendition
from .renditions import make_now, make_variants, withdraw
from .restrictions import is_restricted
from .storage import UNFINISHED, PrivateStorage, PublicStorage
from .variants import is_current

PLACES = (
    (PublicStorage, "images", KoguRendition),
    (PrivateStorage, "original_images", KoguImage),
    (PrivateStorage, "documents", KoguDocument),
    (PublicStorage, UNFINISHED, KoguRendition),
    (PrivateStorage, UNFINISHED, KoguDocument),
)
AGE = timedelta(days=1)


def complete_public_files(make: Callable[[int], object] = make_now) -> int:
    """Makes what is missing and withdraws what must not be public; returns for how many images.

    `make` is called with the id of each image that lacks files.
    """
    changed = 0
    for image in KoguImage.objects.select_related("collection"):
        restricted = is_restricted(image.collection)
        if restricted and image.variants:
            withdraw(image)
        elif not restricted and not is_current(image):
            make(image.pk)
        else:
            continue
        changed += 1
    return changed


def delete_orphaned_files() -> int:
    """Removes files older than a day that no row names; returns how many."""
    removed = 0
    for storage, folder, model in PLACES:
        removed += sweep_folder(storage(), folder, model)
    return removed


def sweep_folder(storage, folder: str, model) -> int:
    """The same for one folder and the model whose `file` names what is in it."""
    names = list(_left_over(storage, folder, model))
    for name in names:
        storage.delete(name)
    return len(names)


@every(24 * 3600)
def nightly_cleanup():
    """The nightly round; pictures are encoded by jobs of their own, so that mail need not wait."""
    complete_public_files(make_variants.enqueue)
    delete_orphaned_files()


def _left_over(storage, folder, model) -> Iterator[str]:
    """Uploads that were taken back and work that was broken off leave such files."""
    known = set(model.objects.values_list("file", flat=True))
    before = timezone.now() - AGE
    for name in _files(storage, folder):
        if name not in known and storage.get_modified_time(name) < before:
            yield name


def _files(storage, folder) -> Iterator[str]:
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for inner in folders:
        yield from _files(storage, f"{folder}/{inner}")
    for name in names:
        yield f"{folder}/{name}"

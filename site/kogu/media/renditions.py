"""Keeps the public files of images in step with the images: made, replaced, withdrawn."""

from collections.abc import Iterable
from functools import partial

from django.db import connection, transaction
from django_tasks import task

from kogu.delivery.changes import public_change

from .encoding import Encoded, encode
from .models import KoguImage, KoguRendition
from .restrictions import is_restricted
from .storage import PublicStorage
from .variants import fallback, is_current, planned


def update_public_files(images: Iterable[KoguImage]):
    """Asks for what each image lacks, and withdraws what is no longer public."""
    for image in images:
        if is_restricted(image.collection):
            withdraw(image)
        elif not is_current(image):
            _enqueue(image)


def withdraw(image: KoguImage):
    """Takes the image's files from the public at once."""
    if image.variants:
        with public_change():
            image.variants = []
            image.save(update_fields=["variants"])
    image.renditions.all().delete()


def make_now(image_id: int, *, fallback_only=False):
    """Makes the files an image lacks; asking twice, or two at once, leaves one of each."""
    image = KoguImage.objects.select_related("collection").filter(pk=image_id).first()
    if image is None or is_restricted(image.collection):
        return
    variants = [fallback(image)] if fallback_only else planned(image)
    present = set(_rows(image))
    encoded = encode(image, [each for each in variants if each.spec not in present])
    if encoded or not is_current(image):
        _publish(image, encoded)


@task()
def make_variants(image_id: int):
    """The job that makes the public files an image lacks.

    Where jobs run at once it waits for the commit: nothing is encoded while others wait for a lock.
    """
    if connection.in_atomic_block:
        transaction.on_commit(partial(make_now, image_id), robust=True)
    else:
        make_now(image_id)


def _enqueue(image: KoguImage):
    """The fallback right after this commit, the rest by a job; old files serve until then."""
    if not image.variants:
        transaction.on_commit(partial(make_now, image.pk, fallback_only=True), robust=True)
    make_variants.enqueue(image.pk)


def _rows(image: KoguImage) -> dict[str, KoguRendition]:
    """What is known to be made of the image as it is now, by specification."""
    rows = image.renditions.filter(focal_point_key=image.state_key)
    return {row.filter_spec: row for row in rows}


def _publish(seen: KoguImage, encoded: list[Encoded]):
    """Puts new files before the public, unless the image changed while they were made."""
    with public_change():
        image = KoguImage.objects.select_for_update().filter(pk=seen.pk).first()
        if image is None or image.state_key != seen.state_key or is_restricted(image.collection):
            spare = encoded
        else:
            spare = _record(image, encoded)
    for each in spare:
        PublicStorage().delete(each.name)


def _record(image: KoguImage, encoded: list[Encoded]) -> list[Encoded]:
    """Writes the rows and the summary; returns what somebody else had made meanwhile."""
    rows = _rows(image)
    spare = [each for each in encoded if each.variant.spec in rows]
    for each in encoded:
        if each not in spare:
            rows[each.variant.spec] = KoguRendition.objects.create(
                image=image,
                filter_spec=each.variant.spec,
                focal_point_key=image.state_key,
                file=each.name,
                width=each.width,
                height=each.height,
            )
    image.variants = [
        {
            "format": variant.format,
            "width": rows[variant.spec].width,
            "height": rows[variant.spec].height,
            "name": rows[variant.spec].file.name,
        }
        for variant in planned(image)
        if variant.spec in rows
    ]
    image.save(update_fields=["variants"])
    image.renditions.exclude(focal_point_key=image.state_key).delete()
    return spare

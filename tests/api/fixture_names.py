"""Names, ids and pictures of the small fixed region: the same whenever it is made."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from kogu.delivery.changes import public_change
from kogu.demo import factories as make

NAMES = uuid.UUID("0c1f8f0e-1111-4a4a-9a9a-5a5a5a5a5a5a")
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
LOCALE = "en"
TALLINN = ZoneInfo("Europe/Tallinn")


def key(*name):
    """The id of an item of this world."""
    return uuid.uuid5(NAMES, "/".join(map(str, name)))


def named(factory, name, n, /, **fields):
    fields.setdefault("locale", LOCALE)
    return factory(title=f"{name} {n}", translation_key=key(name, n), **fields)


def picture(name, width):
    """An image with two files, as the worker would have made them."""
    image = make.ImageFactory(title=name, uuid=key("image", name), size=(width, 427))
    files = [
        {"format": form, "width": width, "height": 427, "name": f"{name}.{form}"}
        for form in ("jpeg", "webp")
    ]
    with public_change():
        type(image).objects.filter(pk=image.pk).update(variants=files)
    return make.fresh(image)

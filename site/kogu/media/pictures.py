"""Pictures as pages and the API show them: looked up, never made."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BigAutoField, CharField, FilteredRelation, Q

from kogu.delivery.prepared import Prepared, columns, instance_from_row

from .image_texts import LocalizedText, cache_text
from .models import KoguImage, Licence
from .storage import PublicStorage
from .variants import FALLBACK_FORMAT, MIME_TYPES, MODERN_FORMATS

_LICENCES = dict(Licence.choices)
DEFAULT_SIZES = "(min-width: 60rem) 60rem, 100vw"


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file of a picture."""

    format: str
    width: int
    height: int
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """The files of one format, for a browser to choose from."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its words, ready for a template; `src` is what every browser can show."""

    uuid: UUID
    src: str
    width: int
    height: int
    sources: tuple[Source, ...]
    files: tuple[PictureFile, ...]
    sizes: str
    alt: str
    caption: str
    credit: str
    licence: str
    licence_label: str
    lazy: bool
    decorative: bool
    missing_alt: bool
    original_width: int
    original_height: int
    focal: tuple[int, int]

    @property
    def ratio(self) -> float:
        """Width by height, of the original."""
        return self.original_width / self.original_height


def images_with_texts(ids: Iterable[int | None], language: str) -> dict[int, KoguImage]:
    """These images by id, with their words in the language, in one query."""
    image_ids = {each for each in ids if each is not None}
    if not image_ids:
        return {}
    found = {}
    for *row, alt, caption in _IMAGES(ids=image_ids, language=language):
        image = instance_from_row(KoguImage, row)
        found[image.pk] = cache_text(image, LocalizedText(language, alt or "", caption or ""))
    return found


_IMAGES = Prepared(
    lambda ids, language: (
        KoguImage.objects.filter(pk__in=ids)
        .annotate(text=FilteredRelation("texts", condition=Q(texts__language=language)))
        .values_list(*columns(KoguImage), "text__alt", "text__caption")
    ),
    ids=[BigAutoField()],
    language=CharField(),
)


def picture(
    image: KoguImage | None,
    *,
    language: str,
    alt: str | None = None,
    caption: str | None = None,
    decorative: bool = False,
    sizes: str = DEFAULT_SIZES,
    lazy: bool = True,
) -> Picture | None:
    """The image as this use of it shows it; None while it has no public file.

    The use's own words come first, then the image's words in the language.
    """
    files = _files(image)
    fallback = next((each for each in files if each.format == FALLBACK_FORMAT), None)
    if fallback is None:
        return None
    words = image.text_in(language)
    shown_alt = "" if decorative else (alt or "").strip() or words.alt
    return Picture(
        uuid=image.uuid,
        src=fallback.url,
        width=fallback.width,
        height=fallback.height,
        sources=_sources(files),
        files=files,
        sizes=sizes,
        alt=shown_alt,
        caption=(caption or "").strip() or words.caption,
        credit=image.credit,
        licence=image.licence,
        licence_label=str(_LICENCES.get(image.licence, image.licence)) if image.licence else "",
        lazy=lazy,
        decorative=decorative,
        missing_alt=not decorative and not shown_alt,
        original_width=image.width,
        original_height=image.height,
        focal=_focal(image),
    )


def _files(image) -> tuple[PictureFile, ...]:
    """The image's public files; their names need no quoting, so one address tells them all."""
    variants = image.variants if image else ()
    if not variants:
        return ()
    first = variants[0]["name"]
    base = PublicStorage().url(first).removesuffix(first)
    return tuple(
        PictureFile(each["format"], each["width"], each["height"], base + each["name"])
        for each in variants
    )


def _sources(files) -> tuple[Source, ...]:
    """One for each modern format there is, best first."""
    by_format = {name: [] for name in MODERN_FORMATS}
    for each in files:
        if each.format in by_format:
            by_format[each.format].append(f"{each.url} {each.width}w")
    return tuple(
        Source(MIME_TYPES[name], ", ".join(choices))
        for name, choices in by_format.items()
        if choices
    )


def _focal(image) -> tuple[int, int]:
    """Where the eye should rest, in percent from the left and the top."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return 50, 50
    return (
        min(100, round(100 * image.focal_point_x / image.width)),
        min(100, round(100 * image.focal_point_y / image.height)),
    )

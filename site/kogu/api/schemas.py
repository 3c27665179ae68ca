"""Parts of answers that many resources share."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from kogu.media.models.images import Licence

from .vocabulary import Codes, codes_of

FORMATS = ("jpeg", "webp", "avif")


class Schema(BaseModel):
    """A part of an answer, made from the plain values of `kogu.api.serializers`.

    Ninja's own base class reads models and resolvers too, which costs as much
    again as the whole validation.
    """

    # What has a default is answered, too: a description of answers must not call it optional.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class Sparse(Schema):
    """A part of an answer that leaves out what it has nothing of."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)


class RefOut(Schema):
    """What an item is called and where it is, in the best language for the reader."""

    kind: str = Field(
        description="Kind of thing, such as `organisation`", json_schema_extra=codes_of("kind")
    )
    id: UUID = Field(description="Key shared by all languages of the thing")
    locale: str = Field(description="Language of title and address")
    title: str = Field(description="What it is called")
    url: str = Field(description="Its page on the site; empty when it has none")
    api_url: str | None = Field(
        description="Full address of the thing in the API; nothing where no resource serves it"
    )


class RoleRefOut(RefOut):
    """An item, and as what it is named."""

    role: str = Field(
        "",
        description="As what it is named, such as `author`; empty: just named",
        json_schema_extra=codes_of("relation_role", may_be_empty=True),
    )


class PictureFileOut(Schema):
    """One file of a picture."""

    format: Annotated[str, Codes("picture_format", [(name, name.upper()) for name in FORMATS])] = (
        Field(description="Every picture has a `jpeg`; the others come once they are made")
    )
    width: int = Field(description="Width in pixels")
    height: int = Field(description="Height in pixels")
    url: str = Field(description="Full address of the file; its content never changes")


class PictureOut(Schema):
    """A picture with every file it is served in."""

    id: UUID = Field(description="Public id of the image")
    alt: str = Field(description="What the picture shows; empty when it is decorative")
    caption: str = Field(description="Caption")
    credit: str = Field(description="Who made it")
    licence: Annotated[str, Codes("licence", Licence, may_be_empty=True)] = Field(
        description="Under which terms others may use it; empty when not stated"
    )
    is_decorative: bool = Field(description="The picture says nothing that the text does not")
    files: list[PictureFileOut] = Field(description="By format, in each the narrowest first")


class CardOut(RefOut):
    """An item as lists show it."""

    summary: str = Field("", description="One or two sentences")
    label: str = Field("", description="What kind of its kind it is, in the reader's words")
    status: str = Field(
        "",
        description="Status, such as `cancelled`; empty where there is none to tell",
        json_schema_extra=codes_of("card_status", may_be_empty=True),
    )
    place: str = Field("", description="Where, in words")
    published_at: dt.datetime | None = Field(None, description="Date shown")
    updated_at: dt.datetime | None = Field(None, description="Last publication")
    starts_at: dt.datetime | None = Field(None, description="Beginning, for what happens in time")
    ends_at: dt.datetime | None = Field(None, description="End, for what happens in time")
    time_zone: str = Field("", description="IANA zone of the place")
    image: PictureOut | None = Field(None, description="Its picture")
    role: str = Field("", description="What a person does")
    organisation: str = Field("", description="Where a person works")
    email: str = Field("", description="E-mail of a person or organisation")
    phone: str = Field("", description="Phone of a person or organisation")
    website: str = Field("", description="Website of an organisation or cluster")
    address: str = Field("", description="Address of a place")
    latitude: float | None = Field(None, description="Degrees north, where it is known")
    longitude: float | None = Field(None, description="Degrees east, where it is known")


class DocumentOut(Schema):
    """A file to download, here or elsewhere."""

    title: str = Field(description="Title")
    url: str = Field(description="Full address")
    extension: str = Field(description="Kind of file, such as `pdf`; empty when not known")
    size: int | None = Field(description="Size in bytes, where it is known")


class ContactOut(Schema):
    """Somebody to turn to, and as what."""

    name: str = Field(description="Name")
    role: str = Field(description="As what, on this page")
    organisation: str = Field(description="Organisation")
    email: str = Field(description="E-mail")
    phone: str = Field(description="Phone")
    url: str = Field(description="Page on the site")


class NoticeOut(Schema):
    """A funder's notice that must be shown with the page."""

    statement: str = Field(description="Words in the page's language; empty when there are none")
    disclaimer: str = Field(description="Disclaimer in the page's language")
    emblems: list["EmblemOut"] = Field(description="Marks in the order the rules ask for")
    is_first_view: bool = Field(description="Whether it must be seen without scrolling")


class EmblemOut(Schema):
    """A funder's mark."""

    url: str = Field(description="Full address of the file")
    alt: str = Field(description="Words for it in the page's language")
    width: int = Field(description="Width in pixels")
    height: int = Field(description="Height in pixels")


class TranslationOut(Schema):
    """The same item in another language, live."""

    locale: str = Field(description="Language")
    title: str = Field(description="Title in that language")
    url: str = Field(description="Address in that language")
    api_url: str | None = Field(description="Full address in the API, in that language")


class BaseOut(Schema):
    """What every resource has."""

    kind: str = Field(description="Kind of thing", json_schema_extra={"x-vocabulary": "kind"})
    id: UUID = Field(description="Key shared by all languages")
    locale: str = Field(description="Language of the words")
    title: str = Field(description="Title")
    slug: str = Field(description="Last part of the address; empty for what has no page")
    url: str = Field(description="Full address of the page; empty when it has none")
    api_url: str | None = Field(description="Full address in the API")
    summary: str = Field(description="One or two sentences")
    published_at: dt.datetime | None = Field(
        description="Date shown to readers, else when it was first published"
    )
    updated_at: dt.datetime | None = Field(description="Last publication in this language")
    translations: list[TranslationOut] = Field(description="Other live languages")


class ItemOut(BaseOut):
    """What every page has."""

    topics: list[RefOut] = Field(description="Topics")
    places: list[RefOut] = Field(description="Places")
    organisations: list[RoleRefOut] = Field(description="Organisations it names")
    projects: list[RoleRefOut] = Field(description="Projects it names")
    contacts: list[ContactOut] = Field(description="Whom to turn to")
    notices: list[NoticeOut] = Field(description="Funders' notices to show with it")

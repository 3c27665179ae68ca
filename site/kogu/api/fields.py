"""The API's fields of a view, declared where the view has them; what is not declared stays out.

    @dataclass(frozen=True)
    class EventView(PageView):
        \"\"\"An event; a list of dates is at `occurrences`.\"\"\"

        price: str = api_field("Price, in words")
        hero: Picture | None = api_field("Picture at its head", name="image")
        is_past: bool

`answer_of(EventView)` makes the schema `EventOut` and the serializer of it. A view's docstring
and what it says of its fields are English and stand in the API's description.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Optional,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID

from pydantic import Field, create_model

from kogu.media.documents import DocumentView
from kogu.media.pictures import Picture
from kogu.presenting.blocks.base import PartView
from kogu.presenting.card_views import CardView
from kogu.presenting.notices import Emblem
from kogu.presenting.view_models import Named, PageView

from . import blocks, serializers
from .schemas import (
    BaseOut,
    DocumentOut,
    EmblemOut,
    ItemOut,
    PictureOut,
    RefOut,
    RoleRefOut,
    Schema,
)
from .vocabulary import Codes

Serializer = Callable[[Any], Any]


@dataclass(frozen=True)
class ApiField:
    """What the API says of one field of a view."""

    description: str
    name: str
    codes: Codes | None
    serialize: Serializer | None
    more: dict[str, Any]


def api_field(
    description: str,
    *,
    name: str = "",
    codes: Codes | None = None,
    serialize: Serializer | None = None,
    default: Any = MISSING,
    **more: Any,
) -> Any:
    """A field of a view that the API answers too, as `name` where it is not the view's own.

    `serialize` makes the answer from the field's value; its return annotation is the type then.
    `more` is what pydantic's `Field` takes besides, such as `examples` and `pattern`.
    """
    declared = ApiField(description, name, codes, serialize, more)
    return field(default=default, metadata={"api": declared})


class Answer(NamedTuple):
    """How the API answers a view: the schema, and what makes its values from the view."""

    schema: Any
    serialize: Serializer


PAGE = Answer(ItemOut, serializers.item)
# What has a key, words and languages, but names nothing.
PLAIN = Answer(BaseOut, serializers.base)
REFERENCE = Answer(RefOut, serializers.ref)
_NOTHING = Answer(Schema, lambda _view: {})
# Types whose values are answered as they are.
_PLAIN_TYPES = {bool, int, float, str, dt.date, dt.datetime, UUID}

_answers: dict[Any, Answer] = {
    CardView: REFERENCE,
    Named: Answer(RoleRefOut, serializers.named_ref),
    Picture: Answer(PictureOut, serializers.picture),
    DocumentView: Answer(DocumentOut, serializers.document),
    Emblem: Answer(EmblemOut, serializers.emblem),
    PartView: Answer(blocks.Block, blocks.block),
}


def answer_of(view: type) -> Answer:
    """How views of this type are answered: the fields of its `api_base`, then its own in order.

    `api_base` is `PAGE` for pages and nothing for parts of them, where the view names none.
    """
    name = f"{view.__name__.removesuffix('View')}Out"
    base = getattr(view, "api_base", PAGE if issubclass(view, PageView) else _NOTHING)
    # A tree names itself.
    _answers[view] = Answer(name, lambda instance: _answers[view].serialize(instance))
    types = get_type_hints(view)
    schemas, plan = {}, []
    for one in fields(view):
        declared: ApiField | None = one.metadata.get("api")
        if declared is None:
            continue
        called, own = declared.name or one.name, declared.serialize
        of = get_type_hints(own)["return"] if own else types[one.name]
        schema, serialize = _of_type(of, declared.codes)
        schemas[called] = (schema, Field(description=declared.description, **declared.more))
        plan.append((called, one.name, _chain(own, serialize)))

    def serializer(instance: Any) -> dict[str, Any]:
        answer: dict[str, Any] = base.serialize(instance)
        for called, attribute, serialize in plan:
            value = getattr(instance, attribute)
            answer[called] = value if serialize is None else serialize(value)
        return answer

    schema = create_model(name, __base__=base.schema, __doc__=view.__doc__, **schemas)  # type: ignore[call-overload]  # names come from the view
    _answers[view] = Answer(schema, serializer)
    return _answers[view]


def _chain(first: Serializer | None, then: Serializer | None) -> Serializer | None:
    if first is None or then is None:
        return first or then
    return lambda value: then(first(value))


def _of_type(of: Any, codes: Codes | None) -> tuple[Any, Serializer | None]:
    """The type of an answer, and what makes it of a value; None where the value is it.

    Views, plain values, one of either or None, and tuples of one type of any length. Anything
    else is refused: pydantic would answer the views in it with every field they have.
    """
    origin, arguments = get_origin(of), get_args(of)
    if origin in (Union, UnionType) and len(arguments) == 2 and NoneType in arguments:
        schema, serialize = _of_type(next(one for one in arguments if one is not NoneType), codes)
        return Optional[schema], _or_none(serialize)  # noqa: UP045 a view in itself is its name
    if origin is tuple and arguments[1:] == (...,):
        schema, serialize = _of_type(arguments[0], codes)
        return list[schema], _each(serialize)  # type: ignore[valid-type]  # a value here
    if is_dataclass(of) and of not in _answers:
        answer_of(of)  # type: ignore[arg-type]  # a type here
    if origin is Literal or of in _PLAIN_TYPES:
        return (Annotated[of, codes] if codes else of), None
    if of in _answers:
        return _answers[of]
    raise TypeError(
        f"The API answers no {of}: only views, plain values, `X | None`, `tuple[X, ...]`."
    )


def _or_none(serialize: Serializer | None) -> Serializer | None:
    if serialize is None:
        return None
    return lambda value: None if value is None else serialize(value)


def _each(serialize: Serializer | None) -> Serializer | None:
    if serialize is None:
        return None
    return lambda values: [serialize(value) for value in values]

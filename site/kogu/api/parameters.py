"""Parameters as the description tells them."""

from kogu.base.api.asking import CODES, MOST, USUAL
from kogu.base.api.included import INCLUDES


def parameter(name, description, *, example="", **schema):
    """A parameter of the query; lists of words are separated by commas."""
    schema = schema or {"type": "string"}
    made = {
        "in": "query",
        "name": name,
        "required": False,
        "description": description,
        "schema": schema,
    }
    if schema.get("type") == "array":
        made |= {"style": "form", "explode": False}
    if example:
        made["example"] = example
    return made


def _words(choices):
    return {"type": "array", "items": {"type": "string", "enum": list(choices)}}


def locale_parameter():
    """The language asked for."""
    return parameter("locale", "Language of the words", type="string", enum=CODES, default=CODES[0])


def item_parameters(resource):
    """What an item may be asked."""
    return [
        locale_parameter(),
        parameter("fallback", "Other languages to offer, in order", **_words(CODES)),
        parameter("fields", "Only these fields", **_words(resource.schema.model_fields)),
        parameter("include", "Bring what the answer refers to, once each", **_words(INCLUDES)),
    ]


def list_parameters(resource):
    """What a list may be asked."""
    return [
        *item_parameters(resource),
        parameter(
            "order",
            "How to sort; a minus turns it round",
            type="string",
            enum=list(resource.orders),
            default=resource.order,
        ),
        parameter(
            "limit", "How many at once", type="integer", minimum=1, maximum=MOST, default=USUAL
        ),
        parameter("cursor", "Where to go on; taken from `next`"),
        *(
            parameter(name, one.description, example=one.example, **one.schema)
            for name, one in resource.filters.items()
        ),
    ]

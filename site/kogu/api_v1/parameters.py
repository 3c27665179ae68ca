"""Parameters as the description tells them."""

from kogu.api.filters import several_of
from kogu.api.included import INCLUDES
from kogu.api.query_params import CODES, MOST, USUAL


def parameter(name, description, *, example="", **schema):
    """A parameter of the query; words of a list are separated by commas, or sent one by one."""
    schema = schema or {"type": "string", "minLength": 1}
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


def locale_parameter():
    """The language asked for."""
    return parameter("locale", "Language of the words", type="string", enum=CODES, default=CODES[0])


def item_parameters(resource):
    """What an item may be asked."""
    return [
        locale_parameter(),
        parameter("fallback", "Other languages to offer, in order", **several_of(CODES)),
        parameter("fields", "Only these fields", **several_of(resource.schema.model_fields)),
        parameter("include", "Bring what the answer refers to, once each", **several_of(INCLUDES)),
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

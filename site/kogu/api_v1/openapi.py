"""The description of the API completed: errors, headers, answers cut to some fields."""

import copy

from django.conf import settings

from kogu.api.problems import ParameterProblem, ProblemOut
from kogu.api.query_params import CODES
from kogu.api.resource import resources

from .examples import UUID, example_of

INTRODUCTION = """\
News, events, directories and funded projects of a region, in its languages.

Everything the public site shows is here, read only, the same for everyone: cookies and
`Authorization` are not looked at. `HEAD` and `OPTIONS` are answered for every address, and pages
of any origin may read.

**Languages.** `id` is the same in every language. `locale` chooses the words, `fallback` offers
other languages; each item says its `locale`.

**Lists** hold `items`, `included`, `next`, `total`, `total_in_all_languages` and
`all_languages_url`. Follow `next` to its end; it goes on where it stopped even while things are
added. `total` counts what the languages asked for hold. `total_in_all_languages` is the same
number whichever language is asked for; where it is higher, `all_languages_url` leads to the same
list with all other languages as `fallback`.

**References** name a thing by `kind`, `id`, `locale`, `title` and `url`; `include` brings what
they point at, by kind and id. They name things in other languages too where there are no words in
the one asked for. What is not public is neither served nor named nor counted.

**Nothing said.** Texts and addresses are then empty, lists are empty, and all else is `null`: a
thing has all its fields unless `fields` asks for some.

**Errors** are `application/problem+json`. Their words are in the language of `locale`, else in
that of `Accept-Language` which the site has and the reader likes best, else in English; names of
parameters are not translated. Unknown ones and bad values are refused by name.
`Accept-Language` chooses nothing else.

**Caching.** Every answer has an `ETag`; ask again with `If-None-Match`.
"""

PREFIX = "#/components/schemas/"
WITH_INCLUDED = {
    "type": "object",
    "properties": {
        "included": {
            "$ref": f"{PREFIX}IncludedOut",
            "description": "What `include` asked for; missing when nothing was",
        }
    },
}
PROBLEMS = {
    "400": ("BadParameters", "Unknown parameters or bad values, each named"),
    "404": ("NotFound", "Not there, or not public"),
    "405": ("MethodNotAllowed", "Only GET, HEAD and OPTIONS are answered"),
    "414": ("AddressTooLong", "More than 4 000 characters after the question mark"),
    "429": ("TooManyRequests", "Too many requests from one address; see `Retry-After`"),
    "500": ("Broken", "Something went wrong, and was written to the log"),
    "503": ("Unavailable", "The database cannot be asked just now; see `Retry-After`"),
}
HEADERS = {
    "ETag": "Stands for this answer; bring it back in `If-None-Match`",
    "Last-Modified": "When anything public changed last",
    "Cache-Control": "Answers may be stored, and are asked for again on every use",
    "Content-Language": "Languages of what is answered, that asked for first",
    "RateLimit": "What one address may still ask (`r`), and for how many seconds (`t`)",
    "RateLimit-Policy": "How much one address may ask (`q`) in how many seconds (`w`)",
}


SITE = "Addresses, menus, settings, and the words for codes"


def complete(schema):
    """The description with everything that holds for all operations."""
    schema = copy.deepcopy(dict(schema)) | _about()
    schema["info"] |= {
        "license": {"name": "BSD-3-Clause (the software)", "identifier": "BSD-3-Clause"},
        "contact": {"name": "Who runs this site", "url": settings.SITE_URL},
    }
    components = schema["components"]
    components["schemas"] |= _problem_schemas()
    components["responses"] = {
        name: _problem(words, status) for status, (name, words) in PROBLEMS.items()
    }
    components["responses"]["NotModified"] = {
        "description": "What the reader has still holds",
        "headers": _headers("ETag", "Last-Modified", "Cache-Control", *RATE),
    }
    components["headers"] = {
        name: {"description": words, "schema": {"type": "string"}}
        for name, words in HEADERS.items()
    }
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            _complete_operation(path, operation)
    _name_values(components["schemas"])
    _allow_fields(schema)
    components["schemas"] = {
        name.removesuffix("Out"): {**made, "title": name.removesuffix("Out")}
        for name, made in sorted(components["schemas"].items())
    }
    schema = _renamed(schema)
    _add_examples(schema)
    return schema


def _about():
    """Where it is served, to whom (everybody), and what its parts are."""
    tags = [{"name": one.name, "description": one.description} for one in resources.values()]
    return {
        "servers": [{"url": settings.SITE_URL, "description": "This site"}],
        "security": [],
        "tags": [*tags, {"name": "site", "description": SITE}],
        "externalDocs": {"url": f"{settings.SITE_URL}/api/v1/docs", "description": "To read"},
    }


def _add_examples(schema):
    """An answer of each address, and a key to try where one is asked for."""
    for operations in schema["paths"].values():
        operation = operations["get"]
        media = operation["responses"]["200"]["content"]["application/json"]
        media["example"] = example_of(media["schema"], schema["components"]["schemas"])
        for parameter in operation["parameters"]:
            if parameter["in"] == "path":
                parameter |= {"example": UUID, "description": "The id of the thing"}


def _problem_schemas():
    made = ProblemOut.model_json_schema(ref_template=PREFIX + "{model}", mode="serialization")
    made.pop("$defs", None)
    return {
        "Problem": made,
        "ParameterProblem": ParameterProblem.model_json_schema(),
    }


RATE = ("RateLimit", "RateLimit-Policy")


def _headers(*names):
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _problem(words, status):
    response = {
        "description": words,
        "headers": _headers("Content-Language", *RATE),
        "content": {"application/problem+json": {"schema": {"$ref": f"{PREFIX}Problem"}}},
    }
    if status in {"429", "503"}:
        response["headers"]["Retry-After"] = {
            "description": "Seconds to wait",
            "schema": {"type": "integer", "minimum": 1},
        }
    return response


def _complete_operation(path, operation):
    responses = {str(status): made for status, made in operation["responses"].items()}
    responses["200"]["headers"] = _headers(*HEADERS)
    responses["304"] = {"$ref": "#/components/responses/NotModified"}
    for status, (name, _words) in PROBLEMS.items():
        if status != "404" or "{" in path or path.endswith("/resolve"):
            responses[status] = {"$ref": f"#/components/responses/{name}"}
    operation["responses"] = dict(sorted(responses.items()))


def _name_values(schemas):
    """Languages by their codes; one kind of items by its name, so that types tell them apart."""
    for made in schemas.values():
        locale = made.get("properties", {}).get("locale", {})
        if locale.get("type") == "string":
            locale |= {"enum": CODES, "x-vocabulary": "locale"}
    for resource in resources.values():
        kind = schemas[resource.schema.__name__]["properties"]["kind"]
        if len(resource.kinds) == 1 and "const" not in kind:
            kind["const"] = resource.kinds[0]
        elif len(resource.kinds) > 1:
            kind["enum"] = list(resource.kinds)


def _allow_fields(schema):
    """With `fields`, an answer holds only some of an item's fields: a schema of its own."""
    schemas = schema["components"]["schemas"]
    for operations in schema["paths"].values():
        operation = operations["get"]
        if not any(one["name"] == "fields" for one in operation["parameters"]):
            continue
        media = operation["responses"]["200"]["content"]["application/json"]
        name = media["schema"]["$ref"].removeprefix(PREFIX)
        if name.endswith("List"):
            items = schemas[name]["properties"]["items"]
            name = items["items"]["$ref"].removeprefix(PREFIX)
            items["items"] = {"anyOf": [_reference(name), _some(schemas, name)]}
            operation["responses"]["200"]["links"] = {"item": _link(operation["operationId"])}
        else:
            media["schema"] = {
                "anyOf": [{"allOf": [_reference(name), WITH_INCLUDED]}, _some(schemas, name)]
            }


def _link(list_id):
    """Where one item of a list is found alone."""
    return {
        "operationId": list_id.replace("list_", "get_"),
        "parameters": {
            "key": "$response.body#/items/0/id",
            "locale": "$response.body#/items/0/locale",
        },
        "description": "One of the things alone",
    }


def _reference(name):
    return {"$ref": f"{PREFIX}{name}"}


def _some(schemas, name):
    some = f"Some{name}"
    whole = schemas[name]
    schemas[some] = {
        "type": "object",
        "description": "The fields that `fields` asked for.",
        "properties": {**whole["properties"], **WITH_INCLUDED["properties"]},
        "additionalProperties": False,
    }
    return _reference(some)


def _renamed(made):
    """Schemas by the names readers know: `News`, not `NewsOut`."""
    if isinstance(made, dict):
        return {key: _renamed(value) for key, value in made.items()}
    if isinstance(made, list):
        return [_renamed(each) for each in made]
    is_reference = isinstance(made, str) and made.startswith(PREFIX)
    return made.removesuffix("Out") if is_reference else made

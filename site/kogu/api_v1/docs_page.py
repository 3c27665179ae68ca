"""The description of the API arranged for people to read."""

from dataclasses import dataclass

PREFIX = "#/components/schemas/"
# Schemas that say with what others are put together need no table of their own.
ONE = "one of "
HIDDEN = ("Some", "Problem", "ParameterProblem")


@dataclass(frozen=True)
class Kind:
    """What a value may be: words, and schemas it leads to."""

    words: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A parameter or a field."""

    name: str
    kind: Kind
    text: tuple[str, ...]


@dataclass(frozen=True)
class Operation:
    """One address that can be asked."""

    id: str
    path: str
    title: str
    text: tuple[str, ...]
    parameters: tuple[Row, ...]
    answer: Kind


@dataclass(frozen=True)
class Part:
    """A schema of answers."""

    name: str
    text: tuple[str, ...]
    fields: tuple[Row, ...]


def pieces(text):
    """Plain words and code by turns, as backquotes mark them."""
    return tuple((text or "").split("`"))


def operations(schema):
    """Every address in the order of the description."""
    return tuple(
        Operation(
            id=one["operationId"],
            path=path,
            title=one.get("summary", ""),
            text=pieces(one.get("description", "")),
            parameters=tuple(_row(each["name"], each) for each in one["parameters"]),
            answer=_answer(one["responses"]["200"]),
        )
        for path, methods in schema["paths"].items()
        for one in methods.values()
    )


def parts(schema):
    """Every schema with its fields."""
    return tuple(
        Part(name, pieces(made.get("description", "")), _fields(made))
        for name, made in schema["components"]["schemas"].items()
        if (made.get("properties") or "oneOf" in made) and not name.startswith(HIDDEN)
    )


def _fields(made):
    if "oneOf" in made:
        variants = made["discriminator"]["mapping"]
        return tuple(Row(name, kind_of({"$ref": at}), ()) for name, at in variants.items())
    return tuple(
        Row(name, kind_of(each), pieces(each.get("description", "")))
        for name, each in made["properties"].items()
    )


def _row(name, parameter):
    text = parameter.get("description", "")
    if "example" in parameter:
        text = f"{text}, such as `{parameter['example']}`"
    return Row(name, kind_of(parameter["schema"]), pieces(text))


def _answer(response):
    return kind_of(response["content"]["application/json"]["schema"])


def kind_of(made):
    """What a value may be, in words."""
    if "$ref" in made:
        name = made["$ref"].removeprefix(PREFIX)
        return Kind("", () if name.startswith(HIDDEN) else (name,))
    for several in ("anyOf", "oneOf", "allOf"):
        if several in made:
            return _several([kind_of(each) for each in made[several]])
    if made.get("type") == "array":
        inner = kind_of(made.get("items", {}))
        if inner.words.startswith(ONE):
            return Kind(inner.words.replace(ONE, "any of ", 1))
        return Kind(f"list of {inner.words}".strip(), inner.names)
    if made.get("type") == "object" and "additionalProperties" in made:
        inner = kind_of(made["additionalProperties"])
        return Kind(f"object by id of {inner.words}".strip(), inner.names)
    return Kind(_plain(made))


def _several(kinds):
    words = " or ".join(dict.fromkeys(kind.words for kind in kinds if kind.words))
    names = dict.fromkeys(name for kind in kinds for name in kind.names)
    return Kind(words, tuple(names))


def _plain(made):
    if "enum" in made:
        return ONE + ", ".join(repr(each).strip("'") or "“”" for each in made["enum"])
    if "const" in made:
        return f"always {made['const']}"
    words = {"null": "nothing", "object": ""}.get(made.get("type"), made.get("type", "any"))
    extra = [made["format"]] if "format" in made else []
    if "maximum" in made:
        extra.append(f"up to {made['maximum']}")
    if "default" in made:
        extra.append(f"else {made['default']}")
    return f"{words} ({', '.join(extra)})" if extra else words

"""Examples of answers, made from their schemas: short, and valid against them."""

PREFIX = "#/components/schemas/"
UUID = "6f1c2a9e-3c51-4f0e-9d55-2f4b8a7c1d03"
BY_FORMAT = {"uuid": UUID, "date": "2026-06-11", "date-time": "2026-06-11T15:00:00Z"}
BY_TYPE = {"null": None, "boolean": False, "integer": 1, "number": 57.84, "string": "…"}


def example_of(made, schemas):
    """A value that the schema allows; lists within it are empty, and what may be nothing is."""
    return _of(made, schemas, items=1)


def _of(made, schemas, items=0):
    if "$ref" in made:
        return _of(schemas[made["$ref"].removeprefix(PREFIX)], schemas, items)
    for key in ("examples", "enum"):
        if key in made:
            return made[key][0]
    if "const" in made:
        return made["const"]
    if several := made.get("anyOf") or made.get("oneOf") or made.get("allOf"):
        nothing = {"type": "null"} in several
        return None if nothing else _of(several[0], schemas, items)
    return _plain(made, schemas, items)


def _plain(made, schemas, items):
    kind = made.get("type")
    if kind == "array":
        return [_of(made["items"], schemas) for _ in range(items)]
    if kind == "object":
        named = made.get("required", ())
        fields = made.get("properties", {})
        return {name: _of(fields[name], schemas, items) for name in fields if name in named}
    return BY_FORMAT.get(made.get("format")) or BY_TYPE[kind]

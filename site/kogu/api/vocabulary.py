"""Codes in answers and the words for them: every enumeration under a name."""

from collections.abc import Callable
from typing import Annotated, Literal

from django.conf import settings
from pydantic import Field

from kogu.content import kinds

# Words by code, or what makes them once all apps are there; filled where the codes are used.
vocabularies: dict[str, dict | Callable] = {}


def coded(name, choices, *, may_be_empty=False):
    """The type of a field that holds one of these codes, whose words are told under the name."""
    words = {code: words for code, words in getattr(choices, "choices", choices) if code}
    vocabularies[name] = words
    codes = (*words, "") if may_be_empty else tuple(words)
    return Annotated[Literal[codes], Field(json_schema_extra={"x-vocabulary": name})]


def codes_of(name, *, may_be_empty=False):
    """Completes the schema of a field whose codes are known only when all apps are there."""

    def complete(schema):
        codes = list(words_of(name))
        schema["x-vocabulary"] = name
        # Of what may be nothing, the text is the first of two.
        text = schema["anyOf"][0] if "anyOf" in schema else schema
        text["enum"] = [*codes, ""] if may_be_empty else codes

    return complete


def words_of(name):
    """The words of a vocabulary by code, in their own order."""
    words = vocabularies[name]
    return words() if callable(words) else words


vocabularies["locale"] = dict(settings.LANGUAGES)
vocabularies["kind"] = lambda: {
    kind: model._meta.verbose_name for kind, model in sorted(kinds.models_by_kind().items())
}

"""Codes in answers and the words for them: every enumeration under a name."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from kogu.content import kinds

# Words by code, or what makes them once all apps are there; filled where the codes are used.
Words = Mapping[str, Any]
vocabularies: dict[str, Words | Callable[[], Words]] = {}


class Codes:
    """What a field may hold: `Annotated[str, Codes("licence", Licence)]`.

    `choices` is a `TextChoices` or pairs of code and words; the words are told under `name`.
    """

    def __init__(self, name: str, choices: Any, *, may_be_empty: bool = False) -> None:
        pairs: Iterable[tuple[str, Any]] = getattr(choices, "choices", choices)
        self.name = name
        self.words = {code: words for code, words in pairs if code}
        self.codes = [*self.words, *([""] if may_be_empty else [])]
        vocabularies[name] = self.words

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.literal_schema(self.codes)

    def __get_pydantic_json_schema__(
        self, made: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(made), "x-vocabulary": self.name}


def codes_of(name: str, *, may_be_empty: bool = False) -> Callable[[dict[str, Any]], None]:
    """Completes the schema of a field whose codes are known only when all apps are there."""

    def complete(schema: dict[str, Any]) -> None:
        codes = list(words_of(name))
        schema["x-vocabulary"] = name
        # Of what may be nothing, the text is the first of two.
        text = schema["anyOf"][0] if "anyOf" in schema else schema
        text["enum"] = [*codes, ""] if may_be_empty else codes

    return complete


def words_of(name: str) -> Words:
    """The words of a vocabulary by code, in their own order."""
    words = vocabularies[name]
    return words() if callable(words) else words


vocabularies["locale"] = dict(settings.LANGUAGES)
vocabularies["kind"] = lambda: {
    kind: model._meta.verbose_name for kind, model in sorted(kinds.models_by_kind().items())
}

"""Errors as problem+json (RFC 9457), naming every parameter that is wrong."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import get_supported_language_variant, override
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header
from pydantic import ConfigDict, Field

from .schemas import Schema


class ParameterProblem(Schema):
    """One parameter that is wrong."""

    parameter: str = Field(description="Name of the parameter")
    message: str = Field(description="What is wrong with it")


class ProblemOut(Schema):
    """An error, after RFC 9457."""

    model_config = ConfigDict(title="Problem")

    type: str = Field("about:blank", description="Kind of problem, a URI reference")
    title: str = Field(description="Short name of the problem")
    status: int = Field(description="HTTP status code")
    detail: str = Field("", description="What happened in this case")
    errors: list[ParameterProblem] = Field(default_factory=list, description="Wrong parameters")
    locales: list[str] = Field(
        default_factory=list, description="Languages in which what was asked for can be had"
    )


# Translated when the answer is written, in the reader's language.
type Words = str | Promise


@dataclass
class ApiProblem(Exception):
    """Raised by endpoints; answered as problem+json."""

    status: int
    title: Words
    detail: Words = ""
    errors: tuple[dict[str, Words], ...] = ()
    locales: tuple[str, ...] = ()


NOT_ALLOWED = _("This value is not allowed.")


class InvalidValue(ValueError):
    """A parameter's value that is not allowed, with translatable words that say which is."""

    def __init__(self, words: Words = NOT_ALLOWED, **values: object) -> None:
        super().__init__(format_lazy(words, **values) if values else words)  # type: ignore[arg-type]  # every lazy text is one

    @property
    def words(self) -> Words:
        """Lazy, as the reader's language is known to the answer only."""
        words: Words = self.args[0]
        return words


class InvalidParameters(ApiProblem):
    """Parameters nobody knows, or values that are not allowed."""

    def __init__(self, **errors: Words) -> None:
        listed = tuple(
            {"parameter": name.rstrip("_"), "message": message} for name, message in errors.items()
        )
        super().__init__(400, _("Bad parameters"), _("Each is named under errors."), listed)


class NotFound(ApiProblem):
    """Not there, or not public: the same answer; else not in the languages asked for."""

    def __init__(self, locales: Sequence[str] = ()) -> None:
        words: Words = _("There is no such public item.")
        if locales:
            words = format_lazy(
                _("It is not there in the language asked for, but in: {locales}."),
                locales=", ".join(locales),
            )
        super().__init__(404, _("Not found"), words, locales=tuple(locales))


def problem_response(problem: ApiProblem, request: HttpRequest) -> HttpResponse:
    """The problem as an answer that nobody stores, in the reader's language."""
    language = _language(request)
    with override(language):
        body = {
            "type": "about:blank",
            "title": str(problem.title),
            "status": problem.status,
            "detail": str(problem.detail),
            "errors": [{**each, "message": str(each["message"])} for each in problem.errors],
            "locales": list(problem.locales),
        }
    response = HttpResponse(
        json.dumps(body, ensure_ascii=False),
        status=problem.status,
        content_type="application/problem+json",
        headers={"Content-Language": language},
    )
    response.is_private = True  # type: ignore[attr-defined]  # a mark of ours
    return response


def _language(request: HttpRequest) -> str:
    """That of `locale` where the site has it, else the best of `Accept-Language`, else English."""
    locales = parse_qs(request.META.get("QUERY_STRING", "")).get("locale", [])
    if len(locales) == 1 and locales[0] in dict(settings.LANGUAGES):
        return str(locales[0])
    for code, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            if quality and code != "*":
                return get_supported_language_variant(code)
        except LookupError:
            continue
    return "en"

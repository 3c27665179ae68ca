"""Errors as problem+json (RFC 9457), naming every parameter that is wrong."""

import json
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext_lazy as _
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


@dataclass
class ApiProblem(Exception):
    """Raised by endpoints; answered as problem+json."""

    status: int
    title: str
    detail: str = ""
    errors: tuple = ()
    locales: tuple = ()


class BadParameters(ApiProblem):
    """Parameters nobody knows, or values that are not allowed."""

    def __init__(self, **errors):
        listed = tuple(
            {"parameter": name.rstrip("_"), "message": message} for name, message in errors.items()
        )
        super().__init__(400, "Bad parameters", "See errors for each.", listed)


class NothingHere(ApiProblem):
    """Not there, or not public: the same answer; else not in the languages asked for."""

    def __init__(self, locales=()):
        words = _("There is no such public thing.")
        if locales:
            words = format_lazy(
                _("It is not there in the language asked for, but in: {locales}."),
                locales=", ".join(locales),
            )
        super().__init__(404, _("Not found"), words, locales=tuple(locales))


def problem_response(problem, request):
    """The problem as an answer that nobody stores, in the reader's language where it has it."""
    language = _language(problem, request)
    with override(language):
        body = {
            "type": "about:blank",
            "title": str(problem.title),
            "status": problem.status,
            "detail": str(problem.detail),
            "errors": list(problem.errors),
            "locales": list(problem.locales),
        }
    response = HttpResponse(
        json.dumps(body, ensure_ascii=False),
        status=problem.status,
        content_type="application/problem+json",
        headers={"Content-Language": language},
    )
    response.is_private = True
    return response


def _language(problem, request):
    """English, unless the reader's program asks for another; parameters speak English only."""
    if problem.status == 400 or "Accept-Language" not in request.headers:
        return "en"
    return get_language_from_request(request)

"""How the API answers: JSON, the same bytes for everyone, conditional, readable from anywhere."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from pydantic_core import PydanticSerializationError, to_json

from kogu.delivery.conditional import public
from kogu.language.characters import clean_all, may_be_unfit

from .problems import ApiProblem, problem_response
from .query_params import CODES


def json_answer(body: Any, language: str) -> HttpResponse:
    """JSON without white space, with its `Content-Language`."""
    response = HttpResponse(_clean(body), content_type="application/json")
    response["Content-Language"] = language
    return response


def _clean(body: Any) -> bytes:
    """Without what other formats cannot carry, which is looked for in all at once."""
    try:
        data = to_json(body)
    except PydanticSerializationError:  # half of a surrogate pair
        return to_json(clean_all(body))
    return to_json(clean_all(body)) if may_be_unfit(data) else data


def _language(request: HttpRequest, body: dict[str, Any]) -> str:
    """The languages of what is answered, that asked for first; of nothing, the one asked for."""
    asked = request.GET.get("locale")
    asked = asked if asked in CODES else str(settings.LANGUAGE_CODE)
    told = {item["locale"] for item in body.get("items", [body]) if "locale" in item}
    return ", ".join(code for code in dict.fromkeys([asked, *CODES]) if code in told) or asked


def public_answer(request: HttpRequest, make: Callable[[], dict[str, Any]]) -> HttpResponse:
    """What `make` returns, unless the reader holds it already; problems are not stored."""

    @public
    def answered(_request: HttpRequest) -> HttpResponse:
        try:
            body = make()
            return json_answer(body, _language(request, body))
        except ApiProblem as problem:
            return problem_response(problem, request)

    return answered(request)

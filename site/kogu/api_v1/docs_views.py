"""The API's description for programs, and readable for people."""

import json
from functools import cache

from django.http import HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from ninja import Router

from kogu.delivery.conditional import public

from . import docs_page
from .openapi import INTRODUCTION, PROBLEMS

router = Router()
_api = []


def describes(api):
    """Says which API is described."""
    _api[:] = [api]


@cache
def schema():
    """The description, made once."""
    return _api[0].get_openapi_schema()


@cache
def _text():
    return json.dumps(schema(), ensure_ascii=False, separators=(",", ":"))


@router.get("/", include_in_schema=False)
def front(request):
    """Whoever asks for the API itself is told what it is."""
    return HttpResponseRedirect("/api/v1/docs")


@router.get("/openapi.json", include_in_schema=False)
@public
def openapi(request):
    """OpenAPI 3.1."""
    headers = {"Content-Language": "en"}
    return HttpResponse(_text(), content_type="application/json", headers=headers)


@cache
def _page():
    paragraphs = " ".join(INTRODUCTION.replace("**", "").splitlines()).split("  ")
    return render_to_string(
        "api_docs.html",
        {
            "introduction": [docs_page.pieces(text) for text in paragraphs],
            "operations": docs_page.operations(schema()),
            "parts": docs_page.parts(schema()),
            "problems": [(status, words) for status, (_name, words) in PROBLEMS.items()],
        },
    )


@router.get("/docs", include_in_schema=False)
@public
def docs(request):
    """The description for people."""
    return HttpResponse(_page(), headers={"Content-Language": "en"})

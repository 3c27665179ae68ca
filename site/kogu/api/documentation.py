"""The API's description for programs, and readable for people."""

import json
from functools import cache

from django.http import HttpResponse
from ninja import Router

from kogu.delivery.conditional import public

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


@router.get("/openapi.json", include_in_schema=False)
@public
def openapi(request):
    """OpenAPI 3.1."""
    return HttpResponse(_text(), content_type="application/json")

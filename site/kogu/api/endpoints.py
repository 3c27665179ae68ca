"""The API put together: every registered resource gets its list and its item."""

import logging
from typing import Any
from uuid import UUID

from ninja import NinjaAPI, Schema
from ninja.errors import ValidationError
from ninja.openapi.docs import Swagger
from pydantic import Field, create_model

import home.api  # noqa: F401 - registers its resources
from kogu.base.api import listing
from kogu.base.api.answers import public_answer
from kogu.base.api.problems import (
    ApiProblem,
    BadParameters,
    NothingHere,
    ProblemOut,
    problem_response,
)
from kogu.base.api.resource import resources
from kogu.base.api.schemas import CardOut

from . import site

log = logging.getLogger(__name__)

api = NinjaAPI(
    title="Kogu",
    version="1",
    urls_namespace="api-v1",
    description="News, events, directories and funded projects of a region, in its languages.",
    docs=Swagger(settings={"persistAuthorization": False}),
)


@api.exception_handler(ApiProblem)
def _problem(request, problem):
    return problem_response(problem)


@api.exception_handler(ValidationError)
def _unreadable(request, error):
    """A key that is no UUID names nothing."""
    in_path = any("path" in one.get("loc", ()) for one in error.errors)
    problem = NothingHere() if in_path else BadParameters(query="This value is not allowed.")
    return problem_response(problem)


@api.exception_handler(Exception)
def _broken(request, error):
    log.exception("the API failed", exc_info=error)
    return problem_response(ApiProblem(500, "Something went wrong", "It was written to the log."))


def _list_schema(resource):
    return create_model(
        f"{resource.schema.__name__.removesuffix('Out')}List",
        __base__=Schema,
        items=(list[resource.schema], Field(description="The things on this page of the list")),
        included=(
            dict[str, dict[str, CardOut | Any]],
            Field(description="What `include` asked for, by kind and id"),
        ),
        next=(str | None, Field(description="Address of the rest of the list")),
        total=(int, Field(description="How many things the whole list holds")),
    )


def _mount(resource):
    errors = {400: ProblemOut, 404: ProblemOut}

    @api.get(
        f"/{resource.name}",
        response={200: _list_schema(resource), **errors},
        summary=f"List {resource.name}",
        description=resource.description,
        operation_id=f"list_{resource.name}",
        tags=[resource.name],
        openapi_extra={"parameters": list(_parameters(resource))},
    )
    def list_things(request):
        return public_answer(request, lambda: listing.listing(resource, request.GET))

    @api.get(
        f"/{resource.name}/{{key}}",
        response={200: resource.schema, **errors},
        summary=f"One of {resource.name}",
        operation_id=f"get_{resource.name}",
        tags=[resource.name],
        openapi_extra={"parameters": list(_shared_parameters(resource))},
    )
    def one_thing(request, key: UUID):
        return public_answer(request, lambda: listing.one(resource, key, request.GET))


def _parameter(name, description, **schema):
    return {
        "in": "query",
        "name": name,
        "required": False,
        "description": description,
        "schema": {"type": "string", **schema},
    }


def _shared_parameters(resource):
    yield _parameter("locale", "Language of the words; the site's own when not said")
    yield _parameter("fallback", "Other languages to offer, in order, separated by commas")
    yield _parameter("fields", "Only these fields, separated by commas")
    names = ", ".join(listing.INCLUDES)
    yield _parameter("include", f"Bring what is named, whole: {names}")


def _parameters(resource):
    yield from _shared_parameters(resource)
    yield _parameter("order", "How to sort", enum=list(resource.orders), default=resource.order)
    yield _parameter(
        "limit", "How many at once", type="integer", minimum=1, maximum=100, default=listing.DEFAULT
    )
    yield _parameter("cursor", "Where to go on; taken from `next`")
    for name, one in resource.filters.items():
        extra = {"enum": list(one.choices)} if one.choices else {}
        yield _parameter(name, one.description, **extra)


for _resource in resources.values():
    _mount(_resource)
api.add_router("", site.router)

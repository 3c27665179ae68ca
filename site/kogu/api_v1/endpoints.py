"""The API put together: every registered resource gets its list and its item."""

import logging
from uuid import UUID

from django.conf import settings
from ninja import NinjaAPI
from ninja.errors import ValidationError
from pydantic import Field, create_model

# These register their resources.
import directory.api  # noqa: F401 registers its resources
import events.api  # noqa: F401 registers its resources
import home.api  # noqa: F401 registers its resources
from kogu.api import listing
from kogu.api.included import included_schema
from kogu.api.problems import (
    NOT_ALLOWED,
    ApiProblem,
    InvalidParameters,
    NotFound,
    problem_response,
)
from kogu.api.resource import resources
from kogu.api.responses import public_answer
from kogu.api.schemas import Schema
from kogu.web.errors import error_response
from kogu.web.errors.statuses import status_of

from . import docs_views, openapi, resolve, site, vocabulary
from .parameters import item_parameters, list_parameters

log = logging.getLogger(__name__)


class KoguAPI(NinjaAPI):
    """The API with a description that tells everything."""

    def get_openapi_schema(self, **options):
        """The description, completed once."""
        return openapi.complete(super().get_openapi_schema(**options))


api = KoguAPI(
    title="Kogu",
    version="1",
    urls_namespace="api-v1",
    description=openapi.INTRODUCTION,
    docs_url=None,
    openapi_url=None,
)


@api.exception_handler(ApiProblem)
def _problem(request, problem):
    return problem_response(problem, request)


@api.exception_handler(ValidationError)
def _unreadable(request, error):
    """A key that is no UUID names nothing."""
    in_path = any("path" in one.get("loc", ()) for one in error.errors)
    problem = NotFound() if in_path else InvalidParameters(query=NOT_ALLOWED)
    return problem_response(problem, request)


@api.exception_handler(Exception)
def _broken(request, error):
    log.exception("the API failed", exc_info=error)
    return error_response(request, status_of(error))


def _address(resource):
    return f"{settings.SITE_URL}/api/v1/{resource.name}"


INCLUDED = included_schema()


def _list_schema(resource):
    return create_model(
        f"{resource.schema.__name__.removesuffix('Out')}List",
        __base__=Schema,
        __doc__=f"A page of the list of {resource.name}.",
        items=(list[resource.schema], Field(description="The things on this page of the list")),
        included=(INCLUDED, Field(description="What `include` asked for")),
        next=(
            str | None,
            Field(
                description="Address of the rest of the list; nothing at its end",
                examples=[f"{_address(resource)}?locale=lv&cursor=WyJ…"],
            ),
        ),
        total=(
            int,
            Field(
                description="How many things the whole list holds in the languages asked for",
                examples=[14],
            ),
        ),
        total_in_all_languages=(
            int,
            Field(
                description="How many the same list holds in all languages, each once: the same "
                "number whichever `locale` is asked for",
                examples=[17],
            ),
        ),
        all_languages_url=(
            str | None,
            Field(
                description="Address of the list in all languages, with all others as "
                "`fallback`; nothing where it holds no more than this one",
                examples=[f"{_address(resource)}?locale=lv&fallback=et%2Cpl%2Cen"],
            ),
        ),
    )


def _mount(resource):
    @api.get(
        f"/{resource.name}",
        response=_list_schema(resource),
        summary=f"List {resource.name}",
        description=resource.description,
        operation_id=f"list_{resource.name}",
        tags=[resource.name],
        openapi_extra={"parameters": list_parameters(resource)},
    )
    def list_items(request):
        return public_answer(request, lambda: listing.list_response(resource, request.GET))

    @api.get(
        f"/{resource.name}/{{key}}",
        response=resource.schema,
        summary=f"One of {resource.name}",
        description="The same as in the list, alone.",
        operation_id=f"get_{resource.name}",
        tags=[resource.name],
        openapi_extra={"parameters": item_parameters(resource)},
    )
    def get_item(request, key: UUID):
        return public_answer(request, lambda: listing.item_response(resource, key, request.GET))


for _resource in resources.values():
    _mount(_resource)
api.add_router("", resolve.router)
api.add_router("", site.router)
api.add_router("", vocabulary.router)
api.add_router("", docs_views.router)
docs_views.describes(api)

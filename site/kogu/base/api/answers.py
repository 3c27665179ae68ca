"""How the API answers: JSON, the same bytes for everyone, conditional, readable from anywhere."""

from django.http import HttpResponse
from pydantic_core import to_json

from kogu.delivery.conditional import public

from .problems import ApiProblem, problem_response


def json_answer(body):
    """JSON as compact as it gets."""
    return HttpResponse(to_json(body), content_type="application/json")


def public_answer(request, make):
    """What `make` returns, unless the reader holds it already; problems are not stored."""

    @public
    def answered(_request):
        try:
            return json_answer(make())
        except ApiProblem as problem:
            return problem_response(problem)

    return answered(request)

"""While the second factor is outstanding nothing of the admin opens, whatever its address."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext

from . import second_factor

ALWAYS = frozenset(
    {
        *("wagtailadmin_login", "wagtailadmin_logout"),
        *("wagtailadmin_sprite", "wagtailadmin_javascript_catalog"),
    }
)
OPEN = {
    second_factor.VERIFY: ALWAYS | {"second_factor:verify", "second_factor:recover"},
    second_factor.ENROL: ALWAYS | {"second_factor:enrol", "second_factor:confirm"},
}


class SecondFactorMiddleware:
    """Below the admin everything is refused but what gives the factor; elsewhere one is signed out.

    Public pages must not look at the session unless they ask who reads them.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Lead to what is outstanding; a program and a form are refused."""
        if not request.path_info.startswith(self._admin):
            request.user = _without_half_signed_in(request.user)
            return self.get_response(request)
        state = second_factor.outstanding(request.user)
        if not state or _view_name(request) in OPEN[state]:
            return self.get_response(request)
        if request.method != "GET" or _is_program(request):
            words = gettext("Signing in is not finished: the second factor is outstanding.")
            return HttpResponse(words, status=403, content_type="text/plain; charset=utf-8")
        return redirect(step_url(state, request.get_full_path()))

    @cached_property
    def _admin(self):
        return reverse("wagtailadmin_home")


def step_url(state, then):
    """The address of what is outstanding, and where it leads afterwards."""
    return reverse(f"second_factor:{state}") + "?" + urlencode({"next": then})


def _without_half_signed_in(user):
    return SimpleLazyObject(lambda: AnonymousUser() if second_factor.outstanding(user) else user)


def _view_name(request):
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def _is_program(request):
    accepted = request.headers.get("Accept", "text/html")
    return request.headers.get("X-Requested-With") == "XMLHttpRequest" or (
        "text/html" not in accepted and "*/*" not in accepted
    )

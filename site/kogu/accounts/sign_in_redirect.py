"""Whoever sends a form after the session has ended signs in and comes back to its page."""

from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _


class SignInRedirectMiddleware:
    """The address of a form answers nobody who comes from the sign-in: the form's page does."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Replace where the sign-in leads to."""
        response = self.get_response(request)
        login = reverse("wagtailadmin_login")
        is_refused = response.get("Location", "").startswith(f"{login}?{REDIRECT_FIELD_NAME}=")
        if request.method == "POST" and is_refused:
            words = _("You are signed out, so nothing was changed. Sign in and try again.")
            messages.warning(request, words)
            response["Location"] = f"{login}?{urlencode({REDIRECT_FIELD_NAME: _page_of(request)})}"
        return response


def _page_of(request):
    page = request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}):
        return urlsplit(page)._replace(scheme="", netloc="").geturl()
    return reverse("wagtailadmin_home")

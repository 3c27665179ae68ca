"""Where passwords and codes are guessed: counted before they are looked at, refused in words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language, gettext, ngettext
from wagtail.admin.localization import get_localized_response

from kogu.delivery.client_address import client_address

from . import known_devices, login_throttle, second_factor
from .second_factor_middleware import step_url

TOO_MANY = 429


@dataclass(frozen=True)
class Attempt:
    """Somebody asks to be let in: to which account, and whether a known device is theirs."""

    account: str
    is_theirs: object = None
    total: login_throttle.Limit = login_throttle.ACCOUNT
    is_public: bool = False
    always_counts: bool = False
    makes_known: bool = False
    signs_in: bool = False

    def limits(self, request):
        """The limits that the attempt counts for, by key."""
        device = known_devices.known_digest(request, self.is_theirs) if self.is_theirs else ""
        address = client_address(request) or request.META.get("REMOTE_ADDR", "")
        return login_throttle.limits_of(self.account, address, device=device, total=self.total)


class LoginThrottleMiddleware:
    """Counts every attempt to sign in, and makes the devices of those that succeed known.

    Counting is a transaction of its own, before the one in which the request runs.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Counts the attempt beforehand, refuses it where it must wait, and records its outcome."""
        attempt = attempt_of(request) if request.method == "POST" else None
        if attempt is None:
            return self.get_response(request)
        limits = attempt.limits(request)
        if wait := login_throttle.count_attempt(limits):
            return get_localized_response(_too_many, request, wait, attempt.is_public)
        request.changes_nothing_public = True
        response = self.get_response(request)
        _record_outcome(request, response, attempt, limits)
        return response


def _record_outcome(request, response, attempt, limits):
    """A form that is shown again was given something wrong; 403 looked at nothing."""
    if response.status_code == 403:
        login_throttle.release(limits)
    elif response.status_code == 302 and not attempt.always_counts:
        login_throttle.succeed(limits)
        if state := attempt.signs_in and second_factor.outstanding(request.user):
            response["Location"] = step_url(state, response["Location"])
        elif attempt.makes_known and request.user.is_authenticated:
            known_devices.set_cookie(request, response, request.user)


def attempt_of(request):
    """What is attempted at this address, if anything is."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    make_attempt = ATTEMPT_BY_VIEW.get(match.view_name)
    return make_attempt(request, match.kwargs) if make_attempt else None


def _named(request, **more):
    """An account named by who asks; an unknown name is counted like a known one."""
    name = login_throttle.normal(request.POST.get("username", ""))
    return Attempt(
        f"user:{name}", lambda user: login_throttle.normal(user.get_username()) == name, **more
    )


def _sign_in(request, kwargs):
    return _named(request, makes_known=True, signs_in=True)


def _sign_in_to_read(request, kwargs):
    # The device's cookie is not sent there.
    return _named(request, is_public=True, signs_in=True)


def _shared_password(request, kwargs):
    if "page_view_restriction_id" in kwargs:
        restriction = kwargs["page_view_restriction_id"]
    else:
        restriction = f"documents-{kwargs['restriction_id']}"
    return Attempt(f"shared:{restriction}", total=login_throttle.SHARED, is_public=True)


def _forgotten(request, kwargs):
    """Every asking counts, since the answer is always the same."""
    email = login_throttle.normal(request.POST.get("email", ""))
    return Attempt(
        f"email:{email}",
        lambda user: login_throttle.normal(user.email) == email,
        always_counts=True,
    )


def _account_settings(request, kwargs):
    """Only what is looked at counts: the old one beside a new one, and the one for the e-mail."""
    sent = request.POST.get
    is_changed = sent("password-new_password1") or sent("password-new_password2")
    if sent("name_email-current_password") or (is_changed and sent("password-old_password")):
        return _password_again(request, kwargs)
    return None


def _password_again(request, kwargs):
    if not request.user.is_authenticated:
        return None
    name = login_throttle.normal(request.user.get_username())
    return Attempt(f"user:{name}", lambda user: user.pk == request.user.pk, makes_known=True)


def _code(request, kwargs):
    """Codes of the app and recovery codes count together."""
    pk = request.user.pk
    return Attempt(f"code:{pk}", lambda user: user.pk == pk, makes_known=True) if pk else None


ATTEMPT_BY_VIEW = {
    "wagtailadmin_login": _sign_in,
    "wagtailcore_login": _sign_in_to_read,
    "wagtailcore_authenticate_with_password": _shared_password,
    "wagtaildocs_authenticate_with_password": _shared_password,
    "wagtailadmin_password_reset": _forgotten,
    "wagtailadmin_account": _account_settings,
    "second_factor:confirm": _password_again,
    "second_factor:verify": _code,
    "second_factor:recover": _code,
}


def _too_many(request, seconds, is_public):
    """Says how long to wait, as other errors are said, and holds no thread meanwhile."""
    if seconds < 90:
        wait = ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    else:
        minutes = -(-seconds // 60)
        wait = ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    context = {
        "title": gettext("Please wait"),
        "lead": gettext("Too many attempts failed. Try again in %(wait)s.") % {"wait": wait},
        "is_admin": not is_public,
        "home_url": f"/{get_language()}/",
        **(_other_way_in(request) if is_public else {"kept": _known_device()}),
    }
    response = TemplateResponse(request, "error_bare.html", context, status=TOO_MANY)
    response["Retry-After"] = str(seconds)
    return response.render()


def _known_device():
    return gettext(
        "A device on which you have signed in before is not held up by the attempts of others."
    )


def _other_way_in(request):
    """The sign-in of the admin, to which the cookie of a known device is sent."""
    if "username" not in request.POST:
        return {}
    after = urlencode({"next": request.POST["next"]}, safe="/") if request.POST.get("next") else ""
    return {
        "kept": gettext(
            "Staff can also sign in to the editing interface; a device on which they have done so "
            "before is not held up by the attempts of others."
        ),
        "sign_in_url": f"{reverse('wagtailadmin_login')}?{after}".rstrip("?"),
        "sign_in": gettext("Sign in to the editing interface"),
    }

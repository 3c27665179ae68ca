"""Setting a second factor up, giving it at sign-in, and taking it away."""

import time
from base64 import b32encode
from functools import wraps

import django_otp
import segno
from django.contrib import messages
from django.contrib.auth import get_user_model, update_session_auth_hash
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.middleware.csrf import rotate_token
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin.localization import get_localized_response

from . import known_devices, second_factor
from .recent_password import KEY, needs_recent_password
from .second_factor_forms import CodeForm, PasswordForm, RecoveryCodeForm
from .users import refuse_below

SECRET = "kogu_second_factor_secret"  # noqa: S105 the name of a place, not a secret


def password_given(view):
    """For who has given a password, in their language; nothing is cached or reported."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
        return get_localized_response(view, request, *args, **kwargs)

    return never_cache(sensitive_post_parameters()(wrapped))


def _page(request, name, **context):
    return TemplateResponse(
        request, f"accounts/second_factor/{name}.html", {"next": _next(request), **context}
    )


def _next(request):
    """Where it goes on, on this site."""
    target = request.POST.get("next") or request.GET.get("next", "")
    hosts, secure = {request.get_host()}, request.is_secure()
    # `redirect()` takes a word for the name of a view.
    if target.startswith("/") and url_has_allowed_host_and_scheme(
        target, allowed_hosts=hosts, require_https=secure
    ):
        return target
    return reverse("wagtailadmin_home")


@password_given
def status(request):
    """Whether there is one, and what can be done."""
    return _page(
        request,
        "status",
        device=second_factor.device_of(request.user),
        is_required=second_factor.is_required(request.user),
        codes_left=request.user.recovery_codes.count(),
    )


@password_given
def verify(request):
    """The step after the password: a code of the app."""
    return _give(request, CodeForm, second_factor.verify, "verify")


@password_given
def recover(request):
    """The same step without the phone."""
    return _give(request, RecoveryCodeForm, second_factor.use_recovery_code, "recover")


def _give(request, form_class, check, template):
    if second_factor.outstanding(request.user) != second_factor.VERIFY:
        return redirect(_next(request))
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if device := check(request.user, form.cleaned_data["code"]):
            _let_in(request, device)
            return redirect(_next(request))
        form.add_error("code", form.wrong)
    return _page(request, template, form=form)


@password_given
@needs_recent_password
def enrol(request):
    """Sharing a secret with an app, and proving that it took it."""
    if second_factor.device_of(request.user):
        return redirect("second_factor:status")
    key = request.session.setdefault(SECRET, second_factor.new_key())
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if device := second_factor.enrol(request.user, key, form.cleaned_data["code"]):
            del request.session[SECRET]
            _let_in(request, device)
            return _show_codes(request)
        form.add_error("code", form.wrong)
    url = second_factor.unsaved_device(request.user, key).config_url
    picture = segno.make(url, error="m").svg_data_uri(scale=5, border=4, light="white")
    secret = b32encode(bytes.fromhex(key)).decode()
    groups = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    is_required = second_factor.is_required(request.user)
    return _page(
        request, "enrol", form=form, picture=picture, secret=groups, is_required=is_required
    )


@password_given
def confirm(request):
    """The password again, before what changes how one signs in."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if request.user.check_password(form.cleaned_data["password"]):
            request.session[KEY] = int(time.time())
            return redirect(_next(request))
        form.add_error("password", form.wrong)
    return _page(request, "confirm", form=form)


@password_given
@needs_recent_password
def codes(request):
    """New recovery codes in the place of the old."""
    if not second_factor.device_of(request.user):
        return redirect("second_factor:status")
    if request.method == "POST":
        return _show_codes(request)
    return _page(request, "codes_confirm")


@password_given
@needs_recent_password
def remove(request):
    """Without a second factor from now on; who must have one is led to set up another."""
    if request.method == "POST" and second_factor.device_of(request.user):
        second_factor.remove(request.user, request.user)
        response = redirect("second_factor:status")
        _renew(request, response)
        messages.success(request, _("Your second factor was removed."))
        return response
    return _page(request, "remove")


@password_given
@needs_recent_password
def reset(request, pk):
    """An administrator takes a colleague's away, who has lost phone and codes."""
    user = get_object_or_404(get_user_model(), pk=pk)
    if not may_reset(request.user, user):
        raise PermissionDenied
    refuse_below(request.user, [user])
    if request.method == "POST":
        second_factor.remove(user, request.user, event="reset")
        messages.success(
            request, _("The second factor of %(user)s was removed.") % {"user": user.get_username()}
        )
        return redirect("wagtailusers_users:index")
    return _page(request, "reset", person=user)


def may_reset(by, user):
    """Who may change users may, but nobody their own this way."""
    return by.pk != user.pk and by.has_perms(["wagtailadmin.access_admin", "accounts.change_user"])


def _show_codes(request):
    """They are shown in this answer, and kept nowhere that could show them again."""
    new = second_factor.new_recovery_codes(request.user)
    response = _page(request, "codes", codes=new)
    if not second_factor.outstanding(request.user):
        known_devices.set_cookie(request, response, request.user)
    return response


def _let_in(request, device):
    """The session is another one from here on."""
    update_session_auth_hash(request, request.user)
    django_otp.login(request, device)
    rotate_token(request)


def _renew(request, response):
    """This session and device outlast the change that ends the others."""
    update_session_auth_hash(request, request.user)
    known_devices.set_cookie(request, response, request.user)

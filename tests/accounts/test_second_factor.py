"""Who has a second factor, or must have one, gets nowhere in the admin without it."""

import re
from io import StringIO

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_otp.oath import totp
from wagtail.models import ModelLogEntry

from kogu.accounts import second_factor
from kogu.accounts.models import KnownDevice, RecoveryCode, SecondFactorRequirement
from kogu.accounts.second_factor_middleware import OPEN
from kogu.delivery.models import Outbox
from tests.threads import in_threads

pytestmark = pytest.mark.django_db
KEY = "3132333435363738393031323334353637383930"
VERIFY, RECOVER = "/admin/second-factor/verify/", "/admin/second-factor/recover/"
ENROL, STATUS = "/admin/second-factor/enrol/", "/admin/second-factor/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2027-03-01T12:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def mari(django_user_model):
    return django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")


@pytest.fixture
def device(mari, clock):
    """Mari's app, set up some while ago."""
    device = second_factor.enrol(mari, KEY, code())
    clock.shift(600)
    return device


def code(steps=0, key=KEY):
    return f"{totp(bytes.fromhex(key), drift=steps):06d}"


def sign_in(client, name="mari", then="/admin/", **headers):
    sent = {"username": name, "password": "secret", "next": then}
    return client.post("/admin/login/", sent, headers=headers)


def give(client, typed, address=VERIFY, **more):
    return client.post(address, {"code": typed, **more})


def mails():
    return [e.payload["context"]["event"] for e in Outbox.objects.filter(kind="mail.template")]


def test_after_the_password_the_code_is_asked_for(client, device):
    answer = sign_in(client, then="/admin/pages/")
    assert answer["Location"] == f"{VERIFY}?next=%2Fadmin%2Fpages%2F"
    html = client.get(answer["Location"]).content.decode()
    assert 'autocomplete="one-time-code"' in html

    assert give(client, code(), next="/admin/pages/")["Location"] == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


def test_a_session_is_another_one_once_the_code_is_given(client, device):
    sign_in(client)
    before = client.cookies["kogu_session"].value
    give(client, code())

    assert client.cookies["kogu_session"].value != before
    stale = Client()
    stale.cookies["kogu_session"] = before
    assert stale.get("/admin/").status_code == 302


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_may_go_wrong_by_one_step(client, device, steps):
    sign_in(client)
    assert give(client, code(steps)).status_code == 302


@pytest.mark.parametrize("steps", [-2, 2])
def test_a_clock_may_go_wrong_by_no_more(client, device, steps):
    sign_in(client)
    assert give(client, code(steps)).status_code == 200


def test_a_code_serves_once(client, device):
    sign_in(client)
    give(client, code())
    other = Client()
    sign_in(other)

    answer = give(other, code())

    assert answer.status_code == 200
    assert "was used already" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["code", "recovery"])
def test_a_code_given_twice_at_once_serves_once(mari, device, kind):
    recovery = second_factor.new_recovery_codes(mari)[0]
    answers = []

    def work():
        if kind == "code":
            answers.append(second_factor.verify(mari, code()))
        else:
            answers.append(second_factor.use_recovery_code(mari, recovery))

    assert in_threads(*[work] * 4) == []
    assert len(answers) == 4
    assert len([answer for answer in answers if answer]) == 1


@pytest.mark.parametrize("typed", ["", "abcdef", "12345", "1234567", "-12345", "1e5", "١٢٣٤٥٦"])
def test_what_is_no_code_is_none(client, device, typed):
    sign_in(client)
    assert give(client, typed).status_code == 200


def test_a_code_may_be_typed_in_groups(client, device):
    sign_in(client)
    assert give(client, f" {code()[:3]} {code()[3:]} ").status_code == 302


def test_codes_are_not_guessed_without_end(client, device):
    sign_in(client)
    wrong = [give(client, f"{n:06d}").status_code for n in range(10)]

    assert wrong == [200] * 10
    assert give(client, code()).status_code == 429
    assert give(client, "aaaa-aaaa-aaaa", RECOVER).status_code == 429


def test_giving_the_password_again_allows_no_more_guesses(device):
    def guess(n):
        client = Client()
        sign_in(client)
        return give(client, f"{n:06d}").status_code

    assert [guess(n) for n in range(11)] == [200] * 10 + [429]


def test_guessing_codes_from_many_addresses_is_delayed(device, clock):
    waited = 0
    for n in range(40):
        client, address = Client(), f"8.8.4.{n + 1}"
        sign_in(client, **{"x-forwarded-for": address})
        answer = client.post(VERIFY, {"code": f"{n:06d}"}, headers={"x-forwarded-for": address})
        if answer.status_code == 429:
            waited += int(answer["Retry-After"])
            clock.shift(int(answer["Retry-After"]))
    assert waited > 3600


def test_a_password_alone_makes_no_device_known(client, device):
    answer = sign_in(client)
    assert "kogu_device" not in answer.cookies
    assert not KnownDevice.objects.exists()

    assert "kogu_device" in give(client, code()).cookies


def test_another_sites_address_is_not_led_to(client, device):
    for wanted in ("https://evil.example/", "//evil.example/", "/\\evil.example"):
        client.post("/admin/logout/")
        sign_in(client)
        answer = give(client, code(), next=wanted)
        device.refresh_from_db()
        device.last_t = -1
        device.save()
        assert answer["Location"] == "/admin/"


def test_the_code_is_not_taken_from_another_site(device):
    strict = Client(enforce_csrf_checks=True)
    page = strict.get("/admin/login/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    sent = {"username": "mari", "password": "secret", "csrfmiddlewaretoken": token}
    assert strict.post("/admin/login/", sent).status_code == 302

    assert give(strict, code()).status_code == 403
    assert strict.post("/admin/second-factor/remove/").status_code == 403


def admin_addresses(patterns=None, prefix=""):
    """Every address below the admin, each with something in its blanks."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from admin_addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and route.startswith("admin/"):
            yield "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda m: "1", re.sub(r"[\^$]", "", route))


@pytest.mark.parametrize("state", ["verify", "enrol"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_of_the_admin_opens_while_the_factor_is_outstanding(
    client, mari, request, state, method
):
    if state == "verify":
        request.getfixturevalue("device")
    else:
        require_of(mari)
    client.force_login(mari)
    opened = {reverse(name) for name in OPEN[state]}

    addresses = [path for path in admin_addresses() if path not in opened]
    answers = {path: getattr(client, method)(path) for path in addresses}

    assert len(answers) > 300
    wanted = 302 if method == "get" else 403
    assert {p: a.status_code for p, a in answers.items() if a.status_code != wanted} == {}
    if method == "get":
        led = {a["Location"].partition("?")[0] for a in answers.values()}
        assert led == {VERIFY if state == "verify" else ENROL}


def test_scripts_are_refused_in_their_way(client, mari, device):
    client.force_login(mari)

    ajax = client.get("/admin/api/main/pages/", headers={"x-requested-with": "XMLHttpRequest"})
    json = client.get("/admin/api/main/pages/", headers={"accept": "application/json"})

    assert (ajax.status_code, json.status_code) == (403, 403)


def test_elsewhere_the_session_counts_as_signed_out(client, mari, device, news):
    from wagtail.models import PageViewRestriction

    from kogu.delivery.changes import public_change

    with public_change():
        PageViewRestriction.objects.create(page=news, restriction_type="login")
    address = news.url
    sent = {"username": "mari", "password": "secret", "next": address}

    answer = client.post(reverse("wagtailcore_login"), sent)
    assert answer["Location"].startswith(VERIFY)
    assert client.get(address).status_code != 200

    give(client, code())
    assert client.get(address).status_code == 200


def require_of(user):
    group = Group.objects.create(name="Careful")
    user.groups.add(group)
    SecondFactorRequirement.objects.create(group=group)
    return group


def test_who_must_have_one_is_led_to_set_it_up(client, mari):
    require_of(mari)

    answer = sign_in(client, then="/admin/pages/")
    html = client.get(answer["Location"]).content.decode()
    key = client.session["kogu_second_factor_secret"]
    done = give(client, code(key=key), ENROL + "?next=/admin/pages/")

    assert answer["Location"].startswith(ENROL)
    assert "Your group requires" in html
    assert 'src="data:image/svg+xml' in html
    shown = re.findall(r"<code>((?:\w{4}-){2}\w{4})</code>", done.content.decode())
    assert len(set(shown)) == 10
    assert client.get("/admin/pages/").status_code in {200, 302}
    assert "second-factor" not in client.get("/admin/pages/").get("Location", "")


def test_a_wrong_code_sets_nothing_up(client, mari):
    client.force_login(mari)
    client.get(ENROL)

    assert give(client, "000000", ENROL).status_code == 200
    assert second_factor.device_of(mari) is None
    assert client.get("/admin/").status_code == 200


def test_setting_up_ends_other_sessions_and_is_told(client, mari):
    other = Client()
    other.force_login(mari)
    client.force_login(mari)
    client.get(ENROL)

    give(client, code(key=client.session["kogu_second_factor_secret"]), ENROL)

    assert other.get("/admin/").status_code == 302
    assert client.get("/admin/").status_code == 200
    assert mails() == ["added"]
    assert ModelLogEntry.objects.filter(action="kogu.second_factor.added", user=mari).exists()


def test_a_second_one_is_not_set_up_beside_the_first(client, mari, device):
    sign_in(client)
    give(client, code())

    assert client.get(ENROL)["Location"] == STATUS
    assert second_factor.enrol(mari, "00" * 20, code(key="00" * 20)) is None


def test_recovery_codes_serve_once_and_are_kept_as_digests(client, mari, device):
    codes = second_factor.new_recovery_codes(mari)
    stored = set(RecoveryCode.objects.values_list("digest", flat=True))
    sign_in(client)

    assert give(client, codes[0].upper().replace("-", " "), RECOVER).status_code == 302
    assert client.get("/admin/").status_code == 200
    other = Client()
    sign_in(other)
    assert give(other, codes[0], RECOVER).status_code == 200
    assert len(stored) == 10
    assert not stored & {one.replace("-", "") for one in codes}
    assert mails() == ["added", "recovery_used"]


def test_nobody_uses_anothers_recovery_code(client, mari, device, django_user_model):
    other = django_user_model.objects.create_superuser("jaan", "jaan@example.org", "secret")
    codes = second_factor.new_recovery_codes(other)
    sign_in(client)

    assert give(client, codes[0], RECOVER).status_code == 200


def test_new_codes_end_the_old(mari, device):
    old = second_factor.new_recovery_codes(mari)
    second_factor.new_recovery_codes(mari)

    assert second_factor.use_recovery_code(mari, old[0]) is None


@pytest.mark.parametrize("address", [ENROL, f"{STATUS}codes/", f"{STATUS}remove/"])
def test_what_changes_the_sign_in_asks_for_the_password_again(client, mari, clock, address):
    client.force_login(mari)
    clock.shift(601)

    answer = client.get(address)
    wrong = client.post(answer["Location"], {"password": "guess"})
    right = client.post(answer["Location"], {"password": "secret", "next": address})

    assert answer["Location"].startswith(f"{STATUS}confirm/?next=")
    assert wrong.status_code == 200
    assert right["Location"] == address


def test_the_password_is_not_guessed_where_it_is_asked_again(client, mari):
    client.force_login(mari)
    sent = {"password": "guess"}

    answers = [client.post(f"{STATUS}confirm/", sent).status_code for _n in range(11)]

    assert answers == [200] * 10 + [429]


def test_removing_it_ends_other_sessions_and_is_told(client, mari, device):
    sign_in(client)
    give(client, code())
    other = Client()
    other.force_login(mari)

    client.post(f"{STATUS}remove/")

    assert second_factor.device_of(mari) is None
    assert not mari.recovery_codes.exists()
    assert other.get("/admin/")["Location"].startswith("/admin/login/")
    assert client.get("/admin/").status_code == 200
    assert mails() == ["added", "removed"]


def administrator(django_user_model):
    user = django_user_model.objects.create_user("peeter", "peeter@example.org", "secret")
    user.groups.add(Group.objects.get(name="Administrators"))
    return user


def test_an_administrator_resets_a_colleagues(client, device, mari, django_user_model, homes):
    mari.is_superuser = False
    mari.save()
    mari.groups.add(Group.objects.get(name="Administrators"))
    known = Client()
    sign_in(known)
    give(known, code())
    by = administrator(django_user_model)
    client.force_login(by)
    address = reverse("second_factor:reset", args=[mari.pk])

    assert "Remove second factor" in client.get("/admin/users/").content.decode()
    assert client.get(address).status_code == 200
    assert second_factor.device_of(mari)
    client.post(address)

    assert second_factor.device_of(mari) is None
    assert known.get("/admin/")["Location"].startswith("/admin/login/")
    assert mails() == ["added", "reset"]
    assert ModelLogEntry.objects.get(action="kogu.second_factor.reset").user == by
    assert sign_in(Client())["Location"] == "/admin/"


def test_nobody_else_resets_it(client, device, mari, django_user_model, homes):
    address = reverse("second_factor:reset", args=[mari.pk])
    editor = django_user_model.objects.create_user("jaan", "jaan@example.org", "secret")
    for user in (editor, administrator(django_user_model), mari):
        client.force_login(user)
        assert client.post(address).status_code == 403
    assert second_factor.device_of(mari)


def test_the_operator_resets_it_by_command(device, mari):
    said = StringIO()
    call_command("reset_second_factor", "mari", stdout=said)

    assert second_factor.device_of(mari) is None
    assert "mari" in said.getvalue()
    with pytest.raises(CommandError):
        call_command("reset_second_factor", "mari")
    with pytest.raises(CommandError):
        call_command("reset_second_factor", "nobody")


def test_a_group_requires_it_by_a_box_in_its_form(client, mari, homes):
    client.force_login(mari)
    group = Group.objects.create(name="Careful")
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    page = client.get(address)
    sent = {}
    for panel in page.context["permission_panels"]:
        if management := getattr(panel, "management_form", None):
            sent |= {management.add_prefix(name): 0 for name in management.fields}

    assert "Require a second factor" in page.content.decode()
    client.post(address, {**sent, "name": "Careful", "second_factor-is_required": "on"})
    assert SecondFactorRequirement.objects.filter(group=group).exists()
    client.post(address, {**sent, "name": "Careful"})
    assert not SecondFactorRequirement.objects.filter(group=group).exists()


def test_the_account_leads_to_it(client, mari):
    client.force_login(mari)

    assert STATUS in client.get("/admin/account/").content.decode()
    assert "Set up" in client.get(STATUS).content.decode()
    assert client.get(f"{STATUS}codes/")["Location"] == STATUS


def test_a_stranger_is_led_to_sign_in():
    for name in ("status", "verify", "recover", "enrol", "confirm", "codes", "remove"):
        answer = Client().get(reverse(f"second_factor:{name}"))
        assert answer["Location"].startswith("/admin/login/")


def test_a_new_password_by_mail_does_not_replace_the_code(client, device, mari):
    from django.contrib.auth.tokens import default_token_generator
    from django.utils.encoding import force_bytes
    from django.utils.http import urlsafe_base64_encode

    uid = urlsafe_base64_encode(force_bytes(mari.pk))
    token = default_token_generator.make_token(mari)
    form = client.get(f"/admin/password_reset/confirm/{uid}/{token}/", follow=True)
    new = {"new_password1": "kolm-haaba-7", "new_password2": "kolm-haaba-7"}
    client.post(form.request["PATH_INFO"], new)

    sent = {"username": "mari", "password": "kolm-haaba-7"}
    assert client.post("/admin/login/", sent)["Location"].startswith(VERIFY)

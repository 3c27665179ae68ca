"""Who must have a second factor is led to set it up; recovery codes replace the app once each."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from kogu.accounts import second_factor
from kogu.accounts.models import RecoveryCode, SecondFactorRequirement
from tests.accounts.second_factor.conftest import (
    ENROL,
    RECOVER,
    STATUS,
    code,
    give,
    mails,
    require_of,
    sign_in,
)

pytestmark = pytest.mark.django_db


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

"""Where a form leads on to is an address of this site, never the name of a view."""

import pytest
from django.urls import reverse
from django_otp.oath import totp
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Workflow

from kogu.accounts import second_factor
from kogu.accounts.models import FailedAttempts
from kogu.delivery.changes import public_change

pytestmark = pytest.mark.django_db
KEY = "3132333435363738393031323334353637383930"
# The last one is the name of a view.
WORDS = ["abc", "abc?x=1", "wagtailadmin_account"]


@pytest.fixture
def mari(client, django_user_model):
    mari = django_user_model.objects.create_superuser("mari", "mari@example.org", "secret")
    client.force_login(mari)
    return mari


def then(client, address, word, name="next", **sent):
    return client.post(address, {**sent, name: word})


@pytest.mark.parametrize("word", WORDS)
def test_signing_in_leads_to_the_start(client, mari, word):
    address = reverse("wagtailadmin_login")

    assert client.get(address, {"next": word})["Location"] == "/admin/"
    client.logout()
    sent = {"username": "mari", "password": "secret"}
    assert then(client, address, word, **sent)["Location"] == "/admin/"


@pytest.mark.parametrize("word", WORDS)
def test_the_password_given_again_leads_to_the_start(client, mari, word):
    address = reverse("second_factor:confirm")

    assert then(client, address, word, password="secret")["Location"] == "/admin/"
    assert then(client, address, "/admin/pages/", password="secret")["Location"] == "/admin/pages/"
    assert not FailedAttempts.objects.filter(failures__gt=0).exists()


@pytest.mark.parametrize("step", ["verify", "recover"])
def test_a_right_code_lets_in_and_does_not_count_as_failed(client, mari, step):
    second_factor.enrol(mari, KEY, f"{totp(bytes.fromhex(KEY), drift=-1):06d}")
    code, *_others = second_factor.new_recovery_codes(mari)
    client.logout()
    client.post(reverse("wagtailadmin_login"), {"username": "mari", "password": "secret"})
    right = f"{totp(bytes.fromhex(KEY)):06d}" if step == "verify" else code

    address = reverse(f"second_factor:{step}")
    answer = client.post(f"{address}?next=abc", {"code": right})

    assert answer["Location"] == "/admin/"
    assert not FailedAttempts.objects.filter(failures__gt=0).exists()
    assert client.get(f"{address}?next=abc")["Location"] == "/admin/"


@pytest.mark.parametrize("word", WORDS)
def test_screens_of_the_admin_go_where_they_go_by_themselves(client, mari, news, word):
    workflow = Workflow.objects.first() or Workflow.objects.create(name="Kaks")
    names = [("pages:lock", news), ("pages:unlock", news), ("workflows:disable", workflow)]
    names.append(("workflows:enable", workflow))

    for name, row in names:
        answer = then(client, reverse(f"wagtailadmin_{name}", args=[row.pk]), word)

        assert answer.status_code == 302
        assert answer["Location"] not in (word, reverse("wagtailadmin_account"))


@pytest.mark.parametrize("word", WORDS)
def test_a_shared_password_leads_to_an_address(client, news, word):
    collection = Collection.get_first_root_node()
    shared = {"restriction_type": "password", "password": "koiv"}
    with public_change():
        page = PageViewRestriction.objects.create(page=news, **shared)
    files = CollectionViewRestriction.objects.create(collection=collection, **shared)
    addresses = [
        reverse("wagtailcore_authenticate_with_password", args=[page.pk, news.pk]),
        reverse("wagtaildocs_authenticate_with_password", args=[files.pk]),
    ]

    for address in addresses:
        answer = then(client, address, word, "return_url", password="koiv")

        assert answer["Location"] == "/admin/"


def test_what_is_refused_leads_back_to_no_view(client, mari, news):
    news.live = True
    address = reverse("wagtailadmin_pages:edit", args=[news.pk])

    answer = client.post(address, {"action-publish": "1"}, headers={"referer": "abc"})

    assert answer.status_code < 500

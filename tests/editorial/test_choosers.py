"""Whoever chooses something is told of no page that they may not read, whatever they send."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.urls import get_resolver, reverse
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site
from wagtail.users.models import UserProfile

from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    AdministratorFactory,
    DocumentFactory,
    ImageFactory,
    NewsPageFactory,
    UserFactory,
)
from tests.addresses import filled, routes
from tests.translation.conftest import group_called

SECRET = "Not for everybody"


@pytest.fixture
def secret(section):
    """A page behind a sign-in, on a host that forms accept."""
    with public_change():
        Site.objects.update(hostname="localhost", port=80)
        Site.clear_site_root_paths_cache()
        private = NewsPageFactory(parent=section, title=SECRET, slug="secret")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
    return private


def links(page):
    """Addresses that Wagtail may take for the page's own."""
    site = Site.objects.get()
    path = page.url_path.removeprefix(site.root_page.url_path)
    for code, _name in settings.LANGUAGES:
        yield from (f"{site.root_url}/{code}/{path}", f"{site.root_url}/{code}/{path}?page=2")


def sent(link):
    """What the forms of choosers are called, filled with an address."""
    names = ("external-link-chooser-url", "email-link-chooser-email_address")
    return dict.fromkeys((*names, "phone-link-chooser-phone_number", "link_url"), link)


def choosers(page):
    """Every address of the admin where something is chosen, with the page's id in it."""
    found = {filled(route, lambda _kind, _name: page.pk) for route, _ in routes(get_resolver())}
    return {one for one in found if one and one.startswith("/admin/") and "choose" in one}


def test_choosers_tell_nobody_of_a_private_page(client, secret):
    client.force_login(UserFactory(groups=[group_called("Translators: Polish")]))

    told = {
        address
        for address in choosers(secret)
        if SECRET in client.post(address, sent(next(links(secret)))).content.decode()
    }

    assert len(choosers(secret)) > 20
    assert told == set()


FILES = [("documents", DocumentFactory), ("images", ImageFactory)]


@pytest.mark.parametrize("who", ["stranger", "member", "administrator"])
@pytest.mark.parametrize(("name", "factory"), FILES)
def test_a_file_for_other_groups_is_offered_to_nobody_else(client, homes, name, factory, who):
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    outer = root.add_child(name="Contracts")
    translators = group_called("Translators: Polish")
    closed = CollectionViewRestriction(collection=outer, restriction_type="groups")
    with public_change():
        file = factory(title=SECRET, collection=outer.add_child(name="Signed"))
        closed.save()
        closed.groups.add(translators if who == "member" else Group.objects.create(name="Board"))
    user = AdministratorFactory() if who == "administrator" else UserFactory(groups=[translators])
    client.force_login(user)

    mine = {one for one in choosers(file) if one.startswith(f"/admin/{name}/")}
    asked = (f"?id={file.pk}", "?q=everybody")
    addresses = {f"{one}{query}" for one in mine for query in asked}
    listing = reverse(f"wagtailadmin_api:{name}:listing")
    addresses |= {listing, f"{listing}?search=everybody", f"/admin/{name}/?q=everybody"}
    told = {one for one in addresses if SECRET in client.get(one).content.decode()}

    assert len(told) >= 5 if who != "stranger" else told == set()


def test_the_root_of_all_pages_is_not_chosen(client, homes):
    client.force_login(AdministratorFactory())
    root, home = Page.get_first_root_node(), homes["et"]
    address = reverse("wagtailadmin_choose_page_chosen_multiple")

    assert client.get(f"{address}?id={home.pk}").status_code == 200
    assert client.get(f"{address}?id={home.pk}&id={root.pk}").status_code == 404


@pytest.mark.parametrize("may_read", [True, False])
def test_an_address_becomes_a_link_to_a_page_that_one_may_read(client, secret, may_read):
    groups = [group_called("Translators: Polish")]
    client.force_login(AdministratorFactory() if may_read else UserFactory(groups=groups))
    address = reverse("wagtailadmin_choose_page_external_link")

    answers = [client.post(address, sent(link)).json() for link in links(secret)]

    found = [each.get("internal") or each["result"] for each in answers]
    assert any(page.get("id") == secret.pk for page in found) == may_read
    assert any(SECRET in str(each) for each in answers) == may_read
    assert len(found) == len(list(links(secret)))


@pytest.mark.parametrize("kind", ["topic", "place", "person"])
def test_the_filter_of_languages_says_what_it_is(client, homes, catalogues, kind):
    user = AdministratorFactory()
    UserProfile.objects.create(user=user, preferred_language="et")
    client.force_login(user)

    answer = client.get(reverse(f"wagtailsnippetchoosers_directory_{kind}:choose"))

    label = re.search(r'<label[^>]*for="id_locale"[^>]*>\s*([^<]*\w)', answer.json()["html"])[1]
    assert label == "Keel"

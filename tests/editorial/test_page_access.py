"""No screen tells translators anything of pages that they may not read."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Locale, ReferenceIndex

from kogu.delivery.changes import public_change
from kogu.demo.factories import NewsPageFactory
from kogu.translation import targets
from tests.addresses import equip, right
from tests.editorial.test_permissions import world as editorial_world  # noqa: F401
from tests.editorial.world import SECRET, rolled_back

# Snippets are everybody's to read; the rest names no page.
TELLING = re.compile(r"^/admin/(?!logout|snippets|jsi18n|sprite|second-factor|password|login)")


@pytest.fixture(scope="module")
def world(editorial_world):  # noqa: F811
    """Latvian drafts with all that screens tell of pages: reviews, locks, histories, uses."""
    world = editorial_world
    equip(world)
    with public_change():
        begun = NewsPageFactory(parent=world.sections["lv"], title=f"{SECRET} begun")
        targets.start(begun, [Locale.objects.get(language_code="et")])
        begun.unpublish()
        world.draft.hero_image = world.image
        world.draft.save()
    for page in (world.draft, world.private, world.live, begun):
        ReferenceIndex.create_or_update_for_object(page)
    world.hidden = begun
    return world


def texts(world, addresses):
    """What the translator into Polish reads under each address of the admin."""
    browser = world.browsers["O"]
    for address in sorted(addresses):
        with rolled_back():
            response = browser.get(address)
            if response.streaming:
                yield address, b"".join(response.streaming_content).decode("utf-8", "replace")
            else:
                yield address, response.content.decode("utf-8", "replace")


def screens(world):
    """Addresses of the admin that tell of pages, for each Latvian page; searched and exported."""
    found = set()
    for page in (world.draft, world.private, world.hidden, world.live):
        live, section = world.live, world.sections["lv"]
        for parent in (section, page):
            world.live, world.sections["lv"] = page, parent
            found |= {one for one in right(world) if TELLING.search(one)}
        world.live, world.sections["lv"] = live, section
    lists = {one for one in found if "report" in one or "choose-page" in one}
    lists |= {reverse("wagtailadmin_pages:search"), "/admin/api/main/pages/"}
    found |= {f"{one}?q=Not+for&search=Not" for one in lists}
    found |= {f"{one}?export=csv" for one in lists if "report" in one}
    found.add(f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id={world.draft.pk}")
    for action in ("delete", "move", "publish", "unpublish"):
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        found |= {f"{bulk}?id=all", f"{bulk}?id={world.draft.pk}"}
    return found


def test_translators_are_told_nothing_they_may_not_read(world):
    told = {address for address, text in texts(world, screens(world)) if SECRET in text}

    assert told == set()


def test_those_who_may_read_are_told(world):
    address = reverse("wagtailadmin_choose_page_child", args=[world.sections["lv"].pk])

    assert SECRET in world.browsers["L"].get(address).content.decode()

"""No screen tells anybody anything of pages, rows, files and people that they may not read."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import GroupPagePermission, Locale, ReferenceIndex

from directory.models import Topic
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    DocumentFactory,
    ImageFactory,
    NewsPageFactory,
    PersonFactory,
    TopicFactory,
    UserFactory,
)
from kogu.translation import targets
from tests.addresses import equip, filled, right, some_routes
from tests.editorial.permission_fixtures import SECRET, rolled_back
from tests.editorial.test_permissions import scenario as editorial_scenario  # noqa: F401 fixtures
from tests.translation.conftest import group_called

PRIVATE = "Of administrators only"
SOMEBODY = {"username": "hidden-name", "first_name": "Hidduline", "last_name": "Hidden-Kask"}
EMAIL = "hidden@example.org"
# What reviewers, who read every page, are not told; and what the others are not told either.
FILE = "Chosen by nobody"
OF_NOBODY = (PRIVATE, EMAIL)
OF_OTHERS = (SECRET, *SOMEBODY.values(), *OF_NOBODY)
# The rest names nothing.
TELLING = re.compile(r"^/admin/(?!logout|jsi18n|sprite|second-factor|password|login)")


@pytest.fixture(scope="module")
def scenario(editorial_scenario):
    """Latvian drafts with all that screens tell of pages: reviews, locks, histories, uses."""
    scenario = editorial_scenario
    equip(scenario)
    with public_change():
        begun = NewsPageFactory(parent=scenario.sections["lv"], title=f"{SECRET} begun")
        targets.start(begun, [Locale.objects.get(language_code="et")])
        begun.unpublish()
        scenario.draft.hero_image = scenario.image
        scenario.draft.save()
        scenario.topic = drafted(
            scenario, TopicFactory(name=f"{SECRET} topic", **unpublished(scenario))
        )
        person = drafted(scenario, PersonFactory(name=f"{SECRET} person", **unpublished(scenario)))
        scenario.rows["/directory/person/"] = person
    scenario.somebody = UserFactory(**SOMEBODY, email=EMAIL)
    leave_traces(scenario)
    scenario.browsers |= {"section": of_one_section(scenario), "none": of_no_rights()}
    for page in (scenario.draft, scenario.private, scenario.live, begun):
        ReferenceIndex.create_or_update_for_object(page)
    scenario.hidden = begun
    return scenario


def leave_traces(scenario):
    """Somebody has worked on each kind of what stands in histories and reports."""
    somebody = scenario.somebody
    with public_change():
        files = (DocumentFactory(title=FILE), ImageFactory(title=FILE))
        scenario.private.locked, scenario.private.locked_by = True, somebody
        scenario.private.locked_at, scenario.private.owner = timezone.now(), somebody
        scenario.private.save()
    hidden = NewsPageFactory(
        parent=scenario.sections["lv"], title=f"{SECRET} requested", published=False, user=somebody
    )
    hidden.get_workflow().start(hidden, somebody)
    for row in (hidden, scenario.draft, scenario.private, scenario.topic, *files):
        for action in ("wagtail.create", "wagtail.edit", "wagtail.publish"):
            log(row, action, user=somebody)
    for row in (somebody, scenario.mail, scenario.upload):
        log(row, "wagtail.edit", user=somebody, title=f"{PRIVATE} {row._meta.model_name}")


def of_one_section(scenario):
    """An editor of one section, and of the snippets in whichever language."""
    group = Group.objects.create(name="Of one section")
    group.permissions.set(group_called("Editors").permissions.all())
    codenames = ["add_page", "change_page", "publish_page", "lock_page"]
    for permission in Permission.objects.filter(codename__in=codenames):
        GroupPagePermission.objects.create(
            group=group, page=scenario.sections["lv2"], permission=permission
        )
    return member_of(group)


def of_no_rights():
    """Who may enter the admin, and nothing else."""
    group = Group.objects.create(name="Of no rights")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    return member_of(group)


def member_of(group):
    browser = Client()
    browser.force_login(UserFactory(groups=[group]))
    return browser


def unpublished(scenario):
    return {"locale": "lv", "published": False}


def drafted(scenario, snippet):
    """A draft that awaits a review, with its history."""
    snippet.save_revision()
    log(snippet, "wagtail.create", user=scenario.author)
    snippet.get_workflow().start(snippet, scenario.author)
    return snippet


def texts(browser, addresses):
    """What somebody reads under each address of the admin."""
    for address in sorted(addresses):
        with rolled_back():
            response = browser.get(address)
            if response.streaming:
                yield address, b"".join(response.streaming_content).decode("utf-8", "replace")
            else:
                yield address, response.content.decode("utf-8", "replace")


def screens(scenario):
    """Addresses of the admin that tell of pages, for each Latvian page; searched and exported."""
    found = set()
    for page in (scenario.draft, scenario.private, scenario.hidden, scenario.live):
        live, section = scenario.live, scenario.sections["lv"]
        for parent in (section, page):
            scenario.live, scenario.sections["lv"] = page, parent
            found |= {one for one in right(scenario) if TELLING.search(one)}
        scenario.live, scenario.sections["lv"] = live, section
    lists = {one for one in found if "report" in one or "choose-page" in one}
    lists |= {reverse("wagtailadmin_pages:search"), "/admin/api/main/pages/"}
    found |= {f"{one}?q=Not+for&search=Not" for one in lists}
    found |= {f"{one}?export=csv" for one in lists if "report" in one}
    found.add(f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id={scenario.draft.pk}")
    for kind, row in (("topic", scenario.topic), ("person", scenario.rows["/directory/person/"])):
        names = f"wagtailsnippetchoosers_directory_{kind}", f"wagtailsnippets_directory_{kind}"
        found |= {reverse(f"{names[0]}:{one}") for one in ("choose", "choose_results")}
        found.add(reverse(f"{names[0]}:chosen", args=[row.pk]))
        found.add(f"{reverse(f'{names[0]}:chosen_multiple')}?id={row.pk}")
        found |= {reverse(f"{names[1]}:{one}", args=[row.pk]) for one in ("history", "usage")}
        found |= {
            f"{reverse(f'{names[1]}:list')}?q=Not",
            f"/admin/localize/api/snippets/directory/{kind}/",
        }
    for awaited in (scenario.topic, scenario.reviewed):
        state = awaited.current_workflow_task_state
        for page in (scenario.draft.pk, scenario.private.pk):
            found.add(
                reverse("wagtailadmin_pages:workflow_action", args=[page, "approve", state.pk])
            )
            found.add(reverse("wagtailadmin_pages:workflow_preview", args=[page, state.task_id]))
    for action in ("delete", "move", "publish", "unpublish"):
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        found |= {f"{bulk}?id=all", f"{bulk}?id={scenario.draft.pk}"}
    return found


def test_translators_are_told_nothing_they_may_not_read(scenario):
    assert_nothing_told(scenario.browsers["O"], screens(scenario), OF_OTHERS)


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        ("O", OF_OTHERS),
        ("section", (FILE, *OF_OTHERS)),
        ("none", (FILE, *OF_OTHERS)),
        ("R", OF_NOBODY),
    ],
)
def test_reports_name_nobody_and_nothing_that_the_reader_may_not_read(scenario, reader, words):
    assert_nothing_told(scenario.browsers[reader], reports(), words)


def assert_nothing_told(browser, addresses, words):
    told = {
        f"{word}: {address}"
        for address, text in texts(browser, addresses)
        for word in words
        if word in text
    }

    assert not told, "\n".join(sorted(told))


def reports():
    """Every report, as a page and exported."""
    found = {
        filled(route, None)
        for route, _namespaces in some_routes()
        if route.startswith("admin/") and "report" in route and "<" not in route
    }
    assert len(found) > 12
    return found | {f"{one}?export=csv" for one in found if "results" not in one}


def test_administrators_are_told_of_people(scenario):
    address = reverse("wagtailadmin_reports:site_history")

    text = scenario.browsers["A"].get(address).content.decode()

    assert f"{PRIVATE} user" in text
    assert SOMEBODY["last_name"] in text


def test_files_are_told_of_to_those_who_may_choose_them(scenario):
    group = Group.objects.create(name="Of no collection")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group,
        page=scenario.sections["lv"],
        permission=Permission.objects.get(codename="add_page"),
    )
    browser = Client()
    browser.force_login(UserFactory(groups=[group]))
    with public_change():
        files = {
            "documents": DocumentFactory(title=SECRET),
            "images": ImageFactory(title=SECRET),
        }
    for kind, row in files.items():
        address = f"/admin/api/main/{kind}/"
        assert browser.get(f"{address}{row.pk}/").status_code == 404
        assert browser.get(address).json()["items"] == []
        assert SECRET in scenario.browsers["L"].get(address).content.decode()


def test_who_holds_every_language_reads_what_was_deleted(scenario):
    address = reverse("wagtailadmin_reports:site_history")
    with rolled_back():
        log(scenario.topic, "wagtail.delete", user=scenario.author, deleted=True)
        with public_change():
            Topic.objects.filter(pk=scenario.topic.pk).delete()

        assert scenario.topic.name in scenario.browsers["A"].get(address).content.decode()
        assert scenario.topic.name not in scenario.browsers["L"].get(address).content.decode()


def test_those_who_may_read_are_told(scenario):
    address = reverse("wagtailadmin_choose_page_child", args=[scenario.sections["lv"].pk])

    assert SECRET in scenario.browsers["L"].get(address).content.decode()

"""Screens of the admin have nothing in English, or in somebody else's language, for whom ours."""

import re
from html.parser import HTMLParser
from itertools import combinations, cycle
from zoneinfo import available_timezones

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from kogu.content.models import SiteSettings
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    AdministratorFactory,
    EventPageFactory,
    NewsPageFactory,
    PlaceFactory,
    TopicFactory,
)
from tests.translation.conftest import group_called, user_in

LANGUAGES = ("et", "lv", "pl")
ATTRIBUTES = ("aria-label", "title", "placeholder")
# The same in these languages, names, and what Wagtail's templates leave no way to translate.
SAME = available_timezones() | {
    *("Kogu", "Wagtail", "English", "eesti", "latviešu", "polski", "Alias", "Link", "Partner"),
    *("Region", "Status", "Status:", "Tag", "Number", "Register", "Licence", "Formaat", "UTC"),
    *(
        "Admin",
        "Administrator",
        "Online",
        "Seminar",
        "Workflow",
        "system",
        "Root",
        "Poland",
        "Menu",
    ),
    *(
        "Port",
        "from",
        "to",
        "method",
        "None",
        "Moderators",
        "Moderators approval",
    ),
    *("Editors", "Reviewers", "Publishing editors", "Administrators", "Uudised", "Sündmused"),
    *(
        "Pool tundi lugu, tund küsimusi.",
        "Plan",
        "CORDIS",
        "keep.eu",
        "Kohesio",
        "E-mail",
        "Email",
        "Import",
        "Plan",
    ),
}
# Keys, zones, addresses, and the names of this world: Nnn, Eee, user0.
NO_WORDS = re.compile(
    r"^[^a-z]*$|^(Ctrl|⌘|Esc)\b|^[\w.+-]+/[\w/+-]+$|^[a-z]+\.\w+$|@|^(user|Rõuge )\d+$|Kogu "
    r"|^(Aaa|Eee|Nnn|Ppp|Ttt)\b|^(Review|Translators): "
)


class Texts(HTMLParser):
    """What is read or heard on a screen."""

    def __init__(self, html):
        super().__init__()
        self.found, self.silent = set(), 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.silent += tag in {"script", "style"}
        self._add(*(value for name, value in attrs if name in ATTRIBUTES))

    def handle_endtag(self, tag):
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.silent:
            self._add(data)

    def _add(self, *texts):
        texts = (" ".join((text or "").split()) for text in texts)
        self.found |= {text for text in texts if text not in SAME and not NO_WORDS.search(text)}


@pytest.fixture
def scenario(client, homes, catalogues):
    """An administrator, one item of each kind, and the addresses of screens about them."""
    with public_change():
        topic, place = TopicFactory(name="Ttt"), PlaceFactory(name="Ppp")
        news = NewsPageFactory(title="Nnn", summary="", topics=[topic])
        event = EventPageFactory(title="Eee")
        settings = SiteSettings.load()
    user = AdministratorFactory(first_name="Aaa", last_name="Aaa")
    user.groups.add(group_called("Administrators"))
    client.force_login(user)
    pages = [
        *(reverse(f"wagtailadmin_pages:{name}", args=[news.pk]) for name in PAGE_SCREENS),
        reverse("wagtailadmin_pages:edit", args=[event.pk]),
        *(reverse("wagtailadmin_explore", args=[one.get_parent().pk]) for one in (news, event)),
    ]
    snippets = [
        reverse(f"wagtailsnippets_directory_{kind}:{name}", args=args)
        for kind, instance in (("topic", topic), ("place", place))
        for name, args in (("list", []), ("edit", [instance.pk]), ("delete", [instance.pk]))
    ]
    settings = reverse("wagtailsettings:edit", args=["base", "sitesettings", settings.pk])
    return user, [*pages, *snippets, settings, *map(reverse, SCREENS)]


PAGE_SCREENS = ("edit", "history", "delete", "copy", "move", "usage")
SCREENS = (
    *("wagtailadmin_home", "wagtailadmin_account", "wagtailimages:index", "wagtaildocs:index"),
    *("wagtailimages:add_multiple", "wagtaildocs:add_multiple", "wagtailadmin_reports:workflow"),
    *("wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages", "kogu_bin:index"),
    *("wagtailadmin_reports:locked_pages", "wagtailusers_users:index", "wagtailredirects:index"),
    *("wagtailadmin_collections:index", "wagtailadmin_workflows:add"),
    *("wagtaillocales:index", "wagtailsites:add", "wagtailredirects:add"),
    *("wagtailredirects:start_import", "wagtailadmin_workflows:task_index"),
    *("wagtailusers_groups:add", "wagtailadmin_choose_page", "wagtailimages_chooser:choose"),
    *("wagtaildocs_chooser:choose", "wagtail_localize:translations_report"),
)


def texts(client, user, language, address):
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    response = client.get(address)
    assert response.status_code == 200, address
    # A dialog's page comes within JSON.
    is_dialog = response["content-type"] == "application/json"
    return Texts(response.json()["html"] if is_dialog else response.content.decode()).found


@pytest.mark.django_db
def test_no_screen_says_the_same_in_two_languages(client, scenario):
    user, addresses = scenario
    left = {}
    for address, languages in zip(addresses, cycle(combinations(LANGUAGES, 2)), strict=False):
        english = texts(client, user, "en", address)
        for language in languages:
            for text in english & texts(client, user, language, address):
                left.setdefault(text, set()).add((language, address))

    lines = [f"{text!r}: {sorted(where)[0]}" for text, where in sorted(left.items())]
    assert not lines, "\n".join(lines)


@pytest.mark.django_db
def test_a_refusal_is_said_in_the_language_of_the_user_not_of_the_browser(client, homes):
    user = user_in("ilze", "Translators: Latvian")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "lv"})
    client.force_login(user)

    address = reverse("kogu_bin:index")
    response = client.get(address, follow=True, headers={"Accept-Language": "en"})

    assert "Atvainojiet, jums nav piekļuves" in response.content.decode()

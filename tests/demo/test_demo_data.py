"""The command builds the region as editors and translators would, and keeps what people change."""

import datetime as dt
import io

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from directory.models import Person, ProjectPage, Topic
from events.models import EventPage
from home.models import HomePage, NewsPage
from kogu.content.models import Card, Menu, Relation
from kogu.delivery.changes import public_change
from kogu.demo import build, region_files, site_setup, states
from kogu.demo.factories import fresh
from kogu.translation.targets import outstanding

KEPT = {
    "news/strategy-approved",
    "news/neighbours-taste",
    "news/reading-room",
    "news/job-ad",
    "event/youth-camp",
    "event/open-dairy",
    "project/food-route",
    "cluster/food",
    "page/about",
}
ALL_OF = {"home", "section", "programme", "strategy"}
FEW = {
    "topic": {"community", "business", "nature", "food", "cooperation"},
    "place": {
        "estonia",
        "latvia",
        "valga-county",
        "voru-county",
        "valga",
        "valka",
        "vidzeme",
        "rouge",
        "dairy",
    },
    "person": {"kadri-ilves", "liga-ozolina", "helje-saar", "rein-kuusik"},
    "organisation": {"koivamaa-network", "gauja-bank", "food-circle", "ape-mill", "dairy-house"},
    "goal": {"land", "land/food"},
}


def _few():
    """A small part of the region with one of everything that matters."""
    whole = region_files.region()
    return {
        ref: item
        for ref, item in whole.items()
        if ref in KEPT or item.kind in ALL_OF or item.key in FEW.get(item.kind, ())
    }


@pytest.fixture
def small_region(monkeypatch, db, tmp_path):
    """Fewer items, and plain squares for pictures."""
    few = _few()
    for module in (build, states):
        monkeypatch.setattr(module, "region", lambda: few)
    square = tmp_path / "square.png"
    Image.new("RGB", (40, 30), "#2f6f6a").save(square)
    squares = dict.fromkeys(region_files.picture_files(), square)
    monkeypatch.setattr(site_setup, "picture_files", lambda: squares)
    return few


def demo_data(**options):
    """What the command prints."""
    out = io.StringIO()
    call_command("demo_data", stdout=out, **options)
    return out.getvalue()


def live(model, language, **wanted):
    return model.objects.get(locale__language_code=language, live=True, **wanted)


def test_settings_that_serve_people_are_refused(settings, db):
    settings.KOGU_DEMO = False

    with pytest.raises(CommandError, match="demo only"):
        demo_data()

    assert not HomePage.objects.exists()


@pytest.fixture
def built(small_region):
    """The small region, built; hands back what was printed."""
    return demo_data()


class TestTheRegion:
    """One build serves all that is asked of it: a build is dear."""

    def test_is_built_and_kept(self, built, small_region, client):
        self.addresses_and_accounts_are_printed(built)
        self.every_language_has_a_home_page()
        self.translations_are_the_translators()
        self.one_translation_is_outdated()
        self.a_draft_waits_for_review()
        self.one_item_has_expired()
        self.the_cancelled_event_says_why_in_both_languages()
        self.a_relation_crosses_languages()
        self.people_without_a_basis_are_not_shown()
        self.menus_lead_somewhere()
        self.the_tree_is_sound()
        self.again_nothing_is_made_and_changes_are_kept()
        self.dates_move_on_unless_somebody_chose_them(small_region)

    def addresses_and_accounts_are_printed(self, built):
        names = region_files.table("site.toml")["accounts"]

        assert built.startswith("Building the demo region")
        assert "site is http://testserver/\n" in built
        assert "at http://testserver/admin/ with" in built
        assert all(name in built for name in names)
        users = get_user_model().objects.filter(username__in=names)
        assert users.count() == 8
        assert all(user.groups.count() == 1 for user in users)
        assert not users.filter(is_superuser=True).exists()
        assert users.get(username="translator-lv").check_password("koivamaa")

    def every_language_has_a_home_page(self):
        homes = HomePage.objects.filter(live=True)

        assert {home.locale.language_code for home in homes} == {"et", "lv", "pl", "en"}
        assert homes.values("translation_key").distinct().count() == 1

    def translations_are_the_translators(self):
        page = live(EventPage, "lv", title__startswith="Jauniešu uzņēmējdarbības nometne")

        translation = Translation.objects.get(
            source__object_id=page.translation_key, target_locale=page.locale
        )
        assert outstanding(translation) == []
        said = StringTranslation.objects.filter(locale=page.locale, data=page.title).get()
        assert said.last_translated_by.username == "translator-lv"

    def one_translation_is_outdated(self):
        page = live(NewsPage, "et", title__startswith="Koivamaa arengustrateegia")
        latvian = page.get_translations().get(locale__language_code="lv")

        source = TranslationSource.objects.get(object_id=page.translation_key)
        newest = source.translations.get(target_locale__language_code="en")
        older = source.translations.get(target_locale=latvian.locale)
        assert "maha kriipsutada" in str(list(page.story.raw_data))
        assert outstanding(newest) == []
        assert len(outstanding(older)) == 1
        # Outdated words are words of its own language all the same.
        assert "Katru novembri" in str(list(latvian.story.raw_data))
        assert "Igal novembril" not in str(list(latvian.story.raw_data))

    def a_draft_waits_for_review(self):
        page = NewsPage.objects.get(title__startswith="Meierei vanast piimalaborist")

        assert not page.live
        assert page.current_workflow_state.status == "in_progress"
        assert page.current_workflow_state.requested_by.username == "editor"

    def one_item_has_expired(self):
        page = NewsPage.objects.get(title__startswith="Otsime kommunikatsioonijuhti")

        assert page.expired
        assert not page.live
        assert not Card.objects.filter(key=page.translation_key).exists()

    def the_cancelled_event_says_why_in_both_languages(self):
        for language, reason in (("et", "küttesüsteem"), ("lv", "apkure")):
            event = live(EventPage, language, status="cancelled")
            assert reason in event.status_reason

    def a_relation_crosses_languages(self):
        project = ProjectPage.objects.get(title="Koivamaa toidutee")
        latvian = live(NewsPage, "lv", title__startswith="Kaimiņi iezīmē")

        assert project.locale.language_code == "et"
        assert project.get_translations().count() == 0
        assert Relation.objects.filter(
            source_key=latvian.translation_key, target_key=project.translation_key
        ).exists()

    def people_without_a_basis_are_not_shown(self):
        shown = set(Person.objects.visible().values_list("name", flat=True))

        assert "Kadri Ilves" in shown
        assert not {"Helje Saar", "Rein Kuusik"} & shown

    def menus_lead_somewhere(self):
        for menu in Menu.objects.filter(position="main"):
            assert menu.live
            assert menu.items.count() == 6

    def the_tree_is_sound(self):
        assert Page.find_problems() == ([], [], [], [], [])
        assert not Page.objects.filter(alias_of__isnull=False).exists()

    def again_nothing_is_made_and_changes_are_kept(self):
        editor = get_user_model().objects.get(username="publisher")
        about = live(Page, "et", title="Meist").specific
        about.title = "Kes me oleme"
        with public_change():
            about.save_revision(user=editor).publish(user=editor)
            live(Topic, "en", name="Nature and environment").delete()
        before = Page.objects.count()

        printed = demo_data()

        assert "what you changed was kept" in printed
        assert "Building" not in printed
        assert Page.objects.count() == before
        assert fresh(about).title == "Kes me oleme"
        assert not Topic.objects.filter(name="Nature and environment").exists()

    def dates_move_on_unless_somebody_chose_them(self, small_region):
        editor = get_user_model().objects.get(username="publisher")
        camp = live(EventPage, "et", status="cancelled")
        chosen = camp.starts_at + dt.timedelta(days=1)
        camp.starts_at = chosen
        with public_change():
            camp.save_revision(user=editor).publish(user=editor)
        opened = live(EventPage, "et", title="Avatud meierei päev")
        objects = staging_objects(days=30)

        states.move_dates(objects)

        assert fresh(opened).starts_at - opened.starts_at >= dt.timedelta(days=29, hours=22)
        assert fresh(camp).starts_at == chosen
        english = opened.get_translations().get(locale__language_code="en")
        assert english.starts_at == fresh(opened).starts_at


def staging_objects(days):
    """The region as it is found so many days later."""
    from django.utils import timezone

    from kogu.demo.objects import DemoObjects

    return DemoObjects(timezone.localdate() + dt.timedelta(days=days))


def test_a_reset_leaves_nothing_and_builds_anew(small_region, monkeypatch):
    monkeypatch.setattr(build, "WAVES", (("home",),))
    homes = {ref: item for ref, item in small_region.items() if item.kind == "home"}
    for module in (build, states):
        monkeypatch.setattr(module, "region", lambda: homes)
    demo_data()
    first = HomePage.objects.get(locale__language_code="et")

    demo_data(reset=True)

    again = HomePage.objects.get(locale__language_code="et")
    assert again.translation_key != first.translation_key
    assert HomePage.objects.count() == 4
    assert TranslationSource.objects.filter(object_id=first.translation_key).count() == 0

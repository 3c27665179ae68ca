"""The home, the report and the languages of an item say the same of every translation."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail_localize.models import StringTranslation, Translation

from kogu.content.permissions import languages_of
from kogu.delivery.changes import public_change
from kogu.delivery.publishing import publish_due
from kogu.demo.factories import NewsPageFactory, TopicFactory
from kogu.editorial.dashboard import TRANSLATIONS, to_translate
from kogu.editorial.my_drafts import draft_entry
from kogu.translation import targets
from kogu.translation.language_status import language_statuses
from kogu.translation.statuses import AT_REST, Status, with_status
from tests import shared_fixtures
from tests.translation.conftest import (  # noqa: F401 fixtures
    sections,
    translate_all,
    update_source,
    user_in,
)


def begin(instance, locale):
    with public_change():
        return targets.start(instance, [locale])[0]


def ready(translation):
    translate_all(translation, "LV {}")
    with public_change():
        targets.save_draft(translation)


def in_review(translation):
    ready(translation)
    target = translation.get_target_instance()
    with public_change():
        target.get_workflow().start(target, None)


def sent_back(translation):
    in_review(translation)
    task = translation.get_target_instance().current_workflow_task_state
    with public_change():
        task.task.specific.on_action(task, user_in("sender", "Reviewers"), "reject", comment="?")


def current(translation):
    ready(translation)
    with public_change():
        translation.get_target_instance().get_latest_revision().publish()


def changed(translation):
    current(translation)
    source = translation.source.get_source_instance()
    with public_change():
        for name in {"title", "name"} & {field.name for field in source._meta.fields}:
            setattr(source, name, "Muu")
        source.save_revision().publish()


def brought_in(translation):
    changed(translation)
    with public_change():
        update_source(translation.source)


def words_after(translation):
    current(translation)
    for path in ("title", "name"):
        for one in StringTranslation.objects.filter(context__path=path):
            if one.context.object_id == translation.source.object_id:
                one.data = "LV muu"
                one.save()


def unpublished(translation):
    current(translation)
    with public_change():
        translation.get_target_instance().unpublish()


def expired(translation):
    current(translation)
    target = translation.get_target_instance()
    with public_change():
        target.expire_at = timezone.now() - dt.timedelta(days=1)
        target.save()
    publish_due()
    assert not translation.get_target_instance().live


def unpublished_and_changed(translation):
    changed(translation)
    with public_change():
        translation.get_target_instance().unpublish()


def unpublished_and_gone_on(translation):
    unpublished(translation)
    ready(translation)


def scheduled(translation):
    ready(translation)
    target = translation.get_target_instance().get_latest_revision_as_object()
    target.go_live_at = timezone.now() + dt.timedelta(days=1)
    with public_change():
        target.save_revision().publish()


STATES = {
    "begun": (lambda _translation: None, Status.BEGUN),
    "ready": (ready, Status.READY),
    "in_review": (in_review, Status.IN_REVIEW),
    "sent_back": (sent_back, Status.SENT_BACK),
    "current": (current, Status.CURRENT),
    "changed": (changed, Status.OUTDATED),
    "brought_in": (brought_in, Status.OUTDATED),
    "words_after": (words_after, Status.READY),
    "unpublished": (unpublished, Status.UNPUBLISHED),
    "unpublished_and_changed": (unpublished_and_changed, Status.UNPUBLISHED),
    "unpublished_and_gone_on": (unpublished_and_gone_on, Status.READY),
    "expired": (expired, Status.UNPUBLISHED),
    "scheduled": (scheduled, Status.SCHEDULED),
}


def in_every_state(locale, make):
    """A translation in every state, by its name."""
    found = {}
    for name, (bring, _status) in STATES.items():
        found[name] = begin(make(name), locale)
        bring(found[name])
    return found


@shared_fixtures.fixture
def page_translations(section, sections, locales):
    return in_every_state(
        locales["lv"], lambda name: NewsPageFactory(parent=section, title=f"Uudis {name}")
    )


@shared_fixtures.fixture
def topic_translations(section, sections, locales):
    return in_every_state(locales["lv"], lambda name: TopicFactory(name=f"Teema {name}"))


def on_the_home(user):
    return {
        instance.url: group.status for group in to_translate(user) for instance in group.instances
    }


def in_the_report(client, user):
    client.force_login(user)
    html = client.get(reverse("wagtail_localize:translations_report")).content.decode()
    row = r'<td><a href="([^"]+)">[^<]*</a> \([^)]*\)</td>\s*<td>([^<]+)</td>'
    return dict(re.findall(row, html))


class InEveryState:
    """`translations` has one in each."""

    def test_three_screens_say_the_same(self, client, translations):
        user = user_in("latvian", "Translators: Latvian")

        home, report = on_the_home(user), in_the_report(client, user)

        for name, translation in translations.items():
            status, address = STATES[name][1], translation.get_target_instance_edit_url()
            source = translation.source.get_source_instance()
            with override("en"):  # as the report is read
                standing = next(
                    one for one in language_statuses(source, user) if one.open_url == address
                )
                labels = {str(status.label), str(standing.words[0]), report[address]}
            assert standing.status == status, name
            assert len(labels) == 1, name
            assert home.get(address) == (None if status in AT_REST else status), name

    def test_the_report_is_narrowed_to_a_status(self, client, translations):
        client.force_login(user_in("latvian", "Translators: Latvian"))

        answer = client.get(reverse("wagtail_localize:translations_report"), {"status": "outdated"})

        assert [one.status for one in answer.context["object_list"]] == ["outdated"] * 2

    def test_nobody_is_told_of_translations_into_other_languages(self, client, translations):
        polish = user_in("polish", "Translators: Polish")

        assert on_the_home(polish) == in_the_report(client, polish) == {}

    def test_every_translation_has_a_status(self, translations):
        found = with_status(Translation.objects.all())

        assert {one.status for one in found} == set(Status.values)


class TestPages(InEveryState):
    @pytest.fixture
    def translations(self, page_translations):
        return page_translations


class TestTopics(InEveryState):
    @pytest.fixture
    def translations(self, topic_translations):
        return topic_translations


def test_what_was_sent_back_to_the_user_stands_once(client, section, sections, locales):
    user = user_in("latvian", "Translators: Latvian")
    translation = begin(NewsPageFactory(parent=section, title="Uudis"), locales["lv"])
    sent_back(translation)
    state = translation.get_target_instance().current_workflow_state
    type(state).objects.filter(pk=state.pk).update(requested_by=user)
    client.force_login(user)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    panel = html.partition('class="kogu-waits"')[2].partition("</section>")[0]
    assert panel.count(translation.get_target_instance_edit_url()) == 1


def test_a_list_apart_hides_nothing_that_is_not_in_it(client, section, sections, locales):
    user = user_in("latvian", "Translators: Latvian")
    translations = [
        begin(NewsPageFactory(parent=section, title=f"Uudis {number}"), locales["lv"])
        for number in range(TRANSLATIONS + 1)
    ]
    in_two_lists = [draft_entry(one.get_target_instance()) for one in translations[1:]]

    (group,) = to_translate(user, in_two_lists)

    assert [one.url for one in group.instances] == [translations[0].get_target_instance_edit_url()]


def test_the_home_fetches_the_first_of_a_status_and_counts_all(section, sections, locales):
    user = user_in("latvian", "Translators: Latvian")
    languages_of(user)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            (group,) = to_translate(user)
        return group, len(queries)

    begin(NewsPageFactory(parent=section, title="Uudis"), locales["lv"])
    cost()
    _one, before = cost()
    for number in range(TRANSLATIONS + 1):
        begin(NewsPageFactory(parent=section, title=f"Uudis {number}"), locales["lv"])
    several, after = cost()

    assert (several.number, len(several.instances)) == (TRANSLATIONS + 2, TRANSLATIONS)
    assert after == before


def test_ten_rows_of_the_report_cost_what_one_costs(client, section, sections, locales):
    client.force_login(user_in("latvian", "Translators: Latvian"))

    def cost():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(reverse("wagtail_localize:translations_report_results"))
        return len(answer.context["object_list"]), len(queries)

    begin(NewsPageFactory(parent=section, title="Uudis"), locales["lv"])
    cost()
    one, before = cost()
    for number in range(9):
        begin(NewsPageFactory(parent=section, title=f"Uudis {number}"), locales["lv"])
    ten, after = cost()

    assert (one, ten) == (1, 10)
    assert after <= before

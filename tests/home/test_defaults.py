"""A new page proposes what is usual: who writes, in whose time, who pays."""

import pytest
from django.urls import reverse

from directory.default_author import default_author
from directory.models import PageOrganisation, PageProject
from directory.models.relations import OrganisationRole
from events.models import NewsEvent
from events.reports import write_report
from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    EventIndexPageFactory,
    EventPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    SiteSettingsFactory,
)
from tests.translation.conftest import user_in

AUTHOR = OrganisationRole.AUTHOR


@pytest.fixture
def editor(homes):
    return user_in("editor", "Editors")


@pytest.fixture
def ours(homes):
    organisation = OrganisationPageFactory(title="Koivamaa Arendusvõrk")
    SiteSettingsFactory(organisation=organisation)
    return organisation


def new_form(client, section):
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
    return client.get(url).context["form"]


def authors(form):
    return [
        (each.instance.role, each.instance.organisation)
        for each in form.formsets["page_organisations"]
        if each.instance.organisation_id
    ]


def test_a_new_item_names_the_sites_own_organisation(client, editor, ours):
    client.force_login(editor)

    assert authors(new_form(client, NewsIndexPageFactory())) == [(AUTHOR, ours)]


def test_without_one_it_names_the_author_of_the_editors_last_item(client, editor):
    old, last = OrganisationPageFactory(), OrganisationPageFactory()
    for organisation, owner in ((old, editor), (last, editor), (OrganisationPageFactory(), None)):
        row = PageOrganisation(organisation=organisation, role=AUTHOR)
        NewsPageFactory(owner=owner, page_organisations=[row])
    client.force_login(editor)

    assert authors(new_form(client, NewsIndexPageFactory())) == [(AUTHOR, last)]


def test_a_site_that_says_nothing_proposes_nobody(client, editor):
    client.force_login(editor)

    assert authors(new_form(client, NewsIndexPageFactory())) == []


def test_the_author_is_named_in_the_language_of_the_item(ours, locales, editor):
    latvian = OrganisationPageFactory(locale="lv", translation_key=ours.translation_key)

    assert default_author(locales["lv"]) == latvian
    assert default_author(locales["pl"]) == ours


def test_what_the_editor_sends_is_what_is_kept(client, editor, ours):
    section, other = NewsIndexPageFactory(), OrganisationPageFactory()
    client.force_login(editor)

    def sent(title, rows):
        form = new_form(client, section)
        data = {"title": title, "slug": title, "story-count": "0", "story": ""}
        for formset in form.formsets.values():
            data[f"{formset.prefix}-TOTAL_FORMS"] = "0"
            data[f"{formset.prefix}-INITIAL_FORMS"] = "0"
        for n, row in enumerate(rows):
            prefix = f"page_organisations-{n}"
            data |= {f"{prefix}-{key}": value for key, value in row.items()}
            data |= {f"{prefix}-id": "", f"{prefix}-ORDER": str(n + 1)}
        data["page_organisations-TOTAL_FORMS"] = str(len(rows))
        data["page_organisations-INITIAL_FORMS"] = "1"
        url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
        client.post(url, data)
        item = NewsPage.objects.get(draft_title=title).get_latest_revision_as_object()
        return [(row.role, row.organisation) for row in item.page_organisations.all()]

    ours_row = {"organisation": ours.pk, "role": AUTHOR}
    assert sent("kept", [ours_row]) == [(AUTHOR, ours)]
    assert sent("taken", [{**ours_row, "DELETE": "1"}]) == []
    assert sent("other", [{"organisation": other.pk, "role": AUTHOR}]) == [(AUTHOR, other)]


def test_a_report_of_an_event_names_the_author_too(editor, ours):
    event, section = EventPageFactory(), NewsIndexPageFactory()

    with public_change():
        report = write_report(event, section, editor)

    assert [(r.role, r.organisation) for r in report.page_organisations.all()] == [(AUTHOR, ours)]


PHOTO = ("image", {"image": None, "alt": "Saal"})
CORRECTED = ("rich_text", {"text": "<p>When: yesterday</p>"})
TOLD = ("rich_text", {"text": "<p>Saal oli rahvast täis.</p>"})
COUNTED = ("rich_text", {"text": "<p>Meid oli: sada.</p>"})


@pytest.mark.parametrize(
    ("more", "is_missing"), [([], True), ([PHOTO], True), ([TOLD], False), ([COUNTED], False)]
)
def test_a_report_with_the_facts_only_asks_for_a_text(editor, ours, more, is_missing):
    with public_change():
        report = write_report(EventPageFactory(), NewsIndexPageFactory(), editor)
    report.story = [*((part.block_type, part.value) for part in report.story), *more]

    said = [one.message for one in report.missing()]

    assert any("facts only" in message for message in said) == is_missing


def test_a_report_whose_facts_were_corrected_still_asks_for_a_text(editor, ours):
    with public_change():
        report = write_report(EventPageFactory(), NewsIndexPageFactory(), editor)
    report.story = [CORRECTED]

    assert any("facts only" in one.message for one in report.missing())


def test_a_report_in_which_another_event_is_still_to_be_chosen_can_be_looked_into(editor, ours):
    with public_change():
        report = write_report(EventPageFactory(), NewsIndexPageFactory(), editor)
    report.news_events.add(NewsEvent())

    assert any("facts only" in one.message for one in report.missing())


def test_a_new_event_is_held_in_the_time_of_the_organisation(client, editor, settings):
    client.force_login(editor)
    url = reverse(
        "wagtailadmin_pages:add", args=["events", "eventpage", EventIndexPageFactory().pk]
    )

    form = client.get(url).context["form"]

    assert form["time_zone"].value() == settings.TIME_ZONE


def test_a_project_that_is_chosen_has_paid_and_brings_its_notice(client, editor):
    project = ProjectPageFactory(
        title="Meierei", programme=ProgrammePageFactory(statement="Kaasrahastanud EL")
    )
    news = NewsPageFactory(page_projects=[PageProject(project=project)])

    assert "Kaasrahastanud EL" in client.get(news.public_url()).content.decode()

"""A funder's notice stands where its rule says: once on a page, and once on paper."""

import re

import pytest

from directory.models import PageProject, ProgrammeRule, ProgrammeStatement
from kogu.delivery.changes import public_change
from kogu.demo.factories.base import locale_of
from kogu.demo.factories.calendar import EventPageFactory
from kogu.demo.factories.media import ImageFactory
from kogu.demo.factories.pages import NewsPageFactory
from kogu.demo.factories.projects import ProgrammePageFactory, ProjectPageFactory
from kogu.demo.factories.site import SiteSettingsFactory
from kogu.media.renditions import make_now
from kogu.presenting.notices import Notice, placed

pytestmark = pytest.mark.django_db

STATEMENT = "Kaasrahastanud Euroopa Liit"


def said(statement, **values):
    return ProgrammeStatement(locale=locale_of("et"), statement=statement, **values)


@pytest.fixture
def emblem(homes):
    image = ImageFactory()
    with public_change():
        make_now(image.pk, fallback_only=True)
    return image


@pytest.fixture
def interreg(emblem):
    return ProgrammePageFactory(title="Interreg", statement=STATEMENT, emblem=emblem)


def first_view(position="first_view"):
    return ProgrammeRule(notice_position=position)


@pytest.fixture
def first(emblem):
    return ProgrammePageFactory(
        title="Fond", statement="Esimeses vaates", emblem=emblem, rules=[first_view()]
    )


def funded(programme, **values):
    rows = [PageProject(project=ProjectPageFactory(programme=programme), role="funded_by")]
    return NewsPageFactory(page_projects=rows, **values)


def stands(html):
    """Where on the page each part stands: its first view, its title, its end, its footer."""
    places = {
        name: html.find(part)
        for name, part in (
            ("first", 'class="first-notices"'),
            ("title", "<h1"),
            ("end", 'class="page-notices"'),
            ("footer", "<footer"),
        )
    }
    return [name for name, at in sorted(places.items(), key=lambda one: one[1]) if at >= 0]


def test_a_notice_stands_in_the_first_view_where_the_rule_asks_for_it(client, first, interreg):
    above = client.get(funded(first).public_url()).content.decode()
    below = client.get(funded(interreg).public_url()).content.decode()

    assert stands(above) == ["first", "title", "footer"]
    assert stands(below) == ["title", "end", "footer"]
    (mark,) = re.findall(r"<img[^>]*>", above.split('class="first-notices"')[1].split("<h1")[0])
    assert 'loading="lazy"' not in mark


def test_a_measure_may_say_otherwise_than_the_programme_above(client, first):
    silent = ProgrammePageFactory(parent=first, level="measure")
    lower = ProgrammePageFactory(parent=first, level="measure", rules=[first_view("end")])

    assert "first" in stands(client.get(funded(silent).public_url()).content.decode())
    assert "end" in stands(client.get(funded(lower).public_url()).content.decode())


def test_a_notice_and_its_emblem_stand_once_on_a_page(client, interreg, emblem):
    fund = ProgrammePageFactory(statement="Veebilehte rahastas Muu", emblem=emblem)
    project, other = (ProjectPageFactory(programme=one) for one in (interreg, fund))
    SiteSettingsFactory(organisation_grant=project, website_grant=other)

    for page in (NewsPageFactory(), funded(interreg), project):
        html = client.get(page.public_url()).content.decode()
        assert html.count(STATEMENT) == 1
        assert html.count("Veebilehte rahastas Muu") == 1
        assert html.count('class="notice__emblems"') == 1


def test_words_that_two_funds_share_are_said_once(client, interreg, emblem):
    statements = [said(STATEMENT, disclaimer="Arvamused on autorite omad.")]
    fund = ProgrammePageFactory(statements=statements, emblem=emblem, rules=[first_view()])
    SiteSettingsFactory(website_grant=ProjectPageFactory(programme=fund))

    html = client.get(funded(interreg).public_url()).content.decode()

    assert stands(html) == ["first", "title", "footer"]
    assert html.count(STATEMENT) == 1
    assert html.count("Arvamused on autorite omad.") == 1


def words_of(*notices):
    found = placed((), (), [Notice(str(n), **said) for n, said in enumerate(notices)])
    return [(one.statement, one.disclaimer, one.in_print) for one in found.footer]


def notice(statement, disclaimer="", in_print=""):
    words = {"statement": statement, "disclaimer": disclaimer, "in_print": in_print}
    return {**words, "emblems": ()}


def test_words_said_on_paper_only_are_said_on_screen_too():
    assert words_of(notice("Pikk", "", "EL"), notice("EL")) == [("Pikk", "", "EL"), ("EL", "", "")]


def test_words_said_on_screen_only_are_said_on_paper_too():
    assert words_of(notice("EL", "", "Paberil"), notice("EL"))[1] == ("EL", "", "")


def test_words_in_print_stand_beside_words_of_their_own():
    assert words_of(notice("Üks", "", "EL"), notice("Kaks", "", "EL"))[1] == ("Kaks", "", "EL")


def test_the_front_page_shows_standing_notices_where_their_rule_says(client, homes, first):
    SiteSettingsFactory(website_grant=ProjectPageFactory(programme=first))

    html = client.get("/et/").content.decode()

    assert html.count("Esimeses vaates") == 1
    assert stands(html)[0] == "first"


def test_on_paper_stands_what_the_rules_say_for_print(client, homes):
    statements = [said("Veebis"), said("Paberil", placement="print")]
    html = client.get(
        funded(ProgrammePageFactory(statements=statements)).public_url()
    ).content.decode()

    (words,) = re.findall(r'<div class="notice__words".*?</div>\s*</div>', html, re.DOTALL)
    assert re.search(r'<div class="print-only">\s*<p>Paberil</p>', words)
    assert re.search(r'<div class="no-print">\s*<p>Veebis</p>', words)
    alone = client.get(funded(ProgrammePageFactory(statements=[said("Veebis")])).public_url())
    assert "print-only" not in alone.content.decode()


def test_an_events_page_says_what_the_rules_want_at_events(client, homes):
    programme = ProgrammePageFactory(
        statements=[said("Lehel"), said("Üritusel", placement="event")]
    )
    rows = [PageProject(project=ProjectPageFactory(programme=programme), role="funded_by")]
    event = EventPageFactory(page_projects=rows)

    html = client.get(event.public_url()).content.decode()

    assert "Üritusel" in html
    assert "Lehel" not in html


def test_a_notice_that_another_has_taken_in_still_links_its_project(client, first, emblem):
    words = "Esimeses vaates"
    alike = ProgrammePageFactory(statement=words, emblem=emblem)
    silent = ProgrammePageFactory(statement=words)
    wordy = ProgrammePageFactory(statements=[said(words, disclaimer="Lisa")])
    SiteSettingsFactory(website_grant=ProjectPageFactory(title="Veeb", programme=first))
    projects = [ProjectPageFactory(programme=each) for each in (alike, silent, wordy)]
    rows = [PageProject(project=one, role="funded_by") for one in projects]
    news = NewsPageFactory(page_projects=rows)

    html = client.get(news.public_url()).content.decode()

    above, below = (linked(part) for part in html.split("<h1"))
    assert above == [projects[0].title, "Veeb", projects[1].title]
    assert below == [projects[2].title]
    assert html.count(words) == 1
    assert linked(client.get(projects[0].public_url()).content.decode()) == ["Veeb"]


def linked(html):
    """Titles of the projects that notices link."""
    return re.findall(r'<p class="notice__disclaimer"><a href="[^"]*"[^>]*>([^<]*)</a>', html)

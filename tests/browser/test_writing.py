"""Somebody new writes a news item with a picture and a project; readers get it with its notice."""

import re
import time

import pytest

from . import admin

PROJECT = "Rõuge vana meierei"


@pytest.fixture
def title():
    return f"Ape veski avas uksed {time.time_ns() % 10**9}"


@pytest.fixture
def begun(sign_in, title):
    """An editor before a new item that has a title and a picture with words."""
    page = sign_in("editor")
    page.goto(f"/admin/pages/add/home/newspage/{admin.news_section(page)}/")
    page.fill("#id_title", title)
    admin.choose(page, "hero_image", "Station")
    page.fill("#id_hero_alt", "Inimesed ootavad veski ees")
    return page


def test_an_item_without_words_is_refused_and_nothing_is_lost(begun, title):
    answer = admin.submit(begun)

    assert "Lool ei ole veel teksti" in answer
    assert begun.input_value("#id_title") == title
    assert begun.input_value("#id_hero_alt") == "Inimesed ootavad veski ees"
    assert begun.locator("#id_hero_image-chooser .chosen").is_visible()


def test_two_people_bring_a_newcomers_item_to_its_readers(begun, title, sign_in, visit):
    said = []
    begun.on("console", lambda message: said.append(message.text))
    admin.write_paragraph(begun, "Möldri perekond jahvatab taas rukist.")
    admin.open_tab(begun, 1)
    begun.locator("#id_page_projects-ADD").click()
    admin.choose(begun, "page_projects-0-project", PROJECT)
    assert title in admin.submit(begun)
    assert said == []
    address = f"/et/uudised/{begun.input_value('#id_slug')}/"
    assert visit("/et/").request.get(address).status == 404

    admin.approve(sign_in("reviewer"), title)

    read = visit(address)
    assert read.locator("h1").inner_text() == title
    assert "Möldri perekond jahvatab taas rukist." in read.locator("main").inner_text()
    assert read.locator("main img").first.get_attribute("alt") == "Inimesed ootavad veski ees"
    assert PROJECT in read.locator(".page-notices .notice").first.inner_text()
    sent = [line for line in admin.mails(sign_in("administrator")) if title in line]
    assert any(re.search(r"reviewer@", line) for line in sent)
    assert any(re.search(r"editor@", line) for line in sent)

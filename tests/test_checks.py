"""System checks: what a misconfiguring developer or operator is told at the start."""

import os
from pathlib import Path

import pytest
from django.core.checks import run_checks

from directory.models import Topic
from directory.models.relations import PageTopic
from events.models import EventPage
from home.models import NewsPage
from kogu.presenting import registry
from kogu.web.views import template_of


def told():
    """What the checks say: ids with the model each is about, if any."""
    return {(one.id, one.obj) for one in run_checks(tags=["kogu"])}


def test_the_project_passes_every_check():
    assert told() == set()


def test_a_page_type_is_a_base_page(monkeypatch):
    monkeypatch.setattr("kogu.content.checks.BasePage", EventPage)

    assert ("kogu.E001", NewsPage) in told()
    assert ("kogu.E001", EventPage) not in told()


@pytest.mark.parametrize("name", ["parent_page_types", "subpage_types"])
def test_a_page_type_says_where_it_may_live(monkeypatch, name):
    monkeypatch.delattr(NewsPage, name)

    assert ("kogu.E002", NewsPage) in told()


@pytest.mark.parametrize("kind", ["", "event"])
def test_a_page_type_has_a_kind_of_its_own(monkeypatch, kind):
    monkeypatch.setattr(NewsPage, "kind", kind)

    assert ("kogu.E003", NewsPage) in told()


@pytest.mark.parametrize("times", [0, 2])
def test_a_field_says_once_how_languages_treat_it(monkeypatch, times):
    others = [one for one in Topic.languages if one.field_name != "name"]
    named = [one for one in Topic.languages if one.field_name == "name"]
    monkeypatch.setattr(Topic, "languages", [*others, *named * times])

    assert told() == {("kogu.E004", Topic)}


def test_a_model_without_languages_is_named(monkeypatch):
    for model in Topic.__mro__:
        if "languages" in vars(model):
            monkeypatch.delattr(model, "languages")

    assert ("kogu.E004", Topic) in told()


@pytest.mark.parametrize(
    ("name", "value"),
    [("relation", ""), ("target", "page"), ("target", "sort_order"), ("target", "nothing")],
)
def test_a_relation_row_says_what_it_relates(monkeypatch, name, value):
    monkeypatch.setattr(PageTopic, name, value)

    assert ("kogu.E005", PageTopic) in told()


@pytest.mark.parametrize("name", ["relation", "target"])
def test_a_relation_row_that_declares_nothing_is_named(monkeypatch, name):
    monkeypatch.delattr(PageTopic, name)

    assert told() == {("kogu.E005", PageTopic)}


def test_a_kind_has_a_presenter(monkeypatch):
    monkeypatch.delitem(registry._presenters, NewsPage)

    assert told() == {("kogu.E006", NewsPage)}


def test_a_page_type_has_a_template(monkeypatch):
    templates = {NewsPage: "pages/newsletter_page.html"}
    monkeypatch.setattr(
        "kogu.web.checks.template_of", lambda model: templates.get(model, template_of(model))
    )

    (error,) = run_checks(tags=["kogu"])

    assert (error.id, error.obj) == ("kogu.E007", NewsPage)
    assert "pages/newsletter_page.html" in error.hint


def test_several_processes_need_postgresql(settings, monkeypatch):
    settings.KOGU_WEB_PROCESSES = 2
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "kogu.delivery.sqlite3")

    assert ("kogu.E010", None) in told()


def keep_media_in(settings, **folders):
    """Let storages be folders."""
    backend = "django.core.files.storage.FileSystemStorage"
    for name, folder in folders.items():
        kept = {"BACKEND": backend, "OPTIONS": {"location": folder}}
        settings.STORAGES = {**settings.STORAGES, name: kept}


def test_media_folders_can_be_written(settings, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    keep_media_in(settings, default=tmp_path / "new", public=tmp_path / "taken/public")

    (error,) = run_checks(tags=["kogu"])

    assert error.id == "kogu.E011"
    assert "taken/public cannot be written" in error.msg


def test_a_media_folder_below_a_closed_one_is_named(settings, tmp_path, monkeypatch):
    closed, stat, access = tmp_path / "closed", os.stat, os.access
    closed.mkdir()

    def refusing_stat(path, **options):
        if closed in Path(path).parents:
            raise PermissionError(path)
        return stat(path, **options)

    monkeypatch.setattr(os, "stat", refusing_stat)
    monkeypatch.setattr(os, "access", lambda path, mode: path != closed and access(path, mode))
    keep_media_in(settings, default=closed / "media", public=tmp_path / "public")

    (error,) = run_checks(tags=["kogu"])

    assert error.id == "kogu.E011"
    assert "closed/media cannot be written" in error.msg


def test_a_language_without_messages_is_named(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    settings.LANGUAGES = [("lt", "Lithuanian"), ("en", "English")]

    (warning,) = run_checks(tags=["kogu"])

    assert warning.id == "kogu.W012"
    assert "'lt'" in warning.msg

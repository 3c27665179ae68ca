"""Roles and reviews are made by themselves, and what an operator changes stays."""

from django.contrib.auth.models import Group
from django.utils.translation import get_language, override
from wagtail.models import GroupPagePermission, WorkflowPage

from kogu.editorial import roles
from kogu.editorial.models import RoleGrant
from kogu.editorial.receivers import ensure_roles_and_workflows
from kogu.editorial.workflows import SNIPPETS
from tests.translation.conftest import group_called


def test_every_role_and_language_has_its_group(homes):
    held = set(RoleGrant.objects.filter(what="group").values_list("role", flat=True))

    assert held == {
        *("editor", "publisher", "reviewer", "administrator"),
        *(f"translator:{code}" for code in homes),
    }


def test_groups_and_reviews_are_called_as_the_office_speaks(locales, monkeypatch):
    """The office of these tests speaks Estonian, whoever makes the groups."""
    monkeypatch.setattr(roles, "gettext", lambda words: f"{words} ({get_language()})")

    with override("pl"):
        assert roles.EDITOR.stored_name == "Editors (et)"
        assert roles.translator(locales["lv"]).stored_name == "Translators: läti (et)"
        assert roles.in_default_language(SNIPPETS).endswith("(et)")


def test_reviews_are_called_in_the_words_of_their_language(homes):
    names = set(WorkflowPage.objects.values_list("workflow__name", flat=True))

    assert {"Review: eesti", "Review: latviešu", "Review: polski", "Review: English"} <= names


def test_a_group_of_wagtails_own_becomes_ours(monkeypatch, db):
    monkeypatch.setattr(roles, "gettext", lambda words: "Toimetajad")
    RoleGrant.objects.filter(role="editor").delete()
    stock, _made = Group.objects.get_or_create(name="Editors")

    assert roles.group_of(roles.EDITOR) == stock
    assert not Group.objects.filter(name="Editors").exists()


def test_a_group_that_was_renamed_keeps_its_name_and_stays_the_only_one(homes):
    Group.objects.filter(name="Editors").update(name="Kirjutajad")

    ensure_roles_and_workflows()

    assert not Group.objects.filter(name="Editors").exists()


def test_a_translator_may_change_one_language_only(homes):
    group = group_called("Translators: Latvian")

    held = GroupPagePermission.objects.filter(group=group)

    assert {(p.page_id, p.permission.codename) for p in held} == {(homes["lv"].pk, "change_page")}


def test_every_language_has_a_review(homes):
    reviewed = set(WorkflowPage.objects.values_list("page_id", flat=True))

    assert {home.pk for home in homes.values()} <= reviewed


def test_what_an_operator_took_away_stays_away(homes):
    editors = group_called("Editors")
    GroupPagePermission.objects.filter(group=editors, page=homes["pl"]).delete()
    WorkflowPage.objects.filter(page=homes["pl"]).delete()

    ensure_roles_and_workflows()

    assert not GroupPagePermission.objects.filter(group=editors, page=homes["pl"]).exists()
    assert not WorkflowPage.objects.filter(page=homes["pl"]).exists()

"""Roles and reviews are made by themselves, and what an operator changes stays."""

from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, WorkflowPage

from kogu.editorial.receivers import ensure


def test_every_role_and_language_has_its_group(homes):
    names = set(Group.objects.values_list("name", flat=True))

    assert {"Editors", "Publishing editors", "Reviewers", "Administrators"} <= names
    assert sum(name.startswith("Translators: ") for name in names) == len(homes)


def test_a_translator_may_change_one_language_only(homes):
    group = Group.objects.get(name__startswith="Translators: Latvian")

    held = GroupPagePermission.objects.filter(group=group)

    assert {(p.page_id, p.permission.codename) for p in held} == {(homes["lv"].pk, "change_page")}


def test_every_language_has_a_review(homes):
    reviewed = set(WorkflowPage.objects.values_list("page_id", flat=True))

    assert {home.pk for home in homes.values()} <= reviewed


def test_what_an_operator_took_away_stays_away(homes):
    editors = Group.objects.get(name="Editors")
    GroupPagePermission.objects.filter(group=editors, page=homes["pl"]).delete()
    WorkflowPage.objects.filter(page=homes["pl"]).delete()

    ensure()

    assert not GroupPagePermission.objects.filter(group=editors, page=homes["pl"]).exists()
    assert not WorkflowPage.objects.filter(page=homes["pl"]).exists()

"""What Wagtail looks up once is said in the language of who reads it, and counts are inflected."""

import ast
from pathlib import Path

import pytest
import wagtail
import wagtail_localize
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import override
from wagtail import hooks
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.forms.collections import GroupCollectionManagementPermissionFormSet
from wagtail.admin.menu import help_menu, reports_menu
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.images.forms import GroupImagePermissionFormSet, URLGeneratorForm
from wagtail.models import Locale
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from kogu.presenting.blocks.data import TableBlock

# The modules whose words `lazy_words` and `lazy_forms` look up anew.
HANDLED = {
    "wagtail/forms.py",
    "wagtail/images/forms.py",
    "wagtail/contrib/redirects/filters.py",
    "wagtail/contrib/redirects/views.py",
    "wagtail/admin/viewsets/chooser.py",
    "wagtail/admin/forms/collections.py",
}


def modules():
    for package in (wagtail, wagtail_localize):
        folder = Path(package.__file__).parent
        for path in folder.rglob("*.py"):
            name = str(path.relative_to(folder.parent))
            if not {"tests", "test", "migrations", "styleguide"} & set(path.parts):
                yield name, ast.parse(path.read_text())


def looked_up_while_read(tree):
    """Whether words are looked up outside functions, by the eager `gettext`."""
    eager = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in {"gettext", "ngettext", "pgettext"}
    }
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in eager:
            return True
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))
    return False


def test_no_other_module_looks_words_up_while_it_is_read():
    assert {name for name, tree in modules() if looked_up_while_read(tree)} == HANDLED


LINKS = {
    ExternalLinkChooserForm: {"link_text": "Saites teksts"},
    AnchorLinkChooserForm: {"url": "Enkura nosaukums", "link_text": "Saites teksts"},
    EmailLinkChooserForm: {
        "email_address": "E-pasta adrese",
        "subject": "Temats",
        "body": "Teksts",
    },
    PhoneLinkChooserForm: {"phone_number": "Tālruņa numurs"},
    RoleForm: {"role": "Loma"},
}


@pytest.mark.parametrize("form", LINKS)
def test_fields_that_wagtail_gave_no_name_are_named_in_the_language(form, catalogues):
    with override("lv"):
        named = {name: str(form()[name].label) for name in LINKS[form]}

    assert named == LINKS[form]


def labels():
    yield from (ChooserViewSet.search_tab_label, ChooserViewSet.choose_one_text)
    yield from (field.label for field in URLGeneratorForm.base_fields.values())
    for formset in (GroupCollectionManagementPermissionFormSet, GroupImagePermissionFormSet):
        yield formset.form.base_fields["collection"].label
        yield from (words for _code, *both in formset.permission_types for words in both)


def test_forms_and_choosers_speak_to_each_in_their_language():
    assert [label for label in labels() if not isinstance(label, Promise)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("menu", [reports_menu, help_menu], ids=["reports", "help"])
def test_menus_speak_to_each_in_their_language(menu, rf, admin_user):
    request = rf.get("/")
    request.user = admin_user

    items = menu.menu_items_for_request(request)
    menu_hooks(menu, request, items)

    assert items
    assert [item.name for item in items if not isinstance(item.label, Promise)] == []


def menu_hooks(menu, request, items):
    """What a screen does before it shows a menu."""
    for construct in hooks.get_hooks(menu.construct_hook_name):
        construct(request, items)


JUST_NOW = {"et": "äsja", "lv": "tikko", "pl": "przed chwilą"}


@pytest.mark.parametrize("code", JUST_NOW)
def test_what_happened_within_the_minute_happened_just_now(code, catalogues):
    with override(code):
        assert timesince_simple(timezone.now()) == JUST_NOW[code]


COUNTED = {"en": "2 locales", "et": "keeled: 2", "lv": "valodas: 2", "pl": "języki: 2"}


@pytest.mark.django_db
@pytest.mark.parametrize("code", COUNTED)
def test_a_list_is_counted_as_the_language_does(code, catalogues, homes):
    found = WagtailPaginator(Locale.objects.order_by("pk")[:2], 20)

    with override(code):
        assert found.items_count_label.lower() == COUNTED[code]


@pytest.mark.parametrize(("code", "label"), [("et", "Tekst"), ("lv", "Teksts"), ("pl", "Tekst")])
def test_the_columns_of_a_table_are_named_in_the_language(code, label, catalogues):
    column = TableBlock().child_blocks["table"].child_blocks["text"]

    with override(code):
        assert str(column.label) == label

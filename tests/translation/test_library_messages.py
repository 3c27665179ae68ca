"""What libraries say in the admin is said in each language, in their words or in ours."""

import json
import re
from pathlib import Path

import django
import polib
import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.utils.translation import override, trans_real
from wagtail import admin
from wagtail.admin.views.i18n import js_catalog
from wagtail.users.templatetags.wagtailusers_tags import normalize_permission_label

from kogu.settings.base import LOCALE_PATHS
from kogu.translation.admin_language import EditorCatalog

LANGUAGES = ("et", "lv", "pl")
LIBRARIES = ("wagtail", "wagtail_localize", "taggit")
# What nobody is shown, by the file it comes from or by what it is about.
NEVER_SHOWN = {
    r"apps\.py$": "names of apps, which no screen lists",
    r"API token|models/api\.py|api_tokens": "Wagtail's own API is not installed",
    r"notifications/.+\.html$": "mails are sent as plain text",
    r"notifications/(task|workflow)_state_\w+\.txt$": "these mails are ours, or never sent",
    r"machine_translators/": "no machine translates",
    r"embed": "other sites are not asked for embeds",
    r"upgrade_notification|whats_new": "releases of Wagtail are told by the operator",
    r"taggit/(models|serializers)\.py$": "labels of a table and an API that has no screen",
    r"view restriction|workflow (page|task order)|workflow_tasks": "tables without a screen",
    r"^(content JSON|current task state|for content type)$": "columns without a screen",
    r"^%\(field_label\)s:$": "the same in each language",
}


def is_shown(entry):
    """Whether it can be read, in one of the places that say it."""
    places = [place for place, _line in entry.occurrences] or [""]
    said = [(place, entry.msgid) for place in places]
    return not all(
        any(re.search(rule, text) for rule in NEVER_SHOWN for text in pair) for pair in said
    )


def english(domain, folder):
    path = Path(folder) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
    return [entry for entry in polib.pofile(path) if not entry.obsolete] if path.exists() else []


def messages():
    for config in apps.get_app_configs():
        if config.name.split(".")[0] in LIBRARIES or config.label == "wagtailusers":
            yield from filter(is_shown, english("django", Path(config.path)))


def key(entry):
    """Where the message stands in a catalogue of Django's."""
    named = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    return (named, 0) if entry.msgid_plural else named


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_that_libraries_say_is_left_in_english(code, catalogues):
    said = trans_real.translation(code)._catalog
    wanted = list(messages())

    assert len(wanted) > 1000
    assert sorted({entry.msgid for entry in wanted if said.get(key(entry)) is None}) == []


# What wagtail-localize says and has forgotten to list.
NOT_LISTED = {"Locale '{0}' created.", "Locale '{0}' updated.", "Locale '{0}' deleted."}


def ids(entries):
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in entries}


def catalogue(folder, code, domain="django"):
    return polib.pofile(str(folder / code / "LC_MESSAGES" / f"{domain}.po"))


def overrides(code, domain="django"):
    return catalogue(LOCALE_PATHS[1], code, domain)


def installed():
    """Every message of Django and of each library installed, labels of permissions among them."""
    folders = [Path(django.__file__).parent / "conf", *(c.path for c in apps.get_app_configs())]
    said = {one for folder in folders for one in ids(english("django", folder))}
    labels = {
        label
        for permission in Permission.objects.select_related("content_type")
        for label in (permission.name, normalize_permission_label(permission))
    }
    return said | {(None, words, "") for words in labels | NOT_LISTED}


@pytest.mark.django_db
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_override_is_of_a_message_that_a_library_still_has(code):
    assert sorted(ids(overrides(code)) - installed(), key=str) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_override_is_of_a_message_that_a_script_still_has(code):
    scripts = {one for folder in SCRIPTS.values() for one in ids(english("djangojs", folder))}

    assert sorted(ids(overrides(code, "djangojs")) - scripts, key=str) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_message_stands_in_our_catalogue_or_in_that_of_libraries(code):
    ours, theirs = (
        {(entry.msgctxt, entry.msgid) for entry in catalogue(folder, code)}
        for folder in LOCALE_PATHS
    )

    assert sorted(ours & theirs, key=str) == []


def test_overrides_are_of_the_same_messages_in_each_language():
    for domain in ("django", "djangojs"):
        et, lv, pl = (ids(overrides(code, domain)) for code in LANGUAGES)
        assert et == lv == pl


SCRIPTS = {
    js_catalog: Path(admin.__file__).parent,
    EditorCatalog.as_view(): Path(apps.get_app_config("wagtail_localize").path),
}
# A place of names; buttons of a machine that translates, and of pictures chosen by it.
NOT_SAID_BY_SCRIPTS = {
    "%(time_zone_option)s: %(localized_time_zone_label)s",
    "Translate all missing strings with ",
    "Translate with ",
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("view", SCRIPTS, ids=["wagtail", "wagtail_localize"])
def test_nothing_that_scripts_say_is_left_in_english(view, code, catalogues, rf):
    with override(code):
        served = view(rf.get("/")).content.decode()

    wanted = {entry.msgid for entry in english("djangojs", SCRIPTS[view])} - NOT_SAID_BY_SCRIPTS
    assert wanted
    assert sorted(word for word in wanted if f"{json.dumps(word)}: " not in served) == []

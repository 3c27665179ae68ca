"""Every word a person sees is there in every language."""

import re
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_file
from django.conf import settings
from django.utils.translation import gettext, ngettext, override

from tests.databases import ROOT

CATALOGUES = [
    "locale/{}/LC_MESSAGES/django.po",
    "locale_libraries/{}/LC_MESSAGES/django.po",
    "locale_libraries/{}/LC_MESSAGES/djangojs.po",
]
CODES = [code for code, _name in settings.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|\{\w*\}")
# The name of a review does not stand in the case that "submit" asks for.
NAMES_NO_REVIEW = ["Submit to %(workflow_name)s", "Resubmit to %(task_name)s"]


def catalogue(code, path=CATALOGUES[0]):
    return polib.pofile(str(ROOT / "site" / path.format(code)))


def entries_of(code):
    """What we say ourselves, and what we say for libraries."""
    return [entry for path in CATALOGUES for entry in catalogue(code, path)]


@pytest.mark.parametrize("path", CATALOGUES)
@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated(code, path):
    entries = catalogue(code, path)

    assert [entry.msgid for entry in entries.untranslated_entries()] == []
    assert [entry.msgid for entry in entries.fuzzy_entries()] == []
    assert not entries.metadata_is_fuzzy, "a catalogue marked as fuzzy is not compiled"


@pytest.mark.parametrize("code", CODES)
def test_what_is_filled_in_is_named_alike(code):
    for entry in entries_of(code):
        if entry.msgid_plural:
            allowed = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
            for words in entry.msgstr_plural.values():
                assert set(PLACEHOLDER.findall(words)) <= allowed, entry.msgid
        else:
            wanted = sorted(PLACEHOLDER.findall(entry.msgid))
            if entry.msgid in NAMES_NO_REVIEW:
                wanted = []
            assert sorted(PLACEHOLDER.findall(entry.msgstr)) == wanted, entry.msgid


QUOTES = {"et": ("„", "“"), "lv": ("„", "”"), "pl": ("„", "”")}


def translations(code):
    for entry in entries_of(code):
        for words in entry.msgstr_plural.values() or [entry.msgstr]:
            yield entry, re.sub(r"<[^>]*>", "", words)


@pytest.mark.parametrize("code", CODES)
def test_quotation_marks_are_those_of_the_language(code):
    before, after = QUOTES[code]
    for _entry, words in translations(code):
        assert not set(words) & (set('„“”"') - {before, after}), words
        assert words.count(before) == words.count(after), words


# What native readers stumbled over: not to come back with a new message.
UNNATURAL = {
    "et": [
        "ELAMA",
        "lõiku ootab",
        "asja ootab",
        "ülevaatuse ootamine",
        "mida veel pole",
        "läheb ise",
        "Kui on tühi",
        "sinu ",
        "otseülekan",
    ],
    "lv": [
        "Ielādēt",
        "Viss, kā",
        "Sašaurināt",
        "relācij",
        "TIEŠSAISTĒ",
        "pašrocīgi",
        "Sāk…",
        "a tukšs:",
    ],
    "pl": [
        "wersji roboczej",
        "podąża",
        "Wg.",
        "Prowincja",
        "Akcje",
        "proszę",
        "Proszę",
        "obieg",
        "nie jest zapisywane",
    ],
}


@pytest.mark.parametrize("code", CODES)
def test_no_wording_is_one_that_native_readers_stumbled_over(code):
    for _entry, words in translations(code):
        assert [wrong for wrong in UNNATURAL[code] if wrong in words] == [], words


# What is said so by no library either, once its words and ours are put together.
UNNATURAL_IN_LIBRARIES = {
    "et": ["ELAMA", "on aktiivne", "on aktiivsed"],
    "lv": ["TIEŠS"],
    "pl": ["roszę", "esteś pewny"],
}


@pytest.mark.parametrize("code", CODES)
def test_libraries_speak_as_we_do(code, catalogues):
    spoken = wagtails_words(code)

    assert [
        words for words in spoken if any(w in words for w in UNNATURAL_IN_LIBRARIES[code])
    ] == []


def test_polish_counts_two_otherwise_than_five():
    counted = [entry.msgstr_plural for entry in entries_of("pl") if entry.msgid_plural]

    assert [forms[1] for forms in counted if re.search(r"\bzostało\b", forms[1])] == []
    assert [forms[2] for forms in counted if re.search(r"^%\S+ .*\bzosta(li|ły)\b", forms[2])] == []


def wagtails_words(code):
    """What Wagtail and wagtail-localize say, in their words or in ours."""
    with override(code):
        for entry in library_entries(code):
            if entry.msgid_plural:
                said = (ngettext(entry.msgid, entry.msgid_plural, n) for n in (1, 2, 5))
            else:
                said = [gettext(entry.msgid)]
            yield from said


def library_entries(code):
    for package in ("wagtail", "wagtail_localize"):
        folder = Path(find_spec(package).origin).parent
        for path in folder.glob(f"**/locale/{code}/LC_MESSAGES/django.po"):
            # Nothing here asks other sites for embeds.
            yield from (e for e in polib.pofile(path) if not e.msgctxt and "mbedly" not in e.msgid)


WAGTAILS = {
    "et": {
        "live": "avaldatud",
        "live + draft": "avaldatud + mustand",
        "Locale": "Keel",
        "Submit to %(workflow_name)s": "Esita ülevaatamiseks",
        "Target": "Sihtkeel",
    },
    "lv": {
        "live": "publicēts",
        "Help": "Palīdzība",
        "Submit to %(workflow_name)s": "Iesniegt izskatīšanai",
        "Target": "Mērķvaloda",
    },
    "pl": {
        "By task": "Według zadania",
        "Actions": "Działania",
        "Submit to %(workflow_name)s": "Przekaż do weryfikacji",
        "Target": "Język docelowy",
    },
}


@pytest.mark.parametrize("code", CODES)
def test_a_wording_of_wagtails_is_replaced_by_ours(code, catalogues):
    with override(code):
        assert {message: gettext(message) for message in WAGTAILS[code]} == WAGTAILS[code]


KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


@pytest.mark.parametrize("room", ["site/kogu", "home", "events", "directory"])
def test_no_message_was_forgotten(room):
    known = {entry.msgid for entry in catalogue(CODES[0])}
    wanted = set()
    for path in (ROOT / room).rglob("*.py"):
        for _line, message, _comments, _context in extract_from_file(
            "python", str(path), keywords=KEYWORDS
        ):
            wanted.add(message[0] if isinstance(message, tuple) else message)

    assert wanted
    assert sorted(wanted - known) == []

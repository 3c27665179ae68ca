"""A page that the reader's language lacks: the original's address with `?ui=`, which says it."""

from urllib.parse import urlencode

from django.conf import settings

PARAMETER = "ui"


def ui_language(query, own):
    """The language that an address asks for around a page written in `own`."""
    code = query.get(PARAMETER, "")
    return code if code in dict(settings.LANGUAGES) else own


def with_query(url, choices):
    """The address with those of these choices that are made."""
    query = urlencode([(name, value) for name, value in choices.items() if value])
    return f"{url}?{query}" if query else url


def in_ui(url, own, language, choices=None):
    """The address of a page in `own` language for readers of another, or of the same."""
    return with_query(url, {PARAMETER: "" if language == own else language, **(choices or {})})

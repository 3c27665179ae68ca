"""Names of languages in their own words."""

from babel import Locale


def own_name(code: str) -> str:
    """What a language calls itself: "eesti", "latviešu"."""
    return Locale.parse(code).get_display_name(code) or code


def name_in(code: str, language: str) -> str:
    """The name of the language `code` in `language`."""
    return Locale.parse(code).get_display_name(language) or code

"""How the admin shows dates and reads those that are typed: Django's formats, per language.

Readers' pages write dates by CLDR (kogu.language.formats).
"""

# The first of each is how a field shows its value. Django adds the forms that begin with the year.
DAYS = ["%d.%m.%Y", "%d.%m.%y", "%d.%m.%Y."]
CLOCKS = ["%H:%M", "%H.%M", "%H:%M:%S"]


def moments(*words: str) -> list[str]:
    """A day and a clock time, with a comma or one of the words that a language puts between."""
    between = (" ", ", ", *(f"{comma} {word} " for word in words for comma in ("", ",")))
    return [*(f"{day}{sign}{clock}" for day in DAYS for sign in between for clock in CLOCKS), *DAYS]


MONDAY = 1

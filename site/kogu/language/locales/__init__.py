"""How the admin shows dates and reads those that are typed: Django's formats, per language.

Readers' pages write dates by CLDR (kogu.language.formats).
"""

# The first of each is how a field shows its value. Django adds the forms that begin with the year.
DAYS = ["%d.%m.%Y", "%d.%m.%y"]
CLOCKS = ["%H:%M", "%H.%M", "%H:%M:%S"]
MOMENTS = [
    *(f"{day}{comma} {clock}" for day in DAYS for comma in ("", ",") for clock in CLOCKS),
    *DAYS,
]
MONDAY = 1

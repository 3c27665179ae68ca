"""Latvian."""

from kogu.language.locales import CLOCKS, DAYS, MONDAY, moments

DATE_FORMAT = r"Y. \g\a\d\a j. F"
DATETIME_FORMAT = r"Y. \g\a\d\a j. F, H:i"
TIME_FORMAT = "H:i"
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
DATE_INPUT_FORMATS = DAYS
TIME_INPUT_FORMATS = CLOCKS
DATETIME_INPUT_FORMATS = moments("plkst.")
FIRST_DAY_OF_WEEK = MONDAY

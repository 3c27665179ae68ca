"""English as the world reads it: the year first in fields, and no month before its day."""

from kogu.language.locales import CLOCKS, DAYS, MONDAY, moments

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
TIME_FORMAT = "H:i"
SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y H:i"
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", *DAYS]
TIME_INPUT_FORMATS = CLOCKS
DATETIME_INPUT_FORMATS = [
    *("%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y, %H:%M", "%d/%m/%y %H:%M", "%d/%m/%Y"),
    *moments("at"),
]
FIRST_DAY_OF_WEEK = MONDAY

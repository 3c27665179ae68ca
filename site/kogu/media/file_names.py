"""Validation of names of uploaded files."""

from collections.abc import Collection
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Programs and pages that must not hide in the middle of a name, as in photo.php.jpg.
HIDDEN_KINDS = frozenset(
    (
        *("asp", "aspx", "bat", "cgi", "chm", "cmd", "cpl", "dll", "dmg", "docm", "elf", "exe"),
        *("hta", "htaccess", "htm", "html", "iso", "jar", "js", "jse", "jsp", "jspx", "lnk"),
        *("mht", "mhtml", "mjs", "msc", "msi", "msp", "phar", "php", "php3", "php4", "php5"),
        *("php7", "php8", "phps", "pht", "phtml", "pif", "pptm", "ps1", "psm1", "py", "rb"),
        *("scr", "sct", "sh", "shtml", "svg", "svgz", "swf", "vb", "vbe", "vbs", "wsf", "wsh"),
        *("xht", "xhtml", "xll", "xlsm", "xml", "xsl", "xslt"),
    )
)


def check_name(name: str, allowed: Collection[str]) -> str:
    """The kind of file its name promises, in lower case; refuses other kinds and double ones."""
    _stem, *parts = PurePath(name.replace("\\", "/")).name.split(".")
    kinds = [part.strip().lower() for part in parts]
    if not kinds or kinds[-1] not in allowed:
        raise ValidationError(
            _("Files of this kind are not accepted. Accepted are: %(kinds)s."),
            code="invalid_extension",
            params={"kinds": ", ".join(allowed)},
        )
    hidden = [kind for kind in kinds[:-1] if kind in HIDDEN_KINDS]
    if hidden:
        raise ValidationError(
            _("The name of this file hides another kind: “.%(hidden)s”. Rename it and try again."),
            code="double_extension",
            params={"hidden": hidden[0]},
        )
    return kinds[-1]

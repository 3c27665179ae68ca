"""Whether a colour can be read on white (WCAG 2.2, 1.4.3)."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LEAST_CONTRAST = 4.5
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def luminance(colour):
    """Relative luminance of `#rrggbb`, 0 for black to 1 for white."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_on_white(colour):
    """Contrast ratio of the colour on white, 1 to 21."""
    return 1.05 / (luminance(colour) + 0.05)


def check_contrast(field, colour):
    """Refuse a colour too light to be read on white; what is no colour its field refuses."""
    if not _COLOUR.fullmatch(colour):
        return
    ratio = contrast_on_white(colour)
    if ratio < LEAST_CONTRAST:
        raise ValidationError(
            {
                field: _("This colour is too light: %(ratio).1f to 1, at least 4.5 is needed.")
                % {"ratio": ratio}
            }
        )

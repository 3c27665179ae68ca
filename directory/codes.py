"""Fixed lists the directory chooses from: sectors and languages."""

from django.conf import settings
from django.utils.functional import lazystr
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kogu.language.markers import name_in

# What organisations of a region live by: NACE's sections, the creative ones told apart.
SECTORS = (
    ("farming", _("Farming, forestry and fishing")),
    ("food", _("Food and drink")),
    ("wood", _("Wood and furniture")),
    ("textile", _("Textile, clothing and leather")),
    ("manufacturing", _("Other manufacturing")),
    ("energy", _("Energy")),
    ("environment", _("Water, waste and environment")),
    ("construction", _("Construction and property")),
    ("trade", _("Trade and repair")),
    ("transport", _("Transport and storage")),
    ("hospitality", _("Accommodation and catering")),
    ("tourism", _("Tourism and guiding")),
    ("it", _("Information technology and games")),
    ("finance", _("Finance and insurance")),
    ("consulting", _("Law, accounting and consulting")),
    ("research", _("Research and development")),
    ("architecture", _("Architecture")),
    ("design", _("Design and fashion")),
    ("crafts", _("Crafts")),
    ("advertising", _("Advertising and communication")),
    ("film", _("Film, video and photography")),
    ("music", _("Music")),
    ("performing_arts", _("Performing arts")),
    ("visual_arts", _("Visual arts")),
    ("publishing", _("Publishing and literature")),
    ("media", _("Broadcasting and media")),
    ("heritage", _("Museums, libraries and heritage")),
    ("coworking", _("Coworking and business services")),
    ("public", _("Public administration")),
    ("education", _("Education and training")),
    ("health", _("Health and social care")),
    ("sport", _("Sport and recreation")),
    ("civil_society", _("Associations and civil society")),
)

_SPOKEN = (
    *("et", "lv", "lt", "pl", "en", "ru", "uk", "be", "de", "fi", "sv", "no", "da", "is", "nl"),
    *("fr", "es", "pt", "it", "cs", "sk", "hu", "ro", "bg", "el", "hr", "sl", "ga", "mt", "tr"),
)


class _LanguageName:
    """A language in the language of whoever reads."""

    def __init__(self, code):
        self.code = code

    def __str__(self):
        return name_in(self.code, get_language() or "en")


LANGUAGES_SPOKEN = tuple((code, lazystr(_LanguageName(code))) for code in _SPOKEN)
# Offered first: those of the site.
SITE_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)

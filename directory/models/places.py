"""Places, as a tree with coordinates."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from kogu.content.languages import shared, words

from .named_snippets import TreeSnippet
from .sections import PlaceIndexPage

nuts_code = RegexValidator(
    r"^[A-Z]{2}[0-9A-Z]{0,3}$", _("Write a NUTS code, like EE008: two letters, then up to three.")
)


def degrees(label, most):
    """A coordinate in decimal degrees."""
    return models.DecimalField(
        label,
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-most), MaxValueValidator(most)],
    )


class Place(TreeSnippet):
    """Somewhere: a country, a county, a parish or a house with a door."""

    kind = "place"

    class Kind(models.TextChoices):
        """From the largest to the smallest."""

        COUNTRY = "country", _("Country")
        REGION = "region", _("Region")
        COUNTY = "county", _("County")
        MUNICIPALITY = "municipality", _("Municipality")
        DISTRICT = "district", _("Parish or district")
        VENUE = "venue", _("Venue")

    place_kind = models.CharField(_("kind"), max_length=20, choices=Kind, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    latitude = degrees(_("latitude"), 90)
    longitude = degrees(_("longitude"), 180)
    nuts_code = models.CharField(_("NUTS code"), max_length=5, blank=True, validators=[nuts_code])
    local_code = models.CharField(
        _("code in the national register"),
        max_length=30,
        blank=True,
        help_text=_("EHAK in Estonia, ATVK in Latvia, TERYT in Poland."),
    )
    accessibility = models.TextField(
        _("accessibility"),
        blank=True,
        help_text=_("Steps, lift, hearing loop, parking: what somebody should know beforehand."),
    )
    description = models.TextField(_("description"), blank=True)

    panels = [
        "name",
        "place_kind",
        "parent",
        "address",
        FieldRowPanel(["latitude", "longitude"], heading=_("On the map")),
        "accessibility",
        MultiFieldPanel(
            ["description", "slug", "nuts_code", "local_code"],
            heading=_("More"),
            classname="collapsed",
        ),
    ]
    languages = [
        *TreeSnippet.languages,
        *words("accessibility", "description"),
        *shared("place_kind", "address", "latitude", "longitude", "nuts_code", "local_code"),
    ]

    search_fields = [*TreeSnippet.search_fields, index.FilterField("place_kind")]

    class Meta(TreeSnippet.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def public_url(self):
        """Below the section of places in its language."""
        section = PlaceIndexPage.address_in(self.locale)
        return f"{section}{self.slug}/" if section else ""

    def card_fields(self):
        """Kind, address and coordinates for lists, maps and `near`."""
        fields = super().card_fields()
        return {
            **fields,
            "summary": self.get_summary(),
            "facts": {
                **fields["facts"],
                "kind": self.place_kind,
                "address": self.address,
                "latitude": as_float(self.latitude),
                "longitude": as_float(self.longitude),
                "nuts_code": self.nuts_code,
                "local_code": self.local_code,
                "accessibility": self.accessibility,
            },
        }

    def get_summary(self):
        """The first paragraph of the description."""
        return self.description.strip().split("\n")[0]


def as_float(value):
    """A stored decimal as a float, such as a coordinate; None stays None."""
    return None if value is None else float(value)

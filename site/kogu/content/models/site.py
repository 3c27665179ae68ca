"""The site itself: what it is called, how it greets, where its menus lead."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from kogu.content.languages import DeclaresLanguages, shared, words
from kogu.content.site_urls import safe_url

from .snippets import PublicSnippet


@register_setting(icon="globe")
class SiteSettings(ClusterableModel, BaseGenericSetting):
    """What the site says of its organisation, the same in every language."""

    organisation_name = models.CharField(_("organisation"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        "directory.OrganisationPage",
        verbose_name=_("its page in the directory"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("New news items name it as their author."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    address = models.TextField(_("address"), blank=True)
    registry_code = models.CharField(_("registry code"), max_length=50, blank=True)
    accent_colour = models.CharField(
        _("accent colour"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write it like #0b5d4e."))],
        help_text=_("It must be dark enough to be read on white: a contrast of 4.5 to 1."),
    )
    organisation_grant = models.ForeignKey(
        "directory.ProjectPage",
        verbose_name=_("operating grant of the organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Its funder's notice stands on every page."),
    )
    website_grant = models.ForeignKey(
        "directory.ProjectPage",
        verbose_name=_("grant of the website"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Its funder's notice stands in the footer."),
    )

    panels = [
        MultiFieldPanel(
            [
                "organisation_name",
                PageChooserPanel("organisation", "directory.OrganisationPage"),
                *("registry_code", "email", "phone", "address"),
            ],
            heading=_("Organisation"),
        ),
        InlinePanel("social_links", heading=_("Social media"), label=_("Account")),
        MultiFieldPanel(
            [
                PageChooserPanel("organisation_grant", "directory.ProjectPage"),
                PageChooserPanel("website_grant", "directory.ProjectPage"),
            ],
            heading=_("Grants"),
        ),
        FieldPanel("accent_colour"),
    ]

    class Meta:
        verbose_name = _("site settings")

    def clean(self):
        """Refuse an accent colour that cannot be read on white."""
        super().clean()
        from kogu.content.colour import check_contrast

        if self.accent_colour:
            check_contrast("accent_colour", self.accent_colour)


class SocialLink(Orderable):
    """An account of the organisation elsewhere."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_links")
    name = models.CharField(_("name"), max_length=50)
    url = models.URLField(_("address"))

    class Meta(Orderable.Meta):
        verbose_name = _("social media account")


class SiteText(PublicSnippet):
    """The site's own words in one language."""

    kind = "site_text"
    is_carded = False

    site_name = models.CharField(_("name of the site"), max_length=100)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    footer = RichTextField(_("footer"), blank=True, features=["bold", "link"])

    panels = ["site_name", "tagline", "footer"]
    languages = [*PublicSnippet.languages, *words("site_name", "tagline", "footer")]

    class Meta(PublicSnippet.Meta):
        verbose_name = _("words of the site")
        verbose_name_plural = _("words of the site")

    def __str__(self):
        return self.site_name


class Menu(ClusterableModel, PublicSnippet):
    """A menu in one language."""

    kind = "menu"
    is_carded = False

    class Position(models.TextChoices):
        """Where the menu stands."""

        MAIN = "main", _("Main menu")
        FOOTER = "footer", _("Footer")

    position = models.CharField(_("position"), max_length=10, choices=Position, default="main")

    panels = ["position", InlinePanel("items", heading=_("Entries"), label=_("Entry"))]
    languages = [*PublicSnippet.languages, *shared("position"), *words("items")]

    class Meta(PublicSnippet.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self):
        return self.get_position_display()


class MenuItem(DeclaresLanguages, TranslatableMixin, Orderable):
    """One entry of a menu: a page in the reader's language, or an address."""

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="items")
    title = models.CharField(
        _("words"), max_length=100, blank=True, help_text=_("Empty: the page's title.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    url = models.CharField(_("address"), max_length=500, blank=True)

    panels = ["page", "title", "url"]
    languages = [*words("title"), *shared("page", "url")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("entry")
        verbose_name_plural = _("entries")

    def clean(self):
        """Refuse an address that leads nowhere or is a script."""
        super().clean()
        if self.url and not safe_url(self.url):
            raise ValidationError({"url": _("Begin it with https://, mailto:, tel: or /.")})

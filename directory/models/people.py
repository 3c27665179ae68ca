"""People: named in public only where there is a ground for it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from directory.codes import LANGUAGES_SPOKEN, SITE_LANGUAGES
from kogu.content.completeness import Problem
from kogu.content.languages import shared, words
from kogu.content.models import Card, Edge, PublicSnippet
from kogu.content.models.snippets import SnippetQuerySet
from kogu.presenting.card_views import ORGANISATION_NAMES

from .fields import CodesField, phone_number


class Basis(models.TextChoices):
    """Why somebody's name may stand in public, or that it may not."""

    TO_CONFIRM = "to_confirm", _("To confirm: not shown")
    OFFICIAL_DUTY = "official_duty", _("Official duty")
    CONSENT = "consent", _("Consent")
    PUBLIC_REGISTER = "public_register", _("Public register")
    WITHDRAWN = "withdrawn", _("Withdrawn: not shown")


PUBLISHABLE = (Basis.OFFICIAL_DUTY, Basis.CONSENT, Basis.PUBLIC_REGISTER)


class PersonQuerySet(SnippetQuerySet):
    """The queryset of people: who may be shown."""

    def visible(self, at=None):
        """Live people for whose publication there is a ground."""
        return super().visible(at).filter(basis__in=PUBLISHABLE)


class Person(index.Indexed, PublicSnippet):
    """Somebody to turn to, or who wrote, spoke or leads; without a page of their own."""

    kind = "person"

    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(
        pgettext_lazy("job", "role"),
        max_length=200,
        blank=True,
        help_text=_("What they do, like “project manager”."),
    )
    organisation = models.ForeignKey(
        "directory.OrganisationPage",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True, validators=[phone_number])
    languages_spoken = CodesField(
        _("languages spoken"), codes=LANGUAGES_SPOKEN, first=SITE_LANGUAGES
    )
    basis = models.CharField(
        _("basis for publishing"),
        max_length=20,
        choices=Basis,
        default=Basis.TO_CONFIRM,
        help_text=_("Without a basis the person is shown nowhere."),
    )
    consent_on = models.DateField(_("consent given on"), null=True, blank=True)
    consent_how = models.CharField(
        _("how consent was given"),
        max_length=255,
        blank=True,
        help_text=_("For example “by e-mail to the office”. Readers do not see it."),
    )

    panels = [
        FieldPanel("name", classname="title"),
        "role",
        PageChooserPanel("organisation", "directory.OrganisationPage"),
        FieldRowPanel(["email", "phone"]),
        MultiFieldPanel(
            ["basis", FieldRowPanel(["consent_on", "consent_how"])],
            heading=_("Why the name may be published"),
        ),
        MultiFieldPanel(["photo", "languages_spoken"], heading=_("More"), classname="collapsed"),
    ]
    languages = [
        *PublicSnippet.languages,
        *words("role"),
        *shared("name", "organisation", "photo", "email", "phone", "languages_spoken"),
        *shared("basis", "consent_on", "consent_how"),
    ]

    name_fields = ("name", "role", "email", "organisation__title", "organisation__short_name")
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("role"),
        index.FilterField("id"),
        index.FilterField("basis"),
        index.FilterField("locale"),
        index.FilterField("translation_key"),
    ]

    objects = PersonQuerySet.as_manager()

    class Meta(PublicSnippet.Meta):
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name

    @property
    def may_be_shown(self):
        """Whether there is a ground for publishing."""
        return self.basis in PUBLISHABLE

    def card_fields(self):
        """Role, organisation and how to reach them."""
        return {
            **super().card_fields(),
            "summary": self.role,
            "image_id": self.photo_id,
            "facts": {
                "role": self.role,
                ORGANISATION_NAMES: self._organisation_names(),
                "email": self.email,
                "phone": self.phone,
                "languages": self.languages_spoken,
            },
        }

    def edges(self):
        """The card's relation to the organisation the person works for."""
        if self.organisation is None:
            return []
        return [Edge("organisation", self.organisation.translation_key, "works_for")]

    def missing(self):
        """A consent nobody can show; a person to confirm is kept, and shown nowhere."""
        if self.basis == Basis.TO_CONFIRM:
            words = _("Without a basis for publishing the person is not shown.")
            return [Problem("basis", words, is_warning=True)]
        if self.basis == Basis.CONSENT and not (self.consent_on and self.consent_how):
            return [Problem("consent_on", _("Say when and how consent was given."))]
        return []

    def clean(self):
        """Refuse a consent of the future."""
        super().clean()
        if self.consent_on and self.consent_on > timezone.localdate():
            raise ValidationError({"consent_on": _("This day is still to come.")})

    def _organisation_names(self):
        """Their employer's name by language."""
        if self.organisation is None:
            return {}
        key = self.organisation.translation_key
        cards = Card.objects.visible().filter(kind="organisation", key=key)
        return dict(cards.values_list("locale", "title"))

"""Rows by which pages name topics, places, people, organisations and projects."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import TranslatableMixin

from kogu.content.languages import DeclaresLanguages, shared, words
from kogu.content.models import RelationRow


def optional_foreign_key(model, label):
    """A foreign key of a relation row without a reverse accessor; it may be empty in drafts."""
    return models.ForeignKey(
        model,
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )


class PageTopic(RelationRow):
    """A topic of a page."""

    relation = target = "topic"

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_topics")
    topic = optional_foreign_key("directory.Topic", _("topic"))

    panels = ["topic"]

    class Meta(RelationRow.Meta):
        verbose_name = _("topic of a page")
        verbose_name_plural = _("topics of pages")


class PagePlace(RelationRow):
    """A place of a page."""

    relation = target = "place"

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_places")
    place = optional_foreign_key("directory.Place", _("place"))

    panels = ["place"]

    class Meta(RelationRow.Meta):
        verbose_name = _("place of a page")
        verbose_name_plural = _("places of pages")


class PageContact(DeclaresLanguages, TranslatableMixin, RelationRow):
    """Whom to turn to about a page: a person, an organisation, or a person there."""

    relation = "contact"
    target = "person"

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_contacts")
    person = optional_foreign_key("directory.Person", _("person"))
    organisation = optional_foreign_key("directory.OrganisationPage", _("organisation"))
    role = models.CharField(
        _("role on this page"),
        max_length=150,
        blank=True,
        help_text=_("Like “registration”. Empty: the person's own role."),
    )

    panels = [
        "person",
        PageChooserPanel("organisation", "directory.OrganisationPage"),
        FieldPanel("role"),
    ]
    languages = [*words("role"), *shared("person", "organisation")]

    class Meta(TranslatableMixin.Meta, RelationRow.Meta):
        verbose_name = _("contact of a page")
        verbose_name_plural = _("contacts of pages")

    @property
    def role_code(self):
        """The role is words of a language, no code."""
        return ""


class OrganisationRole(models.TextChoices):
    """The role in which a page names an organisation."""

    ABOUT = "about", _("The page is about it")
    AUTHOR = "author", _("Author")
    ORGANISER = "organiser", _("Organiser")
    PARTNER = "partner", _("Partner")
    HOST = "host", _("Host")
    SUPPORTER = "supporter", _("Supporter")


class PageOrganisation(RelationRow):
    """An organisation a page names, and as what."""

    relation = target = "organisation"

    page = ParentalKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="page_organisations"
    )
    organisation = optional_foreign_key("directory.OrganisationPage", _("organisation"))
    role = models.CharField(
        _("role"), max_length=20, choices=OrganisationRole, default=OrganisationRole.ABOUT
    )

    panels = [
        FieldRowPanel([PageChooserPanel("organisation", "directory.OrganisationPage"), "role"])
    ]

    class Meta(RelationRow.Meta):
        verbose_name = _("organisation of a page")
        verbose_name_plural = _("organisations of pages")


class ProjectRole(models.TextChoices):
    """The role in which a page names a project."""

    FUNDED_BY = "funded_by", _("Paid for by the project: shows the funder's notice")
    ABOUT = "about", _("About the project")


class PageProject(RelationRow):
    """A project a page names; one that paid for it brings its funder's notice."""

    relation = target = "project"

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_projects")
    project = optional_foreign_key("directory.ProjectPage", _("project"))
    role = models.CharField(
        _("how it belongs"), max_length=20, choices=ProjectRole, default=ProjectRole.FUNDED_BY
    )

    panels = [FieldRowPanel([PageChooserPanel("project", "directory.ProjectPage"), "role"])]

    class Meta(RelationRow.Meta):
        verbose_name = _("project of a page")
        verbose_name_plural = _("projects of pages")

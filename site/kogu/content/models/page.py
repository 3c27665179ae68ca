"""The page that every other page starts from."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page, PageManager
from wagtail.search import index

from kogu.content import page_views
from kogu.content.copying import CopyForm
from kogu.content.languages import DeclaresLanguages, local, shared, words
from kogu.content.page_form import PageForm
from kogu.content.permissions import PagePermissions
from kogu.content.querysets import PublicPageQuerySet
from kogu.content.slugs import RESERVED, lock_slugs_below, refuse_reserved

from .public import PublicItem


class BasePage(PublicItem, DeclaresLanguages, Page):
    """A page of the site in one language, with what every kind of page has."""

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=400,
        help_text=_("One or two sentences for lists, search and sharing. Empty: the first words."),
    )
    sharing_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("picture for sharing"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown where the page is shared, if the page has no picture of its own."),
    )
    other_names = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("Other names people search for, one a line. Readers do not see them."),
    )
    review_by = models.DateField(
        _("check again by"),
        null=True,
        blank=True,
        help_text=_("On this day the responsible person is asked whether the page is still right."),
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    as_typed = models.JSONField(default=dict, blank=True, editable=False)

    base_form_class = PageForm
    copy_form_class = CopyForm
    not_copied = [
        *("go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by", "review_by"),
    ]

    title_panel = TitleFieldPanel("title", placeholder=_("Title"))
    story_panels = [title_panel, "summary"]
    relation_panels = [
        MultipleChooserPanel(
            "page_projects",
            "project",
            heading=_("Projects"),
            label=_("Project"),
            help_text=_("Choose the project that paid: its funder's notice then shows by itself."),
        ),
        MultipleChooserPanel("page_topics", "topic", heading=_("Topics"), label=_("Topic")),
        MultipleChooserPanel("page_places", "place", heading=_("Places"), label=_("Place")),
        MultipleChooserPanel(
            "page_organisations",
            "organisation",
            heading=_("Organisations"),
            label=_("Organisation"),
        ),
        MultipleChooserPanel("page_contacts", "person", heading=_("Contacts"), label=_("Contact")),
    ]
    more_panels: list = []
    publishing_panels = [
        MultiFieldPanel(
            ["slug", "seo_title", "search_description", "sharing_image", "show_in_menus"],
            heading=_("In search engines and menus"),
        ),
        MultiFieldPanel(
            ["responsible", "review_by", "other_names"], heading=_("Keeping the page right")
        ),
        PublishingPanel(),
        CommentPanel(),
    ]

    languages = [
        *words("title", "slug", "summary", "seo_title", "search_description", "other_names"),
        *words("page_contacts"),
        *shared("sharing_image", "page_topics", "page_places", "page_organisations"),
        *shared("page_projects"),
        *local("show_in_menus", "review_by", "responsible", "as_typed"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    # By which choosers find it.
    name_fields: tuple[str, ...] = ("draft_title", "other_names")

    objects = PageManager.from_queryset(PublicPageQuerySet)()

    class Meta:
        abstract = True

    @classmethod
    def tabs(cls):
        """The tabs of the form with their panels: the story first, everything else a tab away."""
        return [
            (_("Content"), cls.story_panels),
            (_("Belongs to"), [*cls.relation_panels, *cls.more_panels]),
            (_("Settings"), cls.publishing_panels),
        ]

    @classmethod
    def get_edit_handler(cls):
        """The edit handler with the tabs of the page's class."""
        if not hasattr(cls, "_kogu_edit_handler"):
            cls._kogu_edit_handler = TabbedInterface(
                [ObjectList([*panels], heading=heading) for heading, panels in cls.tabs()],
                base_form_class=cls.base_form_class,
            ).bind_to_model(cls)
        return cls._kogu_edit_handler

    @transaction.atomic
    def save(self, clean=True, **kwargs):
        """Of two that take one slug at the same time, the second is refused."""
        if clean and self.path:
            lock_slugs_below(self._get_basepath(self.path, self.depth - 1))
        return super().save(clean=clean, **kwargs)

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None):
        return slug not in RESERVED and Page._slug_is_available(slug, parent_page, page)

    def _check_slug_is_unique(self):
        try:
            refuse_reserved(self.slug)
        except ValidationError as error:
            raise ValidationError({"slug": error}) from None
        super()._check_slug_is_unique()

    def permissions_for_user(self, user):
        """Wagtail's permission tester, by role and language."""
        return PagePermissions(user, self)

    def public_url(self):
        """Language prefix plus the path below that home page; a new page has no path yet."""
        below_home = "/".join(self.url_path.split("/")[2:])
        return f"/{self.locale.language_code}/{below_home}"

    def card_fields(self):
        """Title, summary, picture and dates of the page."""
        return {
            **super().card_fields(),
            "summary": self.get_summary(),
            "image_id": self.sharing_image_id,
            "published_at": self.first_published_at,
            "updated_at": self.last_published_at,
            "expire_at": self.expire_at,
        }

    def get_summary(self):
        """The summary, or what the page itself offers in its place."""
        return self.summary

    def serve(self, request, *args, **kwargs):
        """Answer with the page as its presenter shows it."""
        return page_views.answer(request, self)

    def serve_preview(self, request, mode_name):
        """Show the draft as a visitor would see it."""
        return page_views.preview(request, self)

    @property
    def preview_modes(self):
        """One preview: the page as readers see it."""
        return [("", _("As readers see it"))]

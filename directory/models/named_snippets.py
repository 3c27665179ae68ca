"""Named items with an address of their own, alone or in a tree."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin
from wagtail.search import index

from kogu.content.languages import shared, words
from kogu.content.models import PublicSnippet
from kogu.content.slugs import RESERVED, refuse_reserved
from kogu.language.sorting import fold

DEEPEST = 12
TAKEN = _("Another one has this short name already.")


class NamedSnippet(index.Indexed, PublicSnippet):
    """Something with a name, and a short name for addresses that no other has in its language."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("short name in addresses"),
        max_length=200,
        blank=True,
        help_text=_("Lower-case letters, digits and hyphens. Empty: made from the name."),
    )

    languages = [*PublicSnippet.languages, *words("name", "slug")]
    name_fields: tuple[str, ...] = ("name",)
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("id"),
        index.FilterField("locale"),
        index.FilterField("translation_key"),
    ]

    class Meta(PublicSnippet.Meta):
        abstract = True
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="%(class)s_slug_once")
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Refuse a short name that another has in the same language, or the site itself."""
        super().clean()
        self.slug = self.slug or self._free_slug()
        try:
            refuse_reserved(self.slug)
        except ValidationError as error:
            raise ValidationError({"slug": error}) from None
        if self._others().filter(slug=self.slug).exists():
            raise ValidationError({"slug": TAKEN})

    def save(self, *args, **kwargs):
        """A new row never takes another's short name: a copy or translation gets a free one."""
        if not self.slug or (self._state.adding and not self._is_free()):
            self.slug = self._free_slug()
        try:
            with transaction.atomic():
                super().save(*args, **kwargs)
        except IntegrityError as error:
            if not self._others().filter(slug=self.slug).exists():
                raise
            if not self._state.adding:
                raise ValidationError({"slug": TAKEN}) from error
            # Somebody was faster than the look above.
            self.slug = self._free_slug()
            super().save(*args, **kwargs)

    def card_fields(self):
        """The short name beside what every snippet shows."""
        return {**super().card_fields(), "facts": {"slug": self.slug}}

    def normalize_slug(self):
        """Make a short name out of whatever was written for one."""
        self.slug = self._free_slug()

    def _others(self):
        return type(self).objects.filter(locale_id=self.locale_id).exclude(pk=self.pk)

    def _is_free(self):
        return self.slug not in RESERVED and not self._others().filter(slug=self.slug).exists()

    def _free_slug(self):
        slug = slugify(self.slug or fold(self.name))[:190] or type(self).kind
        others = self._others().filter(slug__startswith=slug)
        taken = RESERVED.union(others.values_list("slug", flat=True))
        candidates = (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3)))
        return next(slug for slug in candidates if slug not in taken)


class TreeSnippet(NamedSnippet):
    """A named item that may belong under another of its kind, whichever language's row that is."""

    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs under"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    preview_modes = PreviewableMixin.DEFAULT_PREVIEW_MODES

    languages = [*NamedSnippet.languages, *shared("parent")]

    class Meta(NamedSnippet.Meta):
        abstract = True

    def name_in_tree(self):
        """The name, indented where a list is in the order of the tree."""
        depth = int(getattr(self, "tree_depth", "0"), 16)
        return f"{'— ' * depth}{self.name}"

    name_in_tree.short_description = _("name")
    name_in_tree.admin_order_field = "name"

    def clean(self):
        """Refuse a parent that lies below the item itself."""
        super().clean()
        above = self.parent
        for _step in range(DEEPEST):
            if above is None:
                return
            if above.translation_key == self.translation_key:
                break
            above = above.parent
        raise ValidationError({"parent": _("It cannot belong under itself.")})

    def serve_preview(self, request, mode_name):
        """Show the draft as a visitor would see its page."""
        from kogu.web.views import preview

        return preview(request, self)

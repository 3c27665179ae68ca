"""The base form of every page type."""

from wagtail.admin.forms import WagtailAdminPageForm

from .draft_forms import DraftForm
from .slugs import free_slug, refuse_reserved, slug_of


class PageForm(DraftForm, WagtailAdminPageForm):
    """A page as an editor fills it in. Its address never stops a draft from being saved."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            if self.instance.first_published_at:
                self.fields["slug"].validators.append(refuse_reserved)

    def clean_slug(self):
        """From the title when it is empty; numbered when it is taken and readers never knew it.

        The fair of this year has the title of last year's. Only a page that was public keeps
        exactly what is written here, so that one that is taken is refused.
        """
        title = self.cleaned_data.get("title") or self["title"].data or ""
        slug = self.cleaned_data["slug"] or slug_of(title) or "page"
        if self.parent_page is None or self.instance.first_published_at:
            return slug
        return free_slug(self.parent_page, slug, self.instance)

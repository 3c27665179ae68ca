"""Section pages that open the directory: one in each language."""

from django.utils.translation import gettext_lazy as _

from kogu.content.models import BasePage
from kogu.delivery.tick_cache import cached_per_tick


class SectionPage(BasePage):
    """A page that lists one kind of item; what it lists is decided by its presenter."""

    max_count_per_parent = 1

    class Meta:
        abstract = True


class DirectoryIndexPage(SectionPage):
    """A section whose items have no page in the tree but an address below it."""

    # The kind of item whose address begins with this section's.
    opens = ""

    class Meta:
        abstract = True

    @classmethod
    def address_in(cls, locale):
        """Where the section stands in a language; empty while it has none."""

        def find():
            page = cls.objects.filter(locale=locale, live=True).select_related("locale").first()
            return page.public_url() if page else ""

        return cached_per_tick(f"section:{cls.kind}:{locale.language_code}", find)


class TopicIndexPage(DirectoryIndexPage):
    """All topics, as a tree."""

    kind = "topic_index"
    opens = "topic"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("list of topics")
        verbose_name_plural = _("lists of topics")


class PlaceIndexPage(DirectoryIndexPage):
    """All places, as a tree."""

    kind = "place_index"
    opens = "place"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("list of places")
        verbose_name_plural = _("lists of places")

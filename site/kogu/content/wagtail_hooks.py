"""Where the base meets Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from .viewsets import SiteViewSetGroup

register_snippet(SiteViewSetGroup)

"""Base of our own admin screens: breadcrumbs."""

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class ScreenMixin(WagtailAdminTemplateMixin):
    """A screen whose name and object stand in its header, not only the way there."""

    def get_breadcrumbs_items(self):
        """Breadcrumbs from the admin's home to this screen."""
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), here]

"""The app's place in Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Public addresses."""

    name = "kogu.web"
    label = "web"

    def ready(self):
        """Makes the views known to pages, and refuses malformed requests of the admin."""
        from kogu.content.page_views import register_page_views

        from . import checks
        from .malformed_requests import refuse_malformed_requests
        from .views import answer, preview

        register_page_views(answer, preview)
        refuse_malformed_requests()

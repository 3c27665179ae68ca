"""Answers for addresses that once were public: moved, or gone."""

from wagtail.contrib.redirects.middleware import RedirectMiddleware

from kogu.delivery import addresses


class FormerAddressMiddleware(RedirectMiddleware):
    """Wagtail's redirects, and 410 where something stood that is public nowhere now."""

    def process_response(self, request, response):
        """Looks only where the answer would be 404."""
        response = super().process_response(request, response)
        if response.status_code == 404 and addresses.is_gone(request.path):
            response.status_code = 410
        return response

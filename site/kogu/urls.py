"""Every address, in the order in which they are tried."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from events.feeds import ical
from kogu.api_v1.endpoints import api
from kogu.media.views import public_media
from kogu.patches import replace
from kogu.web import errors, sitemaps, views
from kogu.web.feed_views import feed

replace(wagtailadmin_urls, "page_not_found", errors.page_not_found)

urlpatterns = [
    path("", views.redirect_to_default_language, name="root"),
    path("api/v1/", api.urls),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemaps.sitemap_file, name="sitemap_file"),
    path("robots.txt", sitemaps.robots, name="robots"),
    # Wagtail's own breaks on purpose.
    path("admin/failwhale/", errors.page_not_found),
    # Nothing here asks other sites for embeds.
    re_path(r"^admin/embeds/", errors.page_not_found),
    path("admin/second-factor/", include("kogu.accounts.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include("kogu.media.urls")),
    path("media/<path:name>", public_media, name="public_media"),
    *i18n_patterns(
        re_path(r"^((?:[\w\-]+/)*)feed/$", feed, name="feed"),
        re_path(r"^((?:[\w\-]+/)+)calendar\.ics$", ical, name="ical"),
        # Whoever gives a password or signs in for a page does so below `_util/`.
        re_path(r"^(?!_util/)((?:[\w\-]+/)*)$", views.page, name="page"),
        path("", include(wagtail_urls)),
    ),
]
handler400 = "kogu.web.errors.bad_request"
handler403 = "kogu.web.errors.permission_denied"
handler404 = "kogu.web.errors.page_not_found"
handler500 = "kogu.web.errors.server_error"

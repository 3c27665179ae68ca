"""Every address, in the order in which they are tried."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from kogu.base import views

urlpatterns = [
    path("", views.front_door, name="front_door"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *i18n_patterns(
        re_path(r"^((?:[\w\-]+/)*)$", views.page, name="page"),
        path("", include(wagtail_urls)),
    ),
]

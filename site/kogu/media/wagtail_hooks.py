"""Wagtail hooks of the media app."""

from django.urls import path
from wagtail import hooks

from .views import staff_picture


@hooks.register("register_admin_urls")
def staff_pictures():
    """Thumbnails and originals, for people who are signed in."""
    return [
        path("pictures/<int:image_id>/<str:spec>/", staff_picture, name="kogu_media_staff_picture")
    ]

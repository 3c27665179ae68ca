"""Addresses of documents, under the names Wagtail knows them by."""

from django.urls import path
from wagtail.documents.views import serve

from .views import serve_document

urlpatterns = [
    path("<int:document_id>/<path:document_filename>", serve_document, name="wagtaildocs_serve"),
    path(
        "authenticate_with_password/<int:restriction_id>/",
        serve.authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
]

"""Uploading a document of the corpus in the admin, and its form of corrections."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

CORPUS = Path(__file__).parent / "corpus"


def upload(client, name, content=None, **more):
    content = (CORPUS / name).read_bytes() if content is None else content
    return client.post(
        reverse("kogu_imports_upload"),
        {"file": SimpleUploadedFile(name, content), "kind": "auto", "language": "auto", **more},
        follow=True,
    )


def review_of(document):
    return reverse("kogu_imports_review", args=[document.key])


def entered(response):
    """The form as the browser would send it back."""
    form = response.context["form"]
    values = {name: form[name].value() for name in form.fields}
    values = {name: "" if value is None else value for name, value in values.items()}
    return {**values, "section": form.fields["section"].choices[0][0]}

"""While one thread saves a draft, another asks of a publication all that it ever asks."""

import threading

import pytest
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import NewsPage
from kogu.content.validation import form_class_of, validation_issues
from kogu.demo.factories import NewsPageFactory
from kogu.presenting.blocks.external_media import VideoBlock

HALF_WRITTEN = [("video", {"title": "", "url": "", "poster": None})]


def save(form):
    form.defer_required_fields()
    form.fields["story"].clean(form["story"].data)


def set_aside(form):
    form.defer_required_fields()
    form.cleaned_data = {}
    form._set_aside("story")


def open_again(form):
    form._malformed_blocks()


@pytest.mark.django_db
@pytest.mark.parametrize("work", [save, set_aside, open_again])
def test_a_publication_misses_nothing_while_a_draft_is_cleaned(homes, monkeypatch, work):
    page = NewsPageFactory(title="Lugu", published=False, story=HALF_WRITTEN)
    data = nested_form_data(
        {"story": streamfield([("video", {"title": "", "url": "", "poster": ""})])}
    )
    form = form_class_of(NewsPage)(data, instance=page, parent_page=page.get_parent())
    before = [*validation_issues(page)]
    begun, asked = threading.Event(), threading.Event()
    stock = VideoBlock.clean

    def clean(block, value):
        if threading.current_thread() is saving:
            begun.set()
            assert asked.wait(30)
        return stock(block, value)

    monkeypatch.setattr(VideoBlock, "clean", clean)
    saving = threading.Thread(target=work, args=(form,))
    saving.start()
    assert begun.wait(30)
    meanwhile = [*validation_issues(page)]
    asked.set()
    saving.join()

    assert len(before) >= 2
    assert meanwhile == before

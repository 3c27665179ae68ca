"""A translation of words that the source no longer has is submitted only with a reason."""

import datetime as dt
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile

from home.models import NewsPage
from kogu.delivery.changes import public_change

from .conftest import translate_all, user_in


@pytest.fixture
def whole(begun):
    """A translation with every passage translated."""
    translate_all(begun, "LV {}")
    return begun


def publish_source(translation, **values):
    with public_change():
        page = NewsPage.objects.get(pk=translation.source.get_source_instance().pk)
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision().publish()


def submit(client, translation):
    address = reverse("kogu_submit:submit", args=[translation.pk])
    return client.post(address, follow=True).content.decode()


def give_reason(client, translation):
    target = translation.get_target_instance()
    args = ["home", "newspage", target.pk, "action-submit"]
    address = reverse("kogu_editorial_reason", args=args)
    seen = client.get(address).context["form"].initial["seen"]
    client.post(address, {"reason": "Tās nāks vēlāk.", "seen": seen})


def is_in_review(translation):
    return bool(translation.get_target_instance().workflow_in_progress)


def test_newer_words_ask_for_a_reason(client, latvian, whole):
    publish_source(whole, title="Tegijad kohtusid taas")
    client.force_login(latvian)

    said = submit(client, whole)

    assert not is_in_review(whole)
    assert "The source was published with other words on" in said
    give_reason(client, whole)
    assert is_in_review(whole)


def test_words_that_were_brought_in_ask_for_nothing(client, latvian, whole):
    publish_source(whole, title="Tegijad kohtusid taas")
    with public_change():
        whole.source.update_from_db()
    translate_all(whole, "LV {}")
    client.force_login(latvian)

    submit(client, whole)

    assert is_in_review(whole)


def test_a_publication_without_other_words_asks_for_nothing(client, latvian, whole):
    publish_source(whole)
    client.force_login(latvian)

    submit(client, whole)

    assert is_in_review(whole)


def test_a_reason_holds_for_one_publication_in_every_language_of_the_admin(client, latvian, whole):
    publish_source(whole, title="Tegijad kohtusid taas")
    client.force_login(latvian)
    submit(client, whole)
    give_reason(client, whole)
    client.post(reverse("kogu_submit:withdraw", args=[whole.pk]))
    other = user_in("other", "Translators: Latvian")
    UserProfile.objects.create(user=other, preferred_language="lv")
    client.force_login(other)

    submit(client, whole)
    assert is_in_review(whole)

    state = whole.get_target_instance().current_workflow_state
    with public_change():
        state.cancel(user=other)
    publish_source(whole, title="Tegijad kohtusid kolmandat korda")
    source = Page.objects.filter(pk=whole.source.get_source_instance().pk)
    with public_change():
        source.update(last_published_at=timezone.now() + dt.timedelta(minutes=1))
    submit(client, whole)
    assert not is_in_review(whole)


def test_translators_are_told_that_the_source_was_unpublished(client, latvian, whole):
    address = reverse("wagtailadmin_pages:edit", args=[whole.get_target_instance().pk])
    UserProfile.objects.create(user=latvian, preferred_language="en")
    client.force_login(latvian)
    told = "The source (Estonian) has been unpublished; readers no longer see it."
    before = client.get(address).content.decode()

    with public_change():
        whole.source.get_source_instance().unpublish()

    assert told not in before
    assert told in client.get(address).content.decode()


def test_a_missing_source_is_neither_unpublished_nor_outdated(client, latvian, whole):
    source = Page.objects.filter(pk=whole.source.get_source_instance().pk)
    client.force_login(latvian)
    with public_change():
        whole.get_target_instance().save_revision().publish()
        source.update(translation_key=uuid4())

    while_live = bar_of(client, whole)
    with public_change():
        whole.get_target_instance().unpublish()
    now = bar_of(client, whole)

    assert not while_live["is_outdated"]
    assert not now["is_source_unpublished"]
    assert now["source_language"] == "eesti"


def bar_of(client, translation):
    """What the translator's editor shows beside the stock one."""
    return client.get(reverse("kogu_translation:progress", args=[translation.pk])).context["bar"]

"""Whatever staff do, the changes told are those the public can see: none missing, none spare."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from directory.models import Topic
from kogu.content.models import Card
from kogu.delivery.changes import NotInPublicChange, public_change
from kogu.delivery.models import PastAddress
from kogu.demo.factories import InformationPageFactory, TopicFactory
from kogu.demo.factories.publishing import fresh
from tests import public_write_guard
from tests.delivery.staff_writes import below, bulk, edit_form, exactly, post

from .public_rows import digest

pytestmark = pytest.mark.django_db


def test_publishing_in_the_editor(admin, about):
    form = edit_form(admin, about) | {"title": "Meist kõigist", "action-publish": "1"}

    with exactly("updated"):
        post(admin, "edit", about.pk, **form)

    assert Card.objects.get(object_id=about.pk, kind="information").title == "Meist kõigist"


def test_saving_a_draft_is_no_change(admin, about):
    with exactly():
        post(admin, "edit", about.pk, **(edit_form(admin, about) | {"title": "Mustand"}))

    assert fresh(about).has_unpublished_changes


def test_a_refused_form_is_no_change(admin, about):
    form = edit_form(admin, about) | {"title": "", "slug": "", "action-publish": "1"}

    with exactly():
        post(admin, "edit", about.pk, **form)


def test_a_new_slug_moves_everything_below(admin, about):
    child = below(about)
    form = edit_form(admin, about) | {"slug": "kes-me-oleme", "action-publish": "1"}

    with exactly("updated", "updated"):
        post(admin, "edit", about.pk, **form)

    assert fresh(child).public_url() == "/et/kes-me-oleme/meeskond/"
    response = admin.get("/et/meist/meeskond/")
    assert (response.status_code, response["Location"]) == (301, "/et/kes-me-oleme/meeskond/")


def test_unpublishing_and_publishing_again(admin, about):
    child = below(about)
    with exactly("removed"):
        post(admin, "unpublish", child.pk)
    assert PastAddress.objects.filter(path="/et/meist/meeskond").exists()
    assert admin.get("/et/meist/meeskond/").status_code == 410

    form = edit_form(admin, child) | {"action-publish": "1"}
    with exactly("created"):
        post(admin, "edit", child.pk, **form)
    assert not PastAddress.objects.exists()


def test_unpublishing_with_what_is_below(admin, about):
    with exactly("removed", "removed"):
        post(admin, "unpublish", about.pk, include_descendants="on")


def test_moving(admin, about, homes):
    other = InformationPageFactory(parent=homes["et"], title="Muu", slug="muu")

    with exactly("updated", "updated"):
        post(admin, "move_confirm", about.pk, other.pk)

    assert below(fresh(about)).public_url() == "/et/muu/meist/meeskond/"


def test_reordering_is_no_change_of_any_page(admin, about, homes):
    InformationPageFactory(parent=homes["et"], title="Muu", slug="muu")
    url = reverse("wagtailadmin_pages:set_page_position", args=[about.pk])

    with exactly(ticks=1):
        assert admin.post(f"{url}?position=1").status_code == 200


def test_deleting(admin, about):
    with exactly("removed", "removed"):
        post(admin, "delete", about.pk)

    assert PastAddress.objects.count() == 2
    assert admin.get("/et/meist/").status_code == 410


def test_restricting_and_opening(admin, about):
    with exactly("removed", "removed"):
        post(admin, "set_privacy", about.pk, restriction_type="login")
    assert PageViewRestriction.objects.count() == 1
    with exactly("created", "created"):
        post(admin, "set_privacy", about.pk, restriction_type="none")


def test_moving_below_a_restriction(admin, about, homes):
    members = InformationPageFactory(parent=homes["et"], title="Liikmetele", slug="liikmetele")
    with public_change():
        PageViewRestriction.objects.create(page=members, restriction_type="login")

    with exactly("removed", "removed"):
        post(admin, "move_confirm", about.pk, members.pk)


def test_copies_are_drafts_whatever_is_asked(admin, about, homes):
    form = {
        "new_title": "Koopia",
        "new_slug": "koopia",
        "new_parent_page": str(homes["et"].pk),
        "copy_subpages": "on",
    }
    with exactly():
        post(admin, "copy", about.pk, **form, publish_copies="on")
    assert not Page.objects.get(slug="koopia").live


def test_an_alias_cannot_be_made(admin, about, homes):
    form = {
        "new_title": "Alias",
        "new_slug": "alias",
        "new_parent_page": str(homes["et"].pk),
        "alias": "on",
    }

    with exactly():
        admin.post(reverse("wagtailadmin_pages:copy", args=[about.pk]), form)
        with pytest.raises(ValidationError, match="alias"), public_change():
            about.create_alias(parent=homes["et"], update_slug="alias")

    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_bulk_actions(admin, about, homes):
    child = below(about)
    other = InformationPageFactory(parent=homes["et"], title="Muu", slug="muu")

    with exactly("removed", "removed"):
        bulk(admin, "unpublish", child, other)
    with exactly("created", "created"):
        bulk(admin, "publish", child, other)
    with exactly("updated"):
        bulk(admin, "move", child, chooser=str(other.pk))
    with exactly("removed", "removed"):
        bulk(admin, "delete", about, Page.objects.get(slug="meeskond"))


def test_snippets_are_told_like_pages(homes):
    topic = TopicFactory(name="Puit", published=False)
    with exactly("created"), public_change():
        topic.save_revision().publish()
    topic = fresh(topic)
    topic.name = "Puit ja mets"
    with exactly(), public_change():
        topic.save_revision()
    with exactly("updated"), public_change():
        fresh(topic).latest_revision.publish()
    with exactly("removed"), public_change():
        fresh(topic).unpublish()
    with exactly("created"), public_change():
        fresh(topic).latest_revision.publish()
    with exactly("removed"), public_change():
        fresh(topic).delete()
    assert not Topic.objects.exists()


def test_a_refusal_changes_nothing(client, about):
    client.force_login(get_user_model().objects.create_user("keegi", "k@example.org", "x"))

    with exactly():
        client.post(reverse("wagtailadmin_pages:unpublish", args=[about.pk]))


def test_writing_outside_of_a_change_is_found(about):
    with pytest.raises(NotInPublicChange):
        about.save()
    with public_write_guard.refusing():
        outside = pytest.raises(
            public_write_guard.PublicWriteOutsideChange, match="wagtailcore_page"
        )
        with outside, transaction.atomic():
            Page.objects.filter(pk=about.pk).update(title="x")
        Page.objects.filter(pk=about.pk).update(draft_title="x")
        with public_change():
            Page.objects.filter(pk=about.pk).update(title="Meist")


def test_the_digest_sees_what_readers_see(about):
    assert json.loads(digest()[about.ref][1])["title"] == "Meist"
    assert {ref.kind for ref in digest()} == {"home", "information"}

"""What `docs/operators.md` says of an erased person holds."""

import pytest
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry, Revision
from wagtail_localize.models import TranslationSource

from kogu.content.models import Card
from kogu.delivery.changes import public_change
from kogu.demo.factories import AdministratorFactory, NewsPageFactory, PersonFactory, UserFactory
from kogu.imports.models import ImportedDocument

NAME, EMAIL = "Hidden-Kask", "hidden@example.org"


@pytest.fixture
def staff(client, homes):
    client.force_login(AdministratorFactory())


@pytest.fixture
def colleague(section):
    user = UserFactory(username="hidden-kask", email=EMAIL, last_name=NAME)
    page = NewsPageFactory(parent=section, title="News", owner=user, responsible=user)
    page.save_revision(user=user)
    log(page, "wagtail.edit", user=user)
    log(user, "wagtail.edit", user=user)
    ImportedDocument.objects.create(name="a.txt", uploaded_by=user)
    return user, page


def test_a_deleted_user_stays_as_a_number_and_in_their_own_history(client, staff, colleague):
    user, page = colleague
    pk = user.pk

    client.post(reverse("wagtailusers_users:delete", args=[pk]))

    page.refresh_from_db()
    assert (page.owner, page.responsible) == (None, None)
    assert not ImportedDocument.objects.exists()
    assert not Revision.objects.filter(user_id=pk).exists()
    assert not [one for one in Revision.objects.all() if EMAIL in str(one.content)]
    assert PageLogEntry.objects.filter(user_id=pk).exists()
    labels = set(ModelLogEntry.objects.values_list("label", flat=True))
    assert labels == {"hidden-kask"}


def test_a_deleted_person_stays_in_history_only(client, staff):
    person = PersonFactory(name=NAME, email=EMAIL, locale="et")
    person.save_revision()
    with public_change():
        TranslationSource.update_or_create_from_instance(person)
    address = reverse("wagtailsnippets_directory_person:delete", args=[person.pk])

    client.post(address)

    assert not Revision.objects.filter(object_id=str(person.pk)).exists()
    assert not TranslationSource.objects.exists()
    assert not Card.objects.filter(kind="person").exists()
    named = ModelLogEntry.objects.filter(label=NAME)
    assert {one.action for one in named} == {"wagtail.publish", "wagtail.delete"}
    assert named.update(label="erased") == 2

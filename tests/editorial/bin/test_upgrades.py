"""What was deleted before an upgrade comes back as far as the site still knows it, or stays."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Page

from directory.models import Topic
from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo.factories import TopicFactory, fresh
from kogu.editorial.models import DeletedItem

from .conftest import delete, restore

pytestmark = pytest.mark.django_db


@pytest.fixture
def below(topic):
    with public_change():
        return TopicFactory(name="Savi", parent=topic)


@pytest.mark.parametrize(
    "column", [{"model": "directory.formertopic"}, {"field": "former_parent_id"}]
)
def test_a_column_that_a_release_removed_is_not_filled_again(admin, topic, below, column):
    item = delete(admin, topic)
    item.rows.filter(model="directory.topic", field="parent_id").update(**column)

    restore(admin, item)

    assert Topic.objects.filter(pk=topic.pk).exists()
    assert fresh(below).parent is None


def test_a_column_is_not_filled_with_what_is_gone(admin, topic, below):
    item = delete(admin, topic)
    item.rows.filter(field="parent_id").update(data=99999)

    restore(admin, item)

    assert fresh(below).parent is None


def test_a_row_that_a_release_removed_is_left_out(admin, news):
    item = delete(admin, news)
    item.rows.filter(model="wagtailredirects.redirect").update(model="wagtailredirects.former")

    restore(admin, item)

    assert fresh(news).live


def is_refused(client, item, instance):
    response = restore(client, item)
    assert "the site has been changed since" in response.content.decode()
    assert not type(instance).objects.filter(pk=instance.pk).exists()
    assert DeletedItem.objects.filter(pk=item.pk).exists()
    assert Page.find_problems() == ([], [], [], [], [])
    return True


@pytest.mark.parametrize("model", ["wagtailcore.page", "home.newspage"])
def test_a_page_whose_own_table_is_gone_stays_in_the_bin(admin, news, model):
    item = delete(admin, news)
    item.rows.filter(model=model).update(model="home.formerpage")

    assert is_refused(admin, item, news)


def test_a_snippet_whose_own_table_is_gone_stays_in_the_bin(admin, topic):
    item = delete(admin, topic)
    item.rows.filter(model="directory.topic", field="").update(model="directory.formertopic")

    assert is_refused(admin, item, topic)


def test_a_section_with_a_page_of_a_removed_kind_stays_in_the_bin(admin, section, news):
    item = delete(admin, section)
    former = ContentType.objects.create(app_label="home", model="formerpage")
    for row in item.rows.filter(model="wagtailcore.page", object_id=str(news.pk)):
        row.data["content_type"] = former.pk
        row.save()
    assert is_refused(admin, item, section)

    former.delete()

    assert is_refused(admin, item, section)


def test_what_the_tables_of_today_refuse_stays_in_the_bin(admin, news):
    item = delete(admin, news)
    for row in item.rows.filter(model="wagtailcore.page"):
        row.data["title"] = None
        row.save()

    assert is_refused(admin, item, news)


def test_an_item_of_a_removed_kind_is_listed_for_nobody_and_purged(admin, news, topic):
    item = delete(admin, news)
    delete(admin, topic)
    former = ContentType.objects.create(app_label="home", model="formerpage")
    DeletedItem.objects.filter(pk=item.pk).update(content_type=former)

    listed = admin.get(reverse("kogu_bin:index")).content.decode()

    assert "Käsitöö" in listed
    assert "Laat tuleb" not in listed
    assert restore(admin, item).status_code == 404
    assert not NewsPage.objects.exists()

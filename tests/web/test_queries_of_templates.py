"""A template shows what the view holds; it asks the database nothing."""

from django.db import connection
from django.shortcuts import render

from kogu.content.models import Card
from kogu.web import views
from tests.api.conftest import one_of_every_kind, scenario  # noqa: F401 fixtures


def _refuse(execute, sql, params, many, context):
    raise AssertionError(f"A template asked: {sql}")


def test_every_kind_of_page_is_rendered_without_a_query(client, scenario, monkeypatch):
    rendered = []

    def render_alone(request, template, context):
        with connection.execute_wrapper(_refuse):
            response = render(request, template, context)
        rendered.append(template)
        return response

    monkeypatch.setattr(views, "render", render_alone)
    pages = dict(Card.objects.exclude(url="").values_list("kind", "url"))

    statuses = {kind: client.get(url).status_code for kind, url in pages.items()}

    assert set(statuses.values()) == {200}
    assert len(rendered) == len(pages) > 10

"""In review the first button approves, and Enter in a field only saves."""

import re

from django.urls import reverse

from tests.editorial.news_forms import create
from tests.translation.conftest import user_in


def buttons(html):
    """Of the footer, in their order: (type, name)."""
    footer = html.partition("<footer")[2].partition("</footer>")[0]
    found = re.findall(r"<button([^>]*)>", footer)
    return [
        (
            (re.search(r'type="(\w+)"', one) or [None, "submit"])[1],
            (re.search(r'(?:data-workflow-action-name|[^-]name)="([\w-]+)"', one) or [None, ""])[1],
        )
        for one in found
    ]


def test_the_reviewers_first_button_approves(client, section):
    client.force_login(user_in("editor", "Editors"))
    page, _response = create(client, section, "Uus", "Sõnad.", **{"action-submit": "1"})
    client.force_login(user_in("reviewer", "Reviewers"))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

    found = [one for one in buttons(client.get(edit).content.decode()) if one[1]]

    assert [name for _type, name in found[:3]] == ["approve", "approve", "reject"]
    assert next(name for kind, name in found if kind == "submit") not in {"approve", "reject"}

"""The form of a news item as a browser sends it: to create, to change and to review it."""

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import NewsPage

ROWS = (
    *("page_topics", "page_places", "page_contacts", "page_organisations", "page_projects"),
    *("news_events", "news_clusters", "news_people"),
)


def form(title, text, **actions):
    """What the news form sends."""
    parts = [("rich_text", {"text": rich_text(f"<p>{text}</p>")})] if text else []
    return nested_form_data(
        {
            "title": title,
            "slug": title.lower().replace(" ", "-"),
            "summary": "",
            "story": streamfield(parts),
            "comments": inline_formset([]),
            **{name: inline_formset([]) for name in ROWS},
            **actions,
        }
    )


def create(client, section, title, text, **actions):
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", section.pk])
    response = client.post(url, form(title, text, **actions), follow=True)
    return NewsPage.objects.filter(title=title).first(), response


def review(client, page, title, text, name, said="{}"):
    """What the editor's form sends when a reviewer approves or sends back from there."""
    action = {"action-workflow-action": "true", "workflow-action-name": name}
    data = form(title, text, **action, **{"workflow-action-extra-data": said})
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, {**data, "slug": page.slug}, follow=True).content.decode()

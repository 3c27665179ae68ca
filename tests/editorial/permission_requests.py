"""Addresses and forms of what people try in the admin."""

from django.urls import reverse

from kogu.content.models import SiteSettings
from tests.editorial.news_forms import form


def page(name, *args):
    """An address of Wagtail's about a page."""
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def topic(name, *args):
    """An address of Wagtail's about a topic."""
    return reverse(f"wagtailsnippets_directory_topic:{name}", args=args)


def localize(name, *args):
    """An address of the translator's editor."""
    return reverse(f"wagtail_localize:{name}", args=args)


def bulk(action, *instances):
    """Several pages at once."""
    ids = "&".join(f"id={instance.pk}" for instance in instances)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?{ids}"


def api(instance, action):
    """The admin's own API."""
    return reverse("wagtailadmin_api:pages:action", args=[instance.pk, action])


def edit(instance, **actions):
    """The news form, filled in."""
    return {**form("Jauns virsraksts", "Vārdi.", **actions), "slug": instance.slug}


def settings_screen():
    """The address of the site's settings."""
    args = ["base", "sitesettings", SiteSettings.load().pk]
    return reverse("wagtailsettings:edit", args=args)


NAMED = {"name": "Cits", "slug": "cits", "description": "", "parent": ""}
PUBLISH = {"action-publish": "1"}


def translated(translation):
    """The translation's PO file with every passage translated."""
    file = translation.export_po()
    for entry in file:
        entry.msgstr = "Vārdi."
    return str(file).encode()


def reason_screen(scenario, action):
    """The screen that asks for a reason, of the live page."""
    return reverse("kogu_editorial_reason", args=["home", "newspage", scenario.live.pk, action])


def copied(scenario, code):
    """The copy form."""
    return {
        "new_title": "Kopija",
        "new_slug": "kopija",
        "new_parent_page": scenario.sections[code].pk,
    }


def reviewing(scenario, action):
    """The task that waits on the reviewed page."""
    state = scenario.reviewed.current_workflow_task_state
    return "workflow_action", scenario.reviewed.pk, action, state.pk

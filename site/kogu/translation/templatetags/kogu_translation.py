"""The bar beside the translator's editor."""

import json
from functools import partial

from django import template
from django.contrib.admin.utils import quote
from django.urls import reverse

from kogu.translation.views import bar

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_bar(context):
    """What waits in this translation, and what its reader may do with it."""
    return bar(context["request"], context["translation"])


@register.simple_tag(takes_context=True)
def without_aliases(context):
    """Takes from the stock editor its offer to make an alias, which Kogu has none of."""
    told = json.loads(context["props"])
    told["links"]["convertToAliasUrl"] = None
    context["props"] = json.dumps(told)
    return ""


@register.simple_tag(takes_context=True)
def status_with_review(context):
    """Tells a snippet's status where its review and versions are: the stock editor forgets."""
    if context["is_page"]:
        return ""
    thing = context["instance"]
    name = thing.snippet_viewset.get_url_name
    told = {
        "workflow_history_url": reverse(name("workflow_history"), args=[quote(thing.pk)]),
        "revisions_compare_url_name": name("revisions_compare"),
    }
    for panel in context["side_panels"]:
        panel.get_context_data = partial(_with, told, panel.get_context_data)
    return ""


def _with(told, get_context_data, parent_context):
    return {**get_context_data(parent_context), **told}

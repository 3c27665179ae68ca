"""The bar beside the translator's editor."""

import json
from functools import partial

from django import template
from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail_localize.models import get_edit_url

from kogu.translation.editing import etag
from kogu.translation.permissions import may_edit
from kogu.translation.views import bar, blocking_reason, source_url

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_bar(context):
    """What waits in this translation, and what its reader may do with it."""
    return bar(context["request"], context["translation"])


@register.simple_tag(takes_context=True)
def adjust_editor_props(context):
    """Takes from the stock editor its offer to make an alias, and its fields while they are locked.

    Each passage is told with what it holds now, so that nobody overwrites unseen words of another.
    Other languages are opened by those who may; the source is read by all others.
    """
    user, instance = context["request"].user, context["instance"]
    props = json.loads(context["props"])
    props["links"]["convertToAliasUrl"] = None
    props["object"]["isLocked"] = bool(blocking_reason(user, instance))
    editable = _editable(user, instance)
    context["translations"] = [one for one in context["translations"] if one[1] in editable]
    if context["source_translation"]["editUrl"] not in editable:
        context["source_translation"]["editUrl"] = source_url(context["translation"], instance)
    _add_etags(props)
    context["props"] = json.dumps(props)
    return ""


def _add_etags(props):
    kinds = {"string": "initialStringTranslations", "synchronised_value": "initialOverrides"}
    written = {
        (kind, one["segment_id"]): "" if one["data"] is None else str(one["data"])
        for kind, name in kinds.items()
        for one in props[name]
    }
    for segment in props["segments"]:
        if segment["type"] in kinds:
            segment["etag"] = etag(written.get((segment["type"], segment["id"]), ""))


@register.simple_tag(takes_context=True)
def status_with_review(context):
    """Tells a snippet's status where its review and versions are: the stock editor forgets.

    It leads to every language, too.
    """
    if context["is_page"]:
        return ""
    instance = context["instance"]
    name = instance.snippet_viewset.get_url_name
    props = {
        "workflow_history_url": reverse(name("workflow_history"), args=[quote(instance.pk)]),
        "revisions_compare_url_name": name("revisions_compare"),
    }
    editable = _editable(context["request"].user, instance)
    for panel in context["side_panels"]:
        panel.translations = [one for one in panel.translations if one["url"] in editable]
        panel.get_context_data = partial(_with, props, panel.get_context_data)
    return ""


def _with(props, get_context_data, parent_context):
    return {**get_context_data(parent_context), **props}


def _editable(user, instance):
    """Where the user may edit other languages of the item."""
    return {get_edit_url(row) for row in instance.get_translations() if may_edit(user, row)}

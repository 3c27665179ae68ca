"""The bar beside the translator's editor."""

import json

from django import template

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

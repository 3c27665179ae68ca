"""The bar beside the translator's editor."""

from django import template

from kogu.translation.views import bar

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_bar(context):
    """What waits in this translation, and what its reader may do with it."""
    return bar(context["request"], context["translation"])

"""What templates need beyond Django's own: blocks, JSON-LD, absolute addresses."""

import json

from django import template
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.translation import get_language

from kogu.content.site_urls import absolute as absolute_url
from kogu.language.characters import clean_all
from kogu.language.formats import format_amounts
from kogu.presenting.notices import placed

register = template.Library()

_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def part(context, value):
    """One part of a story, by the template its type names."""
    with context.push(value=value):
        return get_template(PART_TEMPLATES[value.type]).template.render(context)


class _Templates(dict):
    def __missing__(self, part_type):
        from kogu.presenting.blocks import StoryBlock

        block = StoryBlock().child_blocks[part_type]
        self[part_type] = block.meta.template
        return self[part_type]


PART_TEMPLATES = _Templates()


@register.simple_tag
def ld_json(graph):
    """A JSON-LD data block; nothing in it can end the script element."""
    text = json.dumps(clean_all(graph), ensure_ascii=False, default=str).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', _Raw(text))


class _Raw(str):
    """Text already escaped for a script element."""

    __slots__ = ()

    def __html__(self):
        return str(self)


@register.simple_tag(takes_context=True)
def page_lang(context):
    """The language of the page's own words, where it is not that of what surrounds them."""
    page = context.get("page")
    return format_html(' lang="{}"', page.locale) if getattr(page, "is_foreign", False) else ""


@register.simple_tag(takes_context=True)
def ui_lang(context):
    """The reader's own language again, within the page's words."""
    page = context.get("page")
    return format_html(' lang="{}"', page.ui_locale) if getattr(page, "is_foreign", False) else ""


@register.simple_tag(takes_context=True)
def placed_notices(context):
    """Where the notices of the page and of what surrounds it stand, each once."""
    around = context["chrome"]
    page = context.get("page")
    own, url = getattr(page, "notices", ()), getattr(page, "url", "")
    return placed(own, around.organisation_notices, around.website_notices, url)


@register.filter
def amounts(text):
    """Words with the amounts of money in them as the reader's language writes them."""
    return format_amounts(text, get_language())


@register.filter
def absolute(path):
    """The full address of a path on this site."""
    return absolute_url(path)


@register.filter
def around_at(address):
    """What stands before the @ of an e-mail address and after it: a long one breaks there."""
    return address.rpartition("@")[::2]

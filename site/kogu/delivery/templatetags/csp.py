"""Template tags for the nonce of inline scripts."""

import re

from django import template

from kogu.delivery import csp

register = template.Library()

_INLINE = re.compile(r"<script(?=[\s>])(?![^>]*\ssrc=)")


@register.simple_tag
def csp_nonce() -> str:
    """The nonce of this reader's session."""
    return csp.nonce()


@register.filter(is_safe=True)
def with_nonce(html: str) -> str:
    """Lets the inline scripts run that a library's own template brings: `{{ block.super }}`.

    Never for anything a person wrote.
    """
    return _INLINE.sub(f'<script nonce="{csp.nonce()}"', html)

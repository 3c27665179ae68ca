"""`{% csp_nonce %}`: what an inline script in the admin must carry to run."""

from django import template

from kogu.delivery import csp

register = template.Library()


@register.simple_tag
def csp_nonce():
    """The nonce of this reader's session."""
    return csp.nonce()

"""The publicity rules of a programme, for the panel in its editor."""

from django import template

from directory.presenters.programme_rules import rules_view
from kogu.presenting.resolver import Reader

register = template.Library()


@register.simple_tag
def rules_in_force(programme):
    """The published rules in words, inherited parts included, in the language of the page."""
    return rules_view(programme, Reader(programme.locale.language_code))

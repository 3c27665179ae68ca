"""HTML as it leaves the site: every address in it is whole."""

import re

from kogu.content.site_urls import absolute

_PATH = re.compile(r'\b(href|src)="(/[^"]*)"')


def absolute_links(html):
    """The same HTML with addresses that work anywhere."""
    return _PATH.sub(lambda match: f'{match.group(1)}="{absolute(match.group(2))}"', html)

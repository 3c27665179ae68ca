"""What axe says of a page."""

from axe_playwright_python.sync_playwright import Axe

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # What passes is not described, which is most of the work on a long page.
    "resultTypes": ["violations", "incomplete"],
}
# Of a table that is scrolled on a phone the hidden part has no background to compare with.
UNDECIDED = {"color-contrast"}
GRAVE = {"serious", "critical"}


def check(page):
    """A public page has no barrier of any impact, and nothing a person has to judge."""
    found = Axe().run(page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()
    assert {one["id"] for one in found.response["incomplete"]} <= UNDECIDED


def grave(page, context="main"):
    """What axe finds grave in a part of a page of the admin."""
    found = Axe().run(page, context=context)
    return [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found.response["violations"]
        if one["impact"] in GRAVE
    ]

"""What axe says of a page."""

from axe_playwright_python.sync_playwright import Axe

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
GRAVE = {"serious", "critical"}


def check(page):
    """A public page has no barrier of any impact."""
    found = Axe().run(page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()


def grave(page, context="main"):
    """What axe finds grave in a part of a page of the admin."""
    found = Axe().run(page, context=context)
    return [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found.response["violations"]
        if one["impact"] in GRAVE
    ]

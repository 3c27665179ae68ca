"""Steps around what the browser keeps, and around a session that has ended."""

from .conftest import PASSWORD

DRAFTS = "Object.keys(localStorage).filter((name) => name.startsWith('kogu-draft:'))"
BAR, OFFER = ".kogu-signed-out", "section[data-part=offer]"


def drafts(page):
    """The names of what this browser keeps."""
    return page.evaluate(DRAFTS)


def wait_until(page, expression):
    """Playwright's own waiting evaluates in the page, whose policy forbids it."""
    for _ in range(300):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(expression)


def wait_for_draft(page):
    wait_until(page, f"{DRAFTS}.length > 0")


def end_session(page):
    page.context.clear_cookies(name="kogu_session")


def sign_in_within(where, name):
    where.locator("input[name=username]").fill(name)
    where.locator("input[name=password]").fill(PASSWORD)
    where.locator("button[type=submit]").click()


def sign_in_on_the_spot(page, name):
    """From the bar that says so; with it gone, everything that waited has gone out."""
    bar = page.locator(BAR)
    bar.locator("button").click()
    sign_in_within(page.frame_locator("dialog iframe"), name)
    bar.wait_for(state="hidden")


def restore(page):
    """Take up the offer."""
    page.locator(OFFER).locator("button").first.click()


def status(page, *names):
    page.wait_for_selector(f":is({','.join(f'[data-kogu-status={name}]' for name in names)})")


def come_back(page, name, address):
    page.goto("/admin/login/")
    sign_in_within(page, name)
    page.wait_for_url("**/admin/")
    page.goto(address)

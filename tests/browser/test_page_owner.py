"""What was written belongs to the user whom the page was made for, whoever signs in meanwhile."""

import time

from . import admin
from .drafts import BAR, come_back, drafts, end_session, status

SESSION = "**/admin/session/"


def test_another_user_who_signs_in_before_the_first_check_is_another(sign_in):
    page = sign_in("editor")
    section = admin.news_section(page)
    page.context.route(SESSION, lambda route: route.abort())
    page.goto(f"/admin/pages/add/home/newspage/{section}/")
    page.wait_for_selector("[data-kogu-status=offline]")
    end_session(page)
    other = page.context.new_page()
    come_back(other, "reviewer", "/admin/")
    page.context.unroute(SESSION)

    page.bring_to_front()
    page.fill("#id_title", f"Ape turg kolib {time.time_ns() % 10**9}")

    status(page, "other")
    assert "Kadri" in page.locator(BAR).inner_text()
    assert not [name for name in drafts(other) if not name.startswith(f"kogu-draft:{owner(page)}:")]


def owner(page):
    return page.locator("#kogu-unsaved-changes").get_attribute("data-user-id")

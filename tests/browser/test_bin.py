"""A page deleted by mistake is brought back from the message that says so."""

UNDO = ".messages a[href*='/admin/bin/']"


def status(page, url):
    return page.request.get(url).status


def test_a_deleted_page_is_brought_back(sign_in):
    page = sign_in("publisher")
    news = page.request.get("/api/v1/news?locale=et&limit=1").json()["items"][0]
    slug = news["url"].rstrip("/").rpartition("/")[2]
    found = page.request.get(f"/admin/api/main/pages/?slug={slug}&type=home.NewsPage").json()
    page.goto(f"/admin/pages/{found['items'][0]['id']}/delete/")

    page.locator("main form button[type=submit], main form [type=submit]").first.click()
    page.locator(UNDO).first.wait_for()
    gone = status(page, news["url"])
    page.locator(UNDO).first.click()
    page.locator("main form button[type=submit]").first.click()
    page.locator(".messages .success").wait_for()

    assert gone == 410
    assert status(page, news["url"]) == 200

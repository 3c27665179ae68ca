"""Every form of the admin, filled in with what no form expects, however it is encoded."""

import json
import re
import unicodedata
from urllib.parse import quote_from_bytes

from bs4 import BeautifulSoup
from django.urls import Resolver404, resolve

from tests.addresses import right
from tests.editorial.permission_fixtures import rolled_back

HALF = "\ud83d"
WORDS = {
    "a lone surrogate": f"Laat {HALF} turg",
    "no characters": "a\x00b\ufffe\uffff\U0001fffe\x01",
    "long": "a" * 10_000,
    "marks": "\u202eלaa\u2066👩‍👩‍👧🇪🇪 " + unicodedata.normalize("NFD", "Suwałki õäöü"),
}
# What they do is not done to what was typed.
OTHER_ACTIONS = re.compile(r"/(?:delete|logout|unpublish|move|lock|unlock)/")
FORMS = re.compile(r"/admin/(?!reports/|api/|.*(?:chooser|choose-|/history|/usage|/results))")
KEPT = {"csrfmiddlewaretoken", "next"}
MANAGEMENT = re.compile(
    r"-(?:TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS|count|id|ORDER)$"
)
TYPED = {"text", "search", "url", "email", "number", "password", "hidden", "tel", "date", ""}


def forms(scenario):
    """One of every form: where it is sent, its fields and their values."""
    found = {}
    browser = scenario.browsers["S"]
    for address in addresses(scenario):
        with rolled_back():
            response = browser.get(address)
        if response.status_code == 200 and "text/html" in response["Content-Type"]:
            for action, fields in forms_in(response.content, address):
                found.setdefault((view_of(action), tuple(sorted(fields))), (action, fields))
    return list(found.values())


def addresses(scenario):
    """Of the admin, one for each view."""
    asked = [
        each for each in right(scenario) if FORMS.match(each) and not OTHER_ACTIONS.search(each)
    ]
    return {view_of(each): each for each in sorted(asked)}.values()


def forms_in(html, address):
    for form in BeautifulSoup(html, "html.parser").find_all("form"):
        if form.get("method", "").lower() == "post":
            fields = {
                each["name"]: each.get("value") or each.text
                for each in form.find_all(["input", "textarea", "select"])
                if each.get("name") and each.get("type", "") in TYPED
            }
            # Stories are made by scripts: none of their blocks stands there.
            fields |= {f"{each['id']}-count": "0" for each in form.select("[data-block][id]")}
            yield form.get("action") or address, fields


def view_of(address):
    try:
        return resolve(address.partition("?")[0]).view_name
    except Resolver404:
        return address


def filled(fields, words):
    """What is sent when the words are typed into every field."""
    return {name: typed(name, value, words) for name, value in fields.items()}


def typed(name, value, words):
    """The words in place of the value, or of all texts of the JSON that it is."""
    if name in KEPT or MANAGEMENT.search(name):
        return value
    try:
        inner = json.loads(value)
    except ValueError:
        return words
    return json.dumps(_texts(inner, words)) if isinstance(inner, dict | list) else words


def _texts(value, words):
    if isinstance(value, dict):
        keys = {"key", "type", "id"}
        return {k: v if k in keys else _texts(v, words) for k, v in value.items()}
    if isinstance(value, list):
        return [_texts(each, words) for each in value] or [words]
    return words if isinstance(value, str) else value


def as_urlencoded(fields):
    pairs = ((_bytes(name), _bytes(value)) for name, value in fields.items())
    text = "&".join(f"{quote_from_bytes(n)}={quote_from_bytes(v)}" for n, v in pairs)
    return text, "application/x-www-form-urlencoded"


def as_multipart(fields):
    parts = (
        b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        % (_bytes(name), _bytes(value))
        for name, value in fields.items()
    )
    return b"".join(parts) + b"--x--\r\n", "multipart/form-data; boundary=x"


def as_json(fields):
    return json.dumps(fields), "application/json"


def _bytes(text):
    return text.encode("utf-8", "surrogatepass")

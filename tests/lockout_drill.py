"""A real server: a stranger guesses from many addresses, and the colleague signs in all the same.

`python -m tests.lockout_drill http://127.0.0.1:8000 [NAME PASSWORD]`, against the demo; the
server must trust this machine as its front server.
"""

# ruff: noqa: S107, S310, TID251 stands outside the site, and asks only the server it is given

import http.cookiejar
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

STRANGERS, EACH = 30, 4


class Browser:
    """Keeps its cookies, and comes from an address."""

    def __init__(self, base, address):
        self.login = f"{base}/admin/login/"
        self.address = address
        self.cookies = http.cookiejar.CookieJar()
        jar = urllib.request.HTTPCookieProcessor(self.cookies)
        self.opener = urllib.request.build_opener(jar, _Stay)

    def ask(self, data=None):
        """The status and words of an answer."""
        headers = {"X-Forwarded-For": self.address, "Referer": self.login}
        request = urllib.request.Request(self.login, data, headers)
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as problem:
            return problem.code, problem.read().decode()

    def sign_in(self, name, password):
        """How it ended: 302 is in, 200 is wrong, 429 is wait."""
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.ask()[1])[1]
        sent = {"csrfmiddlewaretoken": token, "username": name, "password": password}
        return self.ask(urllib.parse.urlencode(sent).encode())[0]


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing."""

    def redirect_request(self, *given):
        return None


def main(base, name="administrator", password="koivamaa"):
    """Sign in once, be attacked, sign in again."""
    known = Browser(base, "8.8.4.4")
    first = known.sign_in(name, password)

    def guess(n):
        stranger = Browser(base, f"9.9.{n}.1")
        return [stranger.sign_in(name, f"guess-{n}-{m}") for m in range(EACH)]

    with ThreadPoolExecutor(6) as pool:
        answers = [answer for some in pool.map(guess, range(1, STRANGERS + 1)) for answer in some]
    looked_at, refused = answers.count(200), answers.count(429)
    known.cookies.clear("127.0.0.1", "/", "kogu_session")  # the device stays known
    again = known.sign_in(name, password)
    print(f"known device {first} then {again}; stranger {looked_at} looked at, {refused} refused")
    return first == again == 302 and looked_at <= 20 and refused > 0


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)

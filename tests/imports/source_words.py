"""The words of a file, counted without any reader of ours."""

import email
import email.policy
import io
import re
import unicodedata
import zipfile
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
MILLIONS = re.compile(r"(\d+)[.,](\d) million")
CENTS = re.compile(r"(?<=\d)[.,]00(?!\d)")
# A field keeps the code of a currency, whatever the document calls it.
CURRENCY = {"€": "eur", "eurot": "eur", "euro": "eur", "eiro": "eur", "zł": "pln"}
THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f.,](?=\d{3}(?!\d))")
# A list keeps its numbers by its order.
NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)
# What files say of their encoding is wrong in some, on purpose.
ENCODINGS = {
    "cluster-ceramics.pl.txt": "utf-16",
    "event-yard-day.et.txt": "iso8859-13",
    "news-coop-shop.pl.txt": "iso8859-2",
    "project-common-table.pl.txt": "iso8859-2",
    "e01-decl-latin1-is-1252.html": "cp1252",
    "e03-decl-8859-13-is-1257.html": "cp1257",
    "e04-decl-8859-1-is-1257.html": "cp1257",
}
INLINE = {"b", "strong", "i", "em", "u", "span", "font", "sub", "sup", "code", "small", "mark"}
UNSEEN = {"script", "style", "title", "template", "svg"}
PARTS = re.compile(r"(document|header|footer|footnotes|endnotes|comments)\d*\.xml$")


def count(text: str) -> Counter[str]:
    """Words in small letters, one character for all that look alike."""
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    plain = CENTS.sub("", THOUSANDS.sub("", MILLIONS.sub(r"\g<1>\g<2>00000", plain)))
    return Counter(CURRENCY.get(word, word) for word in re.findall(r"[^\W_]+|€", plain))


def source_words(name: str, data: bytes) -> Counter[str]:
    if name.endswith(".docx"):
        return count("\n".join(_word_paragraphs(data)))
    text = _decoded(name, data)
    if name.endswith(".html"):
        page = _Page()
        page.feed(text)
        return count("".join(page.texts))
    if "MIME-Version:" in text:
        return _mail_words(data)
    return count(NUMBER.sub("", text))


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode(ENCODINGS.get(name, "utf-8-sig"))
    except UnicodeDecodeError:
        return data.decode("cp1257")


def _mail_words(data: bytes) -> Counter[str]:
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    return count(" ".join([*message.values(), message.get_content()]))


class _Page(HTMLParser):
    """Everything between the tags of a page; only blocks part words."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unseen: list[str] = []
        self._encoded = ""

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self._unseen.append(tag)
        if code := dict(attrs).get("data-cfemail"):
            key, *rest = bytes.fromhex(code)
            self.texts.append(bytes(byte ^ key for byte in rest).decode())
            self._encoded = tag
        if tag == "img" and not self._unseen:
            self.texts.append(f" {dict(attrs).get('alt') or ''} ")
        if tag not in INLINE:
            self.texts.append("\n")

    def handle_endtag(self, tag):
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        if tag == self._encoded:
            self._encoded = ""
        if tag not in INLINE:
            self.texts.append("\n")

    def handle_data(self, data):
        if not self._unseen and not self._encoded:
            self.texts.append(data)


def _word_paragraphs(data: bytes):
    """Every text of every part; of two forms of the same content, the first that has words."""
    margins = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not PARTS.search(name):
                continue
            root = ElementTree.fromstring(archive.read(name))  # noqa: S314 our own files
            text = "".join(_texts(root))
            if re.search("header|footer", name):
                margins.update(line.strip() for line in text.split("\n"))
            else:
                yield text
    yield from margins


def _texts(element):
    tag = element.tag.rpartition("}")[2]
    if tag in ("p", "tab", "br", "cr"):
        yield "\n"
    elif tag in ("t", "delText"):
        yield element.text or ""
    elif tag == "noBreakHyphen":
        yield "-"
    elif tag == "docPr":
        yield f" {element.get('descr') or element.get('title') or ''} "
    forms = [["".join(_texts(form))] for form in element] if tag == "AlternateContent" else []
    if forms:
        yield from next((form for form in forms if form[0].strip()), [])
    else:
        for child in element:
            yield from _texts(child)
    if tag in ("p", "del"):
        yield "\n" if tag == "p" else " "

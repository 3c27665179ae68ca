"""Headers and footers, comments and inserted files of a Word document."""

import email
import email.policy
from collections.abc import Iterator

from lxml import etree, html

from kogu.imports.errors import Refusal
from kogu.imports.readers.depth import refuse_deep_markup, refuse_deep_xml
from kogu.imports.readers.encoding import declared_in, decode
from kogu.imports.readers.line_extractor import HEADER_STYLE
from kogu.imports.readers.package import Package, R
from kogu.imports.readers.word_hidden_text import HiddenText, text_of, w
from kogu.imports.readers.word_markup import paragraph
from kogu.imports.source import Notice

_WORDS = "p|h1|h2|h3|h4|h5|h6|li|td|th|dt|dd|pre"


def append_headers(body: etree._Element, package: Package, hidden: HiddenText) -> None:
    """Headers and footers below the text, each line once; facts are looked for in them too."""
    seen: dict[str, None] = {}
    for kind in ("header", "footer"):
        for part in package.related(package.main, kind):
            root = package.tree(part)
            hidden.remove(root)
            seen |= dict.fromkeys(filter(None, (text_of(one) for one in root.iter(w("p")))))
    for text in seen:
        body.append(paragraph(text, HEADER_STYLE))


def comments(package: Package) -> Iterator[Notice]:
    """Comments are talk about the text, not the text."""
    for part in package.related(package.main, "comments"):
        for comment in package.tree(part).iter(w("comment")):
            if text := text_of(comment):
                yield Notice("comment_left_out", text, place=comment.get(w("author")) or "")


def descriptions(root: etree._Element) -> list[Notice]:
    """What is said of drawings that hold no picture to take along."""
    texts = []
    for drawing in root.iter(w("drawing"), w("pict")):
        said_of = (one.get("descr") or one.get("alt") or "" for one in drawing.iter())
        text = " ".join(" ".join(said_of).split())
        if text and next(drawing.iter("{*}blip", "{*}imagedata"), None) is None:
            texts.append(text)
    joined = " · ".join(texts)
    return [Notice("pictures_left_out", f"{len(texts)}: {joined}")] if texts else []


def insert_files(root: etree._Element, package: Package, part: str) -> list[Notice]:
    """Texts that were inserted as files, in their place; what is no text is said."""
    notices = []
    relations = package.relations(part)
    for chunk in list(root.iter(w("altChunk"))):
        relation = relations.get(chunk.get(f"{{{R}}}id") or "")
        content = package.parts.get(relation.target, b"") if relation else b""
        texts = _texts(content)
        for text in texts:
            chunk.addprevious(paragraph(text))
        if content and not texts:
            notices.append(Notice("file_left_out", relation.target.rsplit("/", 1)[-1]))
        chunk.getparent().remove(chunk)
    for kind in ("package", "oleObject"):
        names = (name.rsplit("/", 1)[-1] for name in package.related(part, kind))
        notices += [Notice("file_left_out", name) for name in names]
    return notices


def _texts(content: bytes) -> list[str]:
    """The paragraphs of an inserted file: Word's XML, a mail, a page or plain text."""
    if content.startswith((b"PK", b"{\\rtf", b"\xd0\xcf")):
        return []
    content, declared = _out_of_mail(content)
    if b"<w:document" in content:
        refuse_deep_xml(content)
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
        return [text for one in root.iter(w("p")) if (text := text_of(one))]
    try:
        text = decode(content, declared or declared_in(content))
    except Refusal:
        return []
    if "<" not in text:
        return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return _texts_of_page(text)


def _out_of_mail(content: bytes) -> tuple[bytes, str]:
    """The text that a mail wraps, and its declared encoding; what is no mail stays as it is."""
    if not content.lstrip().lower().startswith((b"mime-version", b"from:", b"content-type:")):
        return content, ""
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body(("html", "plain"))
    if body is None:
        return b"", ""
    return body.get_payload(decode=True) or b"", body.get_content_charset() or ""


def _texts_of_page(text: str) -> list[str]:
    refuse_deep_markup(text)
    tree = html.document_fromstring(text.encode(), html.HTMLParser(encoding="utf-8"))
    etree.strip_elements(tree, "script", "style", "title", etree.Comment, with_tail=False)
    blocks = [one for one in tree.iter(*_WORDS.split("|")) if one.find(".//p") is None]
    texts = (" ".join(one.text_content().split()) for one in blocks or [tree])
    return [one for one in texts if one]

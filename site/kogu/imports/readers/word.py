"""Reads a Word document by turning it into the HTML it means."""

import io
import zipfile
from dataclasses import replace

import mammoth
from lxml import etree, html

from kogu.imports.errors import Refusal
from kogu.imports.readers import archive, web
from kogu.imports.readers.line_extractor import HEADER_STYLE, PICTURE
from kogu.imports.readers.package import Package
from kogu.imports.readers.word_fields import remove_dangling_relations, remove_instructions
from kogu.imports.readers.word_hidden_text import HiddenText, w
from kogu.imports.readers.word_markup import simplify
from kogu.imports.readers.word_numbering import number_by_style
from kogu.imports.readers.word_parts import (
    append_headers,
    comments,
    descriptions,
    insert_files,
)
from kogu.imports.source import Notice, Source
from kogu.imports.words import LANGUAGES, words_of

_CAPTION = "KoguCaption"


def _called(style: str, element: str) -> str:
    """What becomes of paragraphs of a style, by its names in each language."""
    names = [name for one in LANGUAGES for name in words_of(one)["styles"].get(style, ())]
    return "\n".join(f"p[style-name='{name}'] => {element}:fresh" for name in names)


_STYLES = f"""
p.{HEADER_STYLE} => p.{HEADER_STYLE}:fresh
p[style-name='Caption'] => p.{_CAPTION}:fresh
p.Title => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
{_called("title", "h1.title")}
{_called("quotation", "blockquote > p")}
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
p[style-name='Heading 7'] => h6:fresh
"""
_READ = ("styles", "numbering", "footnotes", "endnotes")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CONTENT_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read_word(data: bytes) -> Source:
    parts = archive.open_parts(data)
    archive.refuse_dangerous(parts)
    package = Package(parts)
    read, notices = _plain_parts(package)
    tree = _with_captions(_with_notes(_convert(read)))
    source = web.read_fragment(html.tostring(tree, encoding="unicode"), "docx")
    return replace(source, title=source.title, notices=(*source.notices, *notices))


def _plain_parts(package: Package) -> tuple[dict[str, bytes], list[Notice]]:
    """The parts mammoth reads, under the names it knows, without what is not to be read."""
    hidden = HiddenText(package)
    root = package.tree(package.main)
    notices = insert_files(root, package, package.main)
    hidden.remove(root)
    _simplify(root, package, package.main)
    notices += descriptions(root)
    body = root.find(w("body"))
    if body is None:
        raise Refusal("broken_document")
    append_headers(body, package, hidden)
    read = {"[Content_Types].xml": _CONTENT_TYPES}
    read |= _named(package, package.main, "document", root)
    for kind in _READ:
        for part in package.related(package.main, kind)[:1]:
            tree = package.tree(part)
            for style in tree.iter(w("style")):
                style.set(w("type"), style.get(w("type"), "paragraph"))
            if kind.endswith("notes"):
                hidden.remove(tree)
                _simplify(tree, package, part)
            read |= _named(package, part, kind, tree)
    return read, [*notices, *hidden.notices, *comments(package)]


def _simplify(root: etree._Element, package: Package, part: str) -> None:
    simplify(root, package, part)
    remove_instructions(root)
    remove_dangling_relations(root, package, part)
    number_by_style(root, package)


def _named(package: Package, part: str, name: str, root: etree._Element) -> dict[str, bytes]:
    """A part with its relations to addresses and pictures; a picture is only its own name."""
    relations = etree.Element(f"{{{_RELATIONS}}}Relationships")
    pictures = {}
    for identifier, one in package.relations(part).items():
        is_picture = one.kind == "image" and one.target in package.parts
        if one.kind == "hyperlink" or is_picture:
            target = f"/{one.target}" if is_picture else one.target
            kind = {"Id": identifier, "Type": f"{_OFFICE}/{one.kind}", "Target": target}
            etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", kind)
        if is_picture:
            pictures[one.target] = one.target.encode()
    return {
        **pictures,
        f"word/{name}.xml": etree.tostring(root, encoding="utf-8"),
        f"word/_rels/{name}.xml.rels": etree.tostring(relations),
    }


def _convert(parts: dict[str, bytes]) -> str:
    """The HTML of the parts we have checked, and of nothing else."""
    checked = io.BytesIO()
    with zipfile.ZipFile(checked, "w") as rebuilt:
        for name, content in parts.items():
            rebuilt.writestr(name, content)
    try:
        return mammoth.convert_to_html(
            checked,
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_named_picture),
            include_embedded_style_map=False,
        ).value
    except Exception as error:
        raise Refusal("broken_document", type(error).__name__) from error


def _named_picture(image) -> dict[str, str]:
    with image.open() as name:
        return {"src": PICTURE + name.read().decode()}


def _with_captions(tree: html.HtmlElement) -> html.HtmlElement:
    """What a table shows, said right above or below it, as the caption of the table."""
    for text in tree.find_class(_CAPTION):
        tables = (one for one in (text.getnext(), text.getprevious()) if one is not None)
        table = next((one for one in tables if one.tag == "table"), None)
        if table is not None and table.find("caption") is None:
            text.drop_tree()
            text.tag = "caption"
            table.insert(0, text)
    return tree


def _with_notes(text: str) -> html.HtmlElement:
    """Footnotes and endnotes as paragraphs that begin with the mark they have in the text."""
    if not text.strip():
        raise Refusal("empty")
    tree = html.fragment_fromstring(text, create_parent="div")
    notes = tree.xpath(".//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]")
    for note in notes:
        mark = _raised_mark(tree, note)
        for back in note.xpath(".//a[starts-with(@href, '#')][text()='↑']"):
            back.drop_tree()
        note.tag = "div"
        first = note.find("p") if note.find("p") is not None else note
        first.text = f"{mark} {first.text or ''}".strip() + " "
        note.getparent().tag = "div"
    return tree


def _raised_mark(tree: html.HtmlElement, note: html.HtmlElement) -> str:
    """The number of a note in raised digits, in place of every link to it."""
    mark = ""
    for link in tree.xpath(f".//a[@href='#{note.get('id')}']"):
        mark = (link.text or "").strip("[]").translate(_RAISED)
        link.text = mark
        while link.getparent().tag == "sup" and link.getparent().text_content() == mark:
            link.getparent().drop_tag()
        link.drop_tag()
    return mark

"""Reads a Word document by turning it into the HTML it means."""

import io
import zipfile

import mammoth

from kogu.imports.readers import archive, web
from kogu.imports.refusal import Refusal
from kogu.imports.source import Notice, Source

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Tsitaat'] => blockquote > p:fresh
p[style-name='Pealkiri'] => h1.title:fresh
p[style-name='Virsraksts'] => h1.title:fresh
p[style-name='Nosaukums'] => h1.title:fresh
p[style-name='Tytuł'] => h1.title:fresh
p[style-name='Cytat'] => blockquote > p:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='Heading 7'] => h6:fresh
"""


def read_word(data: bytes) -> Source:
    parts = archive.open_parts(data)
    if "word/document.xml" not in parts:
        raise Refusal("not_a_document")
    archive.refuse_dangerous(parts)
    result = _convert(parts)
    source = web.read_fragment(result, "docx")
    notices = [*source.notices]
    pictures = sum(name.startswith("word/media/") for name in parts)
    if pictures:
        notices.append(Notice("pictures_left_out", str(pictures)))
    return Source(
        "docx",
        source.lines,
        title=source.title,
        notices=tuple(notices),
        original_html=source.original_html,
    )


def _convert(parts: dict[str, bytes]) -> str:
    """The HTML of the parts we have checked, and of nothing else."""
    checked = io.BytesIO()
    with zipfile.ZipFile(checked, "w") as rebuilt:
        for name, content in parts.items():
            if name.lower().endswith((".xml", ".rels")):
                rebuilt.writestr(name, content)
    try:
        return mammoth.convert_to_html(
            checked,
            style_map=_STYLES,
            convert_image=lambda image: [],
            include_embedded_style_map=False,
        ).value
    except Exception as error:
        raise Refusal("broken_document", type(error).__name__) from error

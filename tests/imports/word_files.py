"""Word files built part by part, as programs other than Word write them."""

import io
import zipfile

BASE = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": f"{BASE}/wordprocessingml/2006/main",
        "r": f"{BASE}/officeDocument/2006/relationships",
        "mc": f"{BASE}/markup-compatibility/2006",
        "m": f"{BASE}/officeDocument/2006/math",
        "a": f"{BASE}/drawingml/2006/main",
        "wp": f"{BASE}/drawingml/2006/wordprocessingDrawing",
        "pic": f"{BASE}/drawingml/2006/picture",
        "dgm": f"{BASE}/drawingml/2006/diagram",
        "c": f"{BASE}/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)


def part(name: str, content: str) -> str:
    return f"<w:{name} {NAMESPACES}>{content}</w:{name}>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    runs = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def word_file(*body: str, main="word/document.xml", strict=False, **related) -> bytes:
    """A file with these paragraphs; `related` are its other parts: kind=(name, content)."""
    folder, _slash, name = main.rpartition("/")
    parts = {
        "_rels/.rels": _relations({"rId1": ("officeDocument", f"/{main}")}),
        main: part("document", f"<w:body>{''.join(body)}</w:body>"),
        f"{folder}/_rels/{name}.rels".lstrip("/"): _relations(
            {f"r{kind}": (kind, target) for kind, (target, _content) in related.items()}
        ),
    }
    parts |= {f"{folder}/{target}": content for target, content in related.values()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            content = content.encode() if isinstance(content, str) else content
            for kind in (b"officeDocument", b"wordprocessingml", b"drawingml") if strict else ():
                plain = BASE.encode() + b"/" + kind + b"/2006/"
                content = content.replace(plain, b"http://purl.oclc.org/ooxml/" + kind + b"/")
            archive.writestr(path, content)
    return made.getvalue()


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{identifier}" Target="{target}"'
        f' Type="{BASE}/officeDocument/2006/relationships/{kind}"/>'
        for identifier, (kind, target) in relations.items()
    )
    address = f"{BASE}/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{rows}</Relationships>'

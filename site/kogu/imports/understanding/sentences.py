"""Cuts running text into sentences, knowing the full stops that end none."""

import re

from kogu.imports.words import in_any

_END = re.compile(r"(?<=[.!?…])[\"”“»)]*\s+(?=[\"„“«(]?[^\W_])")
_NO_END = re.compile(
    rf"(?:^|[\s(„“\"])(?:[^\W\d_]|{in_any('writing', 'abbreviations')})\.$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:^|\s|[-–.])\d{1,2}\.$|\d{4}\.$")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each with its own punctuation."""
    found: list[str] = []
    begin = 0
    for match in _END.finditer(text):
        before, after = text[begin : match.start()], text[match.end() :]
        if _NO_END.search(before) or (_NUMBER.search(before) and not after[:1].isupper()):
            continue
        if after[:1].islower():
            continue
        found.append(text[begin : match.end()].strip())
        begin = match.end()
    found.append(text[begin:].strip())
    return [one for one in found if one]

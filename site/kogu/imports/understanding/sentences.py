"""Cuts running text into sentences, knowing the full stops that end none."""

import re

_END = re.compile(r"(?<=[.!?…])[\"”“»)]*\s+(?=[\"„“«(]?[^\W_])")
_NO_END = re.compile(
    r"(?:^|[\s(„“\"])(?:[^\W\d_]|nr|lk|s\.?h|t\.?sk|jne|jms|nn|nt|näit|ca|dr|prof|mr|mrs|ms|no|st|vt"
    r"|tel|tālr|m\.in|np|ul|godz|tzw|tj|im|św|ok|plkst|piem|utt|u\.c|t\.i|e\.g|i\.e|etc|art|ust|pkt"
    r"|sp|str|al|pl|os|woj|pow|gm|mob|kod|inż|mgr|hab|reg|reģ|adm|kpt)\.$",
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

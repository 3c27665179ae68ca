"""Sort keys and folded text, computed once so that both databases order and match alike."""

import unicodedata

from kogu.language.lookalikes import unified, without_note_marks, without_quotation_styles

# Letters that follow others in their own alphabet; everything else sorts as Unicode decomposes it.
_AFTER = {
    "et": {"š": "s~", "z": "s~~", "ž": "s~~~", "õ": "w~", "ä": "w~~", "ö": "w~~~", "ü": "w~~~~"},
    "lv": {letter: f"{base}~" for letter, base in zip("āčēģīķļņšūž", "acegiklnsuz", strict=True)},
    "pl": {letter: f"{base}~" for letter, base in zip("ąćęłńóśź", "acelnosz", strict=True)}
    | {"ż": "z~~"},
    "en": {},
}
_PLAIN = str.maketrans("łøđħ", "lodh")


def fold(text: str) -> str:
    """Lower case without diacritics: how a reader without the right keyboard types it."""
    text = without_quotation_styles(without_note_marks(unified(text)))
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def sort_key(text: str, language: str) -> str:
    """A key that compares, byte by byte, in the order of the language's alphabet."""
    after = _AFTER.get(language, {})
    lowered = unicodedata.normalize("NFC", unified(text).casefold())
    return "".join(after.get(char) or fold(char) for char in lowered)[:600]

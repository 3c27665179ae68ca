"""Accounts for every word of the original: in the story, in a field, or left out and said."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from kogu.imports.source import Source
from kogu.imports.understanding.names import UPPER
from kogu.imports.understanding.structure import Node, Outline
from kogu.language.lookalikes import unified
from kogu.language.money import find_amounts

_WORD = re.compile(r"[^\W_]+")
_INLINE = re.compile(r"</?(?:a|b|i|em|strong|sup|sub|span|code)\b[^>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<[^>]*>")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s")
_BLOCK_MARK, _INLINE_MARK = "\x1e", "\x1f"
_CODES = {"kind", "language", "precision", "missing", "type", "rest"}
_FEW = 3
_NUMBER = re.compile(r"\d")
# A capital letter within a line may begin a name.
_NAME = re.compile(rf"[{UPPER}]\w{{2,}}")
_PLACE_LENGTH = 60


@dataclass(frozen=True)
class Piece:
    """A word, or an amount of money, with the words by which a field may say it."""

    text: str
    words: tuple[str, ...]


class Inventory:
    """The words of a result, each as often as it stands there."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._left: Counter[str] = Counter()
        for text in texts:
            self._left.update(_words(text))
            for piece in _amounts(text):
                self._left.update(piece.words)
        self._known = frozenset(self._left)

    def holds(self, piece: Piece) -> bool:
        """Whether the piece stands somewhere, words that ran together in the original too."""
        return any(
            all(word in self._known or self._is_parted(word) for word in words)
            for words in _forms(piece)
        )

    def _is_parted(self, word: str) -> bool:
        places = range(2, len(word) - 1)
        return any(word[:n] in self._known and word[n:] in self._known for n in places)

    def take(self, piece: Piece) -> bool:
        """Use up one occurrence; whether there was one."""
        for words in _forms(piece):
            if (needed := Counter(words)) <= self._left:
                self._left -= needed
                return True
        return len(piece.words) == 1 and self._is_parted(*piece.words)


def strings(value: Any) -> Iterator[str]:
    """Every text of a document within plain data; codes of ours are none."""
    if isinstance(value, dict):
        is_part = value.keys() == {"name", "role"}
        for key, one in value.items():
            if key not in _CODES and not (is_part and key == "role"):
                yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


def return_to_story(outline: Outline, fields: Iterable[str]) -> None:
    """A line is no longer used if fields lack more than a few of its words, a number or a name."""
    inventory = Inventory(fields)
    for node in outline.nodes:
        if node.is_used:
            pieces = list(_pieces(_unlabelled(node)))
            rest = [piece for piece in pieces if not inventory.holds(piece)]
            says_much = any(_NUMBER.search(one.text) for one in rest) or any(
                _NAME.match(one.text) for one in rest if one is not pieces[0]
            )
            node.is_used = len(rest) <= _FEW and not says_much


def tell_used(outline: Outline, title: str, fields: Iterable[str], story: Iterable[str]) -> None:
    """Say of each line that became fields its label, and the words that are in none."""
    used = [node for node in outline.nodes if node.is_used]
    used_text, story_text = _folded(node.line.text for node in used), _folded(story)
    inventory = Inventory(
        one for one in fields if _folded([one]) in used_text or _folded([one]) not in story_text
    )
    for node in used:
        text, place = _unlabelled(node), node.line.text[:_PLACE_LENGTH]
        if text != node.line.text:
            outline.add_doubt("label_read", node.label.name, place)
        missing = [piece for piece in _pieces(text) if not inventory.take(piece)]
        if missing and _words(text) == _words(title):
            outline.add_doubt("title_repeated", text)
        else:
            _tell(outline, "words_left_out", missing, inventory, place)


def _unlabelled(node: Node) -> str:
    text, label = node.line.text, node.label.name if node.label else ""
    has_label = label and text.casefold().startswith(label.casefold())
    return text[len(label) :] if has_label else text


def _tell(
    outline: Outline, code: str, missing: list[Piece], inventory: Inventory, place: str
) -> None:
    """Words that stand nowhere, and apart from them those that stand there less often."""
    for is_held, cause in ((False, code), (True, "repetition_left_out")):
        words = [piece.text for piece in missing if inventory.holds(piece) == is_held]
        if words:
            outline.add_doubt(cause, " ".join(words), place)


def tell_left_out(outline: Outline, original: Source, texts: Iterable[str]) -> None:
    """Words of the original that stand nowhere in the result, with what stands beside them."""
    inventory = Inventory(texts)
    for joined, spaced in _blocks(original):
        readings = (
            [piece for piece in _pieces(_NUMBERED.sub("", text)) if not inventory.holds(piece)]
            for text in (joined, spaced)
        )
        missing = min(readings, key=len)
        if len(missing) > len(_words(spaced)) // 2:
            missing = list(_pieces(spaced))
        if missing:
            text = " ".join(piece.text for piece in missing)
            outline.add_doubt("left_out", text, spaced[:_PLACE_LENGTH])


def _folded(texts: Iterable[str]) -> str:
    return " ".join(word for text in texts for word in _words(text))


def _words(text: str) -> list[str]:
    """In small letters; raised digits count as digits."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _forms(piece: Piece) -> tuple[tuple[str, ...], ...]:
    """As a field says it, and as the text does."""
    return piece.words, tuple(_words(piece.text))


def _amounts(text: str) -> Iterator[Piece]:
    """Amounts of money with the words of the field that would hold them."""
    for one in find_amounts(text):
        yield Piece(one.text, (*_words(str(one.amount)), one.currency.casefold()))


def _pieces(text: str) -> Iterator[Piece]:
    """The words and the amounts of a text, in order."""
    end = 0
    for one, piece in zip(find_amounts(text), _amounts(text), strict=True):
        yield from _plain(text[end : one.start])
        yield piece
        end = one.end
    yield from _plain(text[end:])


def _plain(text: str) -> Iterator[Piece]:
    for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
        yield Piece(word, (word.casefold(),))


def _blocks(source: Source) -> Iterator[tuple[str, str]]:
    """Each block of the original twice: its inline elements within words, or between them."""
    text = unified(unescape(_MARKUP.sub(_mark, source.original_html)))
    for block in text.split(_BLOCK_MARK):
        for line in block.split("\n"):
            joined, spaced = (line.replace(_INLINE_MARK, mark) for mark in ("", " "))
            if spaced.strip():
                yield " ".join(joined.split()), " ".join(spaced.split())


def _mark(tag: re.Match) -> str:
    return _INLINE_MARK if _INLINE.fullmatch(tag.group()) else _BLOCK_MARK

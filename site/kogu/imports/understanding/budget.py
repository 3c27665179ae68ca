"""What a project costs, and who is said to pay which part of it."""

import re
from dataclasses import dataclass

from kogu.imports.understanding.organisations import running_sentences
from kogu.imports.understanding.result import Sum
from kogu.imports.understanding.structure import Node, Outline
from kogu.language.money import CURRENCIES, Amount, find_amounts

# Total, own contribution, grant.
type _Amounts = tuple[Amount | None, Amount | None, Amount | None]
_CURRENCY = re.compile(rf"(?:{'|'.join(CURRENCIES.values())})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Budget:
    """The total, the own contribution, and whether somebody said where the rest is from."""

    total: Sum | None = None
    own: Sum | None = None
    rest: str | None = None


def find_budget(outline: Outline) -> Budget:
    """Only amounts that are written down; nothing is added or subtracted."""
    total = own = grant = None
    for node in outline.labelled("total", "own", "grant", "funder"):
        total_here, own_here, grant_here = _labelled(node, outline)
        total, own, grant = total or total_here, own or own_here, grant or grant_here
    if total is None:
        total, own_here, grant_here = _told_total(outline)
        own, grant = own or own_here, grant or grant_here
    own = own or _told(outline, "own_said")[1]
    return Budget(_sum(total), _sum(own), _rest(total, own, grant))


def _labelled(node: Node, outline: Outline) -> _Amounts:
    """Total, own contribution and grant from a labelled line."""
    text = _text_with_amounts(node, outline)
    amounts = find_amounts(text)
    if not amounts:
        _doubt_sum(node, text, outline)
        return None, None, None
    node.is_used = True
    if node.has("own") and not node.has("total"):
        return None, amounts[0], None
    own, others = _parted(text, amounts, outline)
    if node.has("total"):
        # A total is said before its parts.
        return (others or amounts)[0], own, others[1] if len(others) > 1 else None
    return None, own, (others or amounts)[0]


def _doubt_sum(node: Node, text: str, outline: Outline) -> None:
    """A sum whose amount is ambiguous as written."""
    is_sum = re.search(r"\d{3}", text) or _CURRENCY.search(text)
    if node.label.value and is_sum and node.has("total", "own", "grant"):
        outline.add_doubt("amount_doubtful", node.text)


def _told_total(outline: Outline) -> _Amounts:
    """Total, own contribution and grant from a sentence of the running text."""
    text, total = _told(outline, "total_said")
    own, others = _parted(text, find_amounts(text), outline) if total else (None, [])
    return total, own, others[1] if len(others) > 1 else None


def _told(outline: Outline, pattern: str) -> tuple[str, Amount | None]:
    """The sentence that begins with such words and goes on with an amount."""
    opening = outline.words.expression("sentences", pattern)
    for sentence in running_sentences(outline):
        match = opening.match(sentence)
        amounts = find_amounts(sentence) if match else []
        if amounts and amounts[0].start == match.end():
            return sentence, amounts[0]
    return "", None


def _text_with_amounts(node: Node, outline: Outline) -> str:
    """What stands behind a label, else the lines below it that say amounts."""
    if node.label.value:
        return node.label.value
    below = outline.after(node)[:6]
    texts = [one.text for one in below if find_amounts(one.text)]
    for one in below:
        if find_amounts(one.text) and len(one.text) < 160:
            one.is_used = True
    return "; ".join(texts)


def _parted(
    text: str, amounts: list[Amount], outline: Outline
) -> tuple[Amount | None, list[Amount]]:
    """The amount that stands beside the words for *own contribution*, and the others."""
    match = outline.words.expression("sentences", "own").search(text)
    if not match:
        return None, amounts
    nearest = min(amounts, key=lambda one: _distance(one, match, text))
    if len(amounts) == 1 and amounts[0].end <= match.start():
        return None, amounts
    return nearest, [one for one in amounts if one is not nearest]


def _distance(amount: Amount, words: re.Match, text: str) -> tuple[bool, int]:
    """How far an amount stands from words; one of another clause farther than any of theirs."""
    is_behind = amount.start >= words.end()
    gap = text[words.end() : amount.start] if is_behind else text[amount.end : words.start()]
    return bool(re.search("[,;(]", gap)), len(gap) + (not is_behind)


def _sum(amount: Amount | None) -> Sum | None:
    return Sum(str(amount.amount), amount.currency) if amount else None


def _rest(total: Amount | None, own: Amount | None, grant: Amount | None) -> str | None:
    if total is None or own is None or grant is not None or own.amount >= total.amount:
        return None
    return "not_stated"

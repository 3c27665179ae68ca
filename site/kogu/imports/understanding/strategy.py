"""The strategy a project serves: its domains, their goals, and the goals below those."""

import re
from dataclasses import dataclass, field

from kogu.imports.understanding.names import UPPER
from kogu.imports.understanding.result import Goal, Strategy
from kogu.imports.understanding.structure import Node, Outline
from kogu.imports.words import in_any

_NEXT_SECTION = (
    "partner", "lead_partner", "associated_partner", "prepared_by", "prepared_on", "contact",
    "total", "own", "grant", "period", "results", "programme", "number", "target_group",
    "author", "date", "funder", "see_also", "role_person", "focus",
)  # fmt: skip
_FORMS = ((r"(strateegia|arengukava|tegevuskava|visioon)ga\b", r"\1"),)


_NAMES_STRATEGY = re.compile(rf"strat|{in_any('strategy', 'hint')}|plan\b", re.IGNORECASE)
_PARTS = re.compile(r"\d{1,2}\.\d{1,2}\.?\s")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*\.?)\s+")


@dataclass
class _Branch:
    """A line of the tree while it grows."""

    title: str
    depth: int
    below: list["_Branch"] = field(default_factory=list)

    def grown(self) -> Goal:
        return Goal(self.title, tuple(one.grown() for one in self.below))


def find_strategy(outline: Outline) -> Strategy | None:
    """The part of the document under "Alignment with … strategy", as a tree."""
    for node in outline.labelled("strategy"):
        is_name = re.search(rf"[{UPPER}]", node.label.group) and " " in node.label.group
        group = node.label.group if is_name else ""
        title = group or node.label.value
        lines = _section(node, outline)
        is_named = bool(lines) and bool(_NAMES_STRATEGY.search(lines[0].text))
        if not title and lines and (is_named or not _leads(lines, 0)):
            title = lines[0].text
            lines[0].is_used = True
            lines = lines[1:]
        if not title and not lines:
            continue
        node.is_used = True
        extra = [node.label.value] if group and node.label.value else []
        return Strategy(_name(title, outline), tuple(_tree(lines, extra, outline)))
    return None


def _section(node: Node, outline: Outline) -> list[Node]:
    begin = outline.nodes.index(node) + 1
    found: list[Node] = []
    for one in outline.nodes[begin:]:
        ends = one.has(*_NEXT_SECTION) and one.line.kind != "item"
        if ends or (one.is_heading and node.is_heading and one.line.level < node.line.level):
            break
        found.append(one)
    while found and len(found[-1].text) > 250 and found[-1].line.kind == "paragraph":
        found.pop()
    return _until_prose(found, node.is_heading)


def _until_prose(lines: list[Node], is_heading: bool) -> list[Node]:
    """A heading that no list follows begins something else."""
    for place, one in enumerate(lines):
        is_top = one.line.kind != "item"
        if is_top and place and not _leads(lines, place) and not _has_prefix(one, None):
            after = lines[place + 1] if place + 1 < len(lines) else None
            if one.is_heading and (after is None or len(after.text) > 160):
                return lines[:place]
    return lines


def _leads(lines: list[Node], place: int) -> bool:
    following = lines[place + 1] if place + 1 < len(lines) else None
    return following is not None and following.line.kind == "item"


def _has_prefix(node: Node, _made: Outline | None) -> bool:
    return bool(re.match(r"[\w\s-]{3,40}:\s*\S", node.text))


def _name(title: str, outline: Outline) -> str:
    """The strategy's name; without a case ending when the text also says it without."""
    title = title.strip(' :.„“”"«»')
    for form, plain in _FORMS:
        called = re.sub(form, plain, title)
        if called != title and called in outline.text():
            return called
    return title


def _tree(lines: list[Node], extra: list[str], outline: Outline) -> list[Goal]:
    domains: list[_Branch] = [_Branch(_plain(text), 0) for text in extra]
    depths = _Depths(lines, outline)
    for place, one in enumerate(lines):
        one.is_used = True
        _hang(domains, depths.branch(place))
    return [one.grown() for one in domains if one.title]


class _Depths:
    """How deep each line hangs: domains stand above lists, or are the outer list itself."""

    def __init__(self, lines: list[Node], outline: Outline) -> None:
        words = outline.words["sentences"]
        self.lines = lines
        self.domain = self._prefix(words["domain_prefix"])
        self.goal = self._prefix(words["goal_prefix"])
        levels = [one.line.level for one in lines if one.line.kind == "item"]
        self.floor = min(levels, default=0)
        self.is_headed = any(one.line.kind != "item" for one in lines)
        self.is_numbered = any(_PARTS.match(one.text) for one in lines)
        self.has_domains = any(self.domain.match(one.text) for one in lines)

    @staticmethod
    def _prefix(words: str) -> re.Pattern:
        return re.compile(rf"(?:{words})\s*[\dIVX.]*\s*[:–-]\s*(?P<title>\S.*)", re.IGNORECASE)

    def branch(self, place: int) -> _Branch:
        one = self.lines[place]
        number = _NUMBER.match(one.text)
        if self.is_numbered and number and one.line.kind != "item":
            return _Branch(
                _plain(one.text[number.end() :]), min(number[1].strip(".").count("."), 2)
            )
        domain, goal = self.domain.match(one.text), self.goal.match(one.text)
        if one.line.kind == "item":
            title = (domain or goal)["title"] if domain or goal else one.text
            return _Branch(_plain(title), one.line.level - self.floor + self.is_headed)
        if domain:
            return _Branch(_plain(domain["title"]), 0)
        is_top = _leads(self.lines, place) or one.is_heading or not place or one.text.endswith(":")
        if goal:
            return _Branch(_plain(goal["title"]), int(self.has_domains or not is_top))
        return _Branch(_plain(one.text), 0 if is_top else 1)


def _hang(domains: list[_Branch], branch: _Branch) -> None:
    row = domains
    depth = branch.depth
    while depth and row:
        row = row[-1].below
        depth -= 1
    row.append(branch)


def _plain(text: str) -> str:
    """A goal of one sentence goes without its full stop."""
    text = text.strip().rstrip(" :;")
    return text if re.search(r"[.!?]\s", text) else text.rstrip(".")

"""How well documents are understood: precision, recall and invented values.

    python -m tests.imports.score FOLDER

reads every document `NAME.EXT` that has its expectation `NAME.json` beside it.
"""

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from kogu.imports.readers import read
from kogu.imports.understanding import understand

FORMATS = (".txt", ".html", ".htm", ".docx")
# Long running text counts as found when it is nearly the same.
_LOOSE = {
    "summary": 0.5,
    "mission": 0.6,
    "objective": 0.6,
    "purpose": 0.6,
    "body": 0.85,
    "text": 0.5,
}
_CHOICES = {"kind", "language", "precision", "role", "rest", "missing", "currency", "type"}
# An expectation lists what must be there of these; more of the text is no fault.
_AT_LEAST = {"body", "summary"}
_NOT_SCORED = {"warnings", "proposals", "title_provisional", "level", "ordered"}


@dataclass
class Score:
    """Values found rightly, wrongly and not at all; and values from nowhere."""

    right: Counter = field(default_factory=Counter)
    wrong: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)
    invented: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return _share(self.right.total(), self.wrong.total())

    @property
    def recall(self) -> float:
        return _share(self.right.total(), self.missed.total())


def score_folder(folder: Path) -> Score:
    """All documents of a folder that have an expectation."""
    score = Score()
    for document in sorted(folder.iterdir()):
        expected = document.with_suffix(".json")
        if document.suffix.lower() in FORMATS and expected.exists():
            data = document.read_bytes()
            wanted = json.loads(expected.read_text(encoding="utf-8"))
            source = read(data, document.name)
            found = understand(source).as_json()
            text = " ".join(line.text for line in source.lines)
            _compare(score, document.name, found, wanted, f"{text} {source.title} {source.date}")
    return score


def _compare(score: Score, name: str, found: dict, wanted: dict, text: str) -> None:
    found_values, wanted_values = _values(found), _values(wanted)
    left = list(wanted_values)
    for path, value in found_values:
        match = next((one for one in left if one[0] == path and _same(path, value, one[1])), None)
        if match is None and path in _AT_LEAST and _is_in(value, text):
            continue
        if match:
            left.remove(match)
            score.right[_area(path)] += 1
        else:
            score.wrong[_area(path)] += 1
            score.faults.append(f"{name}: wrong {path} = {value[:110]}")
    summary = [one for one in left if one[0] == "summary"]
    if summary and _fold(found.get("summary") or "-") in _fold(text):
        left.remove(summary[0])
        score.right["summary"] += 1
    for path, value in left:
        score.missed[_area(path)] += 1
        score.faults.append(f"{name}: missed {path} = {value[:110]}")
    _find_invented(score, name, found_values, wanted_values, text)


def _find_invented(score: Score, name: str, found: list, wanted: list, text: str) -> None:
    expected = {_fold(value) for _path, value in wanted}
    for path, value in found:
        leaf = path.rsplit(".", 1)[-1]
        if leaf in _CHOICES or leaf in ("value", "amount"):
            continue
        if _fold(value) not in expected and not _is_in(value, text):
            score.invented.append(f"{name}: {path} = {value[:110]}")


def _values(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Every value with the path to it; rows are told apart by what names them."""
    return [(path, value) for path, value in _walk("", document) if value]


def _walk(path: str, value: Any):
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in _NOT_SCORED and not (key == "kind" and path == "cluster"):
                yield from _walk(f"{path}.{key}".strip("."), one)
    elif isinstance(value, list):
        for one in value:
            yield from _row(path, one)
    elif value not in (None, "", False):
        yield path, str(value)


def _row(path: str, one: Any):
    if path == "body":
        words = one.get("items") or _rows(one) or [one.get("html") or one.get("text") or ""]
        for text in words:
            yield path, re.sub(r"<[^>]+>", "", text)
    elif isinstance(one, dict) and "name" in one and path != "project.strategy":
        name = _fold(one["name"])
        yield f"{path}.name", one["name"]
        for key, value in one.items():
            if key != "name" and value:
                yield f"{path}[{name}].{key}", str(value)
    else:
        yield from _walk(path, one)


def _rows(block: dict[str, Any]) -> list[str]:
    """The rows of a table as sentences."""
    columns = block.get("columns")
    return [
        "; ".join(f"{name}: {cell}" for name, cell in zip(columns, cells, strict=False) if cell)
        if columns
        else ": ".join(filter(None, cells))
        for cells in block.get("rows", ())
    ]


def _same(path: str, found: str, wanted: str) -> bool:
    one, other = _fold(found), _fold(wanted)
    if one == other:
        return True
    loose = _LOOSE.get(path.rsplit(".", 1)[-1])
    if not loose:
        return False
    if one in other or other in one:
        return True
    return SequenceMatcher(None, one.split(), other.split()).ratio() >= loose


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"&\w+;", " ", text)).casefold().strip()


def _is_in(value: str, text: str) -> bool:
    """Whether the text says it, be a space missing there that was put in: "directora@b.example"."""
    return _fold(value).replace(" ", "") in _fold(text).replace(" ", "")


def _area(path: str) -> str:
    return ".".join(re.sub(r"\[.*?\]", "", path).split(".")[:2])


def _share(right: int, others: int) -> float:
    return right / (right + others) if right + others else 1.0


def _print(score: Score, *, with_faults: bool) -> None:
    write = sys.stdout.write
    for area in sorted({*score.right, *score.wrong, *score.missed}):
        right, wrong, missed = score.right[area], score.wrong[area], score.missed[area]
        write(f"{area:34} right {right:4} wrong {wrong:4} missed {missed:4}\n")
    if with_faults:
        write("\n".join(score.faults) + "\n")
    write("".join(f"invented: {one}\n" for one in score.invented))
    write(f"precision {score.precision:.3f}  recall {score.recall:.3f}  ")
    write(f"invented {len(score.invented)}\n")


def main() -> int:
    parser = argparse.ArgumentParser(description="Score how documents are understood.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faults", action="store_true", help="list every fault")
    chosen = parser.parse_args()
    score = score_folder(chosen.folder)
    _print(score, with_faults=chosen.faults)
    is_good = score.precision >= 0.95 and score.recall >= 0.85 and not score.invented
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())

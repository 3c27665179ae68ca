"""Hands foreign files to a confined child process and distrusts its answer."""

import base64
import re
import threading
from dataclasses import dataclass
from typing import Any

from kogu.imports import limits
from kogu.imports.errors import Refusal
from kogu.imports.readers.cleaning import sanitised, sanitised_inline
from kogu.sandbox import parent

_CHILD = "kogu.imports.reading_child"
_TAG = re.compile(r"""<(/?)(\w+)(?:"[^"]*"|[^">])*>""")
_paste_turns = threading.BoundedSemaphore(limits.MAX_PASTES_AT_ONCE)
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})


@dataclass(frozen=True)
class Reading:
    """What a file says, and its sanitised original."""

    understood: dict[str, Any]
    original_html: str
    format: str


def read_document(
    data: bytes, name: str = "", kind: str = "auto", language: str = "auto"
) -> Reading:
    """Read and understand a file; raises `Refusal` with the reason when it cannot be."""
    if len(data) > limits.MAX_FILE_BYTES:
        raise Refusal("too_large")
    if not data.strip():
        raise Refusal("empty")
    answer = _ask_child({"name": name, "kind": kind, "language": language}, data)
    _refuse_unbalanced(answer["original_html"])
    return Reading(
        _distrusted(answer["understood"]), sanitised(answer["original_html"]), answer["format"]
    )


def read_pictures(data: bytes, names: list[str]) -> dict[str, bytes]:
    """The pictures of these names out of a document; those that are not in it are missing."""
    answer = _ask_child({"pictures": names}, data)
    return {
        name: base64.b64decode(content)
        for name, content in answer["pictures"].items()
        if name in names
    }


def read_paste(html: str) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """Parts of a story out of what was copied elsewhere, and what was left out of them."""
    data = html.encode(errors="replace")
    if len(data) > limits.MAX_PASTE_BYTES:
        raise Refusal("paste_too_large")
    if not _paste_turns.acquire(blocking=False):
        raise Refusal("busy")
    try:
        answer = _ask_child(
            {"paste": True},
            data,
            seconds=limits.PASTE_SECONDS,
            wait_seconds=limits.PASTE_WAIT_SECONDS,
        )
    finally:
        _paste_turns.release()
    return _distrusted(answer)["body"], answer["notices"]


def _ask_child(request: dict[str, Any], data: bytes, **more: float) -> dict[str, Any]:
    """The child's answer; a refusal, its own or the sandbox's, is raised."""
    try:
        answer = parent.ask(_CHILD, request, data, **more)
    except parent.SandboxError as error:
        code = "reader_failed" if error.code == "failed" else error.code
        raise Refusal(code, error.detail) from error
    if "refusal" in answer:
        raise Refusal(answer["refusal"], str(answer.get("detail", "")))
    return answer


def _refuse_unbalanced(markup: str) -> None:
    """Cleaning what is very deep takes for ever; what the child has cleaned is balanced."""
    opened: list[str] = []
    for closing, name in _TAG.findall(markup):
        if name in _VOID:
            continue
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            raise Refusal("broken_document")
        if len(opened) > limits.MAX_DEPTH:
            raise Refusal("broken_document")


def _distrusted(understood: dict[str, Any]) -> dict[str, Any]:
    """The child's answer with its markup cleaned once more."""
    for block in understood["body"]:
        if "html" in block:
            block["html"] = sanitised_inline(block["html"])
        if "items" in block:
            block["items"] = [sanitised_inline(item) for item in block["items"]]
    return understood

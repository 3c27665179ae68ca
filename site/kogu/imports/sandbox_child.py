"""The child process in which foreign files are opened, and nowhere else.

Run as `python -m kogu.imports.sandbox_child`: the first line of its input is a
request in JSON, the rest is the file; its output is one answer in JSON.
Knows no Django, so that it starts quickly and holds no secrets.
"""

import base64
import json
import resource
import sys
from typing import Any

from kogu.imports import limits
from kogu.imports.errors import Refusal


def confine() -> None:
    """Give up memory, time, files to write and new processes, for good."""
    for kind, most in (
        (resource.RLIMIT_AS, limits.CHILD_MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.CHILD_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _lower(kind, most)
    sys.setrecursionlimit(3000)


def _lower(kind: int, most: int) -> None:
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(kind, (most, most))


def answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """What was understood of the file, or the reason it was refused."""
    from kogu.imports.readers import archive, read
    from kogu.imports.understanding import understand

    try:
        if "paste" in request:
            return _pasted(data.decode())
        if "pictures" in request:
            return {"pictures": _pictures(archive.open_parts(data), request["pictures"])}
        source = read(data, request.get("name", ""))
        understood = understand(
            source, request.get("kind", "auto"), request.get("language", "auto")
        )
    except Refusal as refusal:
        return {"refusal": refusal.code, "detail": refusal.detail}
    except MemoryError:
        return {"refusal": "too_much_memory", "detail": ""}
    except RecursionError:
        return {"refusal": "reader_failed", "detail": "RecursionError"}
    return {
        "understood": understood.as_json(),
        "original_html": source.original_html,
        "format": source.format,
    }


def _pasted(text: str) -> dict[str, Any]:
    """The parts of a story that were copied elsewhere, and what was left out of them."""
    from kogu.imports.readers.paste import read_paste
    from kogu.imports.understanding.blocks import blocks
    from kogu.imports.understanding.body import levelled

    source = read_paste(text)
    notices = [{"code": one.code, "text": one.text} for one in source.notices]
    return {"body": list(blocks(levelled(list(source.lines)))), "notices": notices}


def _pictures(parts: dict[str, bytes], names: list[str]) -> dict[str, str]:
    """As many of these parts as one answer holds."""
    found: dict[str, str] = {}
    room = limits.MAX_PICTURES_BYTES
    for name in names:
        content = parts.get(name) or parts.get(f"/{name}")
        if content and len(content) <= room:
            room -= len(content)
            found[name] = base64.b64encode(content).decode("ascii")
    return found


def main() -> None:
    confine()
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(limits.MAX_FILE_BYTES + 1)
    sys.stdout.write(json.dumps(answer(request, data), ensure_ascii=True))


if __name__ == "__main__":
    main()

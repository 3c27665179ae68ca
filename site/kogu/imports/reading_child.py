"""What the child process does, in which foreign files are opened and nowhere else."""

import base64
from typing import Any

from kogu.imports import limits
from kogu.imports.errors import Refusal
from kogu.sandbox.child import serve


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
    from kogu.imports.understanding.body import with_heading_levels

    source = read_paste(text)
    notices = [{"code": one.code, "text": one.text} for one in source.notices]
    return {"body": list(blocks(with_heading_levels(list(source.lines)))), "notices": notices}


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


if __name__ == "__main__":
    serve(answer)

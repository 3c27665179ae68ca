"""What goes into a child process and what comes out of it, limited while it is read."""

import os
import selectors
import subprocess
import time
from typing import IO

_CHUNK = 65536


class OutputTooLong(Exception):
    """The child has written more than it may; it is still running."""


def exchange(
    child: subprocess.Popen[bytes], given: bytes, until: float, *, most: int
) -> tuple[bytes, bytes]:
    """Writes the input, and reads standard output and error to their ends: `most` bytes of each.

    The child's pipes are unbuffered; `until` is a moment of `time.monotonic`. Raises
    `OutputTooLong`, or `TimeoutError`.
    """
    if not (child.stdin and child.stdout and child.stderr):
        raise ValueError("The child needs three pipes.")
    left = memoryview(given)
    written: dict[IO[bytes], bytearray] = {child.stdout: bytearray(), child.stderr: bytearray()}
    os.set_blocking(child.stdin.fileno(), False)
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdin, selectors.EVENT_WRITE)
        for pipe in written:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            for pipe in _ready(selector, until):
                if pipe is child.stdin:
                    left = _write(pipe, left)
                    is_over = not left
                else:
                    is_over = not _read(pipe, written[pipe], most)
                if is_over:
                    selector.unregister(pipe)
                    pipe.close()
    return bytes(written[child.stdout]), bytes(written[child.stderr])


def _ready(selector: selectors.BaseSelector, until: float) -> list[IO[bytes]]:
    ready = selector.select(max(0.0, until - time.monotonic()))
    if not ready:
        raise TimeoutError
    return [key.fileobj for key, _events in ready]  # type: ignore[misc]  # files were registered


def _write(pipe: IO[bytes], left: memoryview) -> memoryview:
    """What is left to write; nothing when the child reads no more."""
    try:
        return left[os.write(pipe.fileno(), left[:_CHUNK]) :]
    except BrokenPipeError:
        return left[:0]


def _read(pipe: IO[bytes], written: bytearray, most: int) -> bool:
    chunk = os.read(pipe.fileno(), _CHUNK)
    written += chunk
    if len(written) > most:
        raise OutputTooLong
    return bool(chunk)

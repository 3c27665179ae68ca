"""What a confined child runs; knows no Django, so that it starts quickly and holds no secrets."""

import json
import sys
from collections.abc import Callable
from typing import Any

from kogu.sandbox.confinement import confine


def serve(answer: Callable[[dict[str, Any], bytes], dict[str, Any]]) -> None:
    """Confines this process, then answers the one request that stands in its input.

    The first line of standard input is the request as JSON, the rest is the file; standard output
    gets the answer as JSON.
    """
    confine()
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(answer(request, data), ensure_ascii=True))

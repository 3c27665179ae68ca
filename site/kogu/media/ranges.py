"""Parts of files: readers of long documents and players ask for some bytes only (RFC 9110, 14)."""

import re

from django.http import HttpResponse

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
CHUNK = 65_536


def ranged(request, response):
    """The part that was asked for, where the answer is a file; else the answer as it is.

    Several ranges at once are answered by the whole file, as the standard allows.
    """
    file = getattr(response, "file_to_stream", None)
    if response.status_code != 200 or file is None or not file.seekable():
        return response
    response["Accept-Ranges"] = "bytes"
    size = int(response["Content-Length"])
    bounds = _bounds(request.headers.get("Range", ""), size)
    if request.method != "GET" or bounds is None or not _is_same(request, response):
        return response
    first, last = bounds
    if first >= size:
        response.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    file.seek(first)
    response.status_code = 206
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    response.streaming_content = _part(file, last - first + 1)
    return response


def _is_same(request, response):
    """Whether the file is still the one that the reader has the other parts of."""
    known = request.headers.get("If-Range")
    return known is None or known in {response.get("ETag"), response.get("Last-Modified")}


def _bounds(text, size):
    """First and last byte asked for; nothing where that is no range."""
    match = RANGE.fullmatch(text)
    first, last = match.groups() if match else ("", "")
    if first:
        last = int(last) if last else size - 1
        return (int(first), min(last, size - 1)) if match[2] == "" or int(first) <= last else None
    return (size - min(int(last), size), size - 1) if last else None


def _part(file, length):
    while length > 0 and (chunk := file.read(min(CHUNK, length))):
        length -= len(chunk)
        yield chunk

"""Reads a mail as it travelled: encoded head, one of its parts, unfolded lines."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from kogu.imports.errors import Refusal
from kogu.imports.readers import plain, web
from kogu.imports.readers.encoding import decode
from kogu.imports.source import Line, Notice, Source

_HEAD = ("From", "To", "Cc", "Date", "Subject")
_FIELD = re.compile(rb"[\w-]+:[ \t]?.*(?:\r?\n[ \t]+\S.*)*\r?\n")
_ENVELOPE = re.compile(rb"\AFrom \S+ .*\r?\n")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_FORWARDED, _DEEPEST = "message/rfc822", 10
_MACHINE = re.compile(
    rb"^(?:mime-version|content-(?:type|transfer-encoding)|received|message-id|return-path"
    rb"|dkim-signature|x-[\w-]+):|^(?:subject|from|to):.*=\?[\w-]+\?[bq]\?",
    re.IGNORECASE | re.MULTILINE,
)
# A letter beyond ASCII as two bytes of UTF-8: "K=C3=B5ik".
_QUOTED = re.compile(rb"=[C-F][0-9A-F]=[89AB][0-9A-F]")


def looks_like_mail(data: bytes, name: str = "") -> bool:
    """Whether the file begins with the head of a mail as machines write it."""
    head = _head(_without_envelope(data))
    is_head = len(re.findall(rb"^(?:from|to|subject|date):", head, re.I | re.M)) >= 2
    return is_head and (name.lower().endswith(".eml") or bool(_MACHINE.search(head)))


def read_mail(data: bytes, depth: int = 0) -> Source:
    """The text part, else the HTML part, below the head that says who sent it and when."""
    if depth > _DEEPEST:
        raise Refusal("too_deep")
    mail = message_from_bytes(_with_plain_head(_without_envelope(data)), policy=default)
    body = _body(mail)
    source = _read_part(body)
    attached = _beside(body, mail)
    pieces = [source, *(piece for one in attached for piece in _further(one, depth + 1))]
    return replace(
        source,
        format="txt",
        lines=(*_head_lines(mail), *(line for piece in pieces for line in piece.lines)),
        notices=(
            *source.notices,
            *_wrapping(mail),
            *(notice for piece in pieces[1:] for notice in piece.notices),
            *_unread(attached),
        ),
        title="",
    )


def _head_lines(mail: EmailMessage) -> list[Line]:
    head = [f"{name}: {mail[name]}" for name in _HEAD if mail[name]]
    return [Line.plain("paragraph", " ".join(text.split())) for text in head]


def _wrapping(mail: EmailMessage) -> Iterator[Notice]:
    """The fields of the head that only machines read."""
    fields = [f"{name}: {value}" for name, value in mail.items() if name.title() not in _HEAD]
    if fields:
        yield Notice("mail_wrapping_left_out", " · ".join(fields))


def _unread(attached: list[EmailMessage]) -> Iterator[Notice]:
    names = [str(one.get_filename() or "") for one in attached if not _is_read(one)]
    if names:
        yield Notice("attachments_left_out", " · ".join(filter(None, names)))


def _body(mail: EmailMessage) -> EmailMessage:
    """The plain text, or the HTML where the plain text is empty or missing."""
    bodies = [mail.get_body((kind,)) for kind in ("plain", "html")]
    return next((one for one in bodies if one is not None and _data(one).strip()), mail)


def _beside(body: EmailMessage, mail: EmailMessage) -> list[EmailMessage]:
    """The other parts; a mixed mail has pieces of its text among them."""
    if mail.get_content_subtype() != "mixed":
        return list(mail.iter_attachments())
    return [part for part in mail.iter_parts() if not any(one is body for one in part.walk())]


def _is_read(part: EmailMessage) -> bool:
    """A mail within the mail, or a further piece of its text."""
    is_text = part.get_content_type() in ("text/plain", "text/html")
    is_piece = is_text and not part.is_attachment() and not part.get_filename()
    return is_piece or part.get_content_type() == _FORWARDED


def _further(part: EmailMessage, depth: int) -> Iterator[Source]:
    """Such a part as it is read, a mail with its head."""
    if part.get_content_type() == _FORWARDED and part.is_multipart():
        for mail in part.iter_parts():
            yield read_mail(mail.as_bytes(), depth)
    elif _is_read(part) and _data(part).strip():
        yield _read_part(part)


def _data(part: EmailMessage) -> bytes:
    return part.get_payload(decode=True) or b""


def _without_envelope(data: bytes) -> bytes:
    """Without the row that mailboxes put above each of their mails."""
    return _ENVELOPE.sub(b"", data.lstrip(b"\xef\xbb\xbf"))


def _with_plain_head(data: bytes) -> bytes:
    """With a head in UTF-8, where a program wrote its letters there as in the text."""
    head = _head(data)
    if head.isascii():
        return data
    charset = _CHARSET.search(head)
    try:
        plain = decode(head, charset[1].decode() if charset else "")
    except Refusal:
        return data
    return plain.encode() + data[len(head) :]


def unquoted(data: bytes) -> bytes:
    """The bytes behind the machine's wrapping of a mail whose head was lost."""
    return quopri.decodestring(data) if _QUOTED.search(data) else data


def _head(data: bytes) -> bytes:
    place = 0
    while match := _FIELD.match(data, place):
        place = match.end()
    return data[:place]


def _read_part(part: EmailMessage) -> Source:
    data = _data(part)
    charset = part.get_content_charset() or ""
    if part.get_content_type() == "text/html":
        return web.read_web(data, charset)
    text = decode(data, charset)
    if part.get_param("format") == "flowed":
        text = _unflowed(text, drops_space=part.get_param("delsp") == "yes")
    return plain.read_plain(text.encode())


def _unflowed(text: str, *, drops_space: bool) -> str:
    """Lines that end with a space go on in the next one (RFC 3676)."""
    made: list[str] = []
    goes_on = False
    for row in text.split("\n"):
        row = row.removeprefix(" ")
        made = [*made[:-1], made[-1] + row] if goes_on else [*made, row]
        goes_on = row.endswith(" ") and row != "-- "
        if goes_on and drops_space:
            made[-1] = made[-1][:-1]
    return "\n".join(made)

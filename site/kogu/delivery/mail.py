"""Mail leaves through the outbox: stored with its reason, sent by the worker."""

import base64
from collections.abc import Callable, Sequence
from email.message import MIMEPart
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils import translation

from kogu.language.characters import clean, clean_all

from . import outbox
from .models import Outbox

type Payload = dict[str, Any]
type Preparation = Callable[[Payload], Payload]

_preparations: dict[str, Preparation] = {}


class OutboxBackend(BaseEmailBackend):
    """Django's way out for mail: whatever sends, Wagtail too, writes to the outbox."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Stores the messages, subjects on one line; an address with a line break is refused."""
        for message in email_messages:
            message.subject = _on_one_line(message.subject)
            message.message()
            outbox.enqueue("mail", _stored(message))
        return len(email_messages)


def send_template_mail(
    template: str, context: Payload, to: list[str] | str, language: str
) -> Outbox:
    """Stores a mail as template and context, to be rendered in the receiver's language.

    `emails/TEMPLATE.txt` begins with the subject on a line of its own;
    `emails/TEMPLATE.html`, if there, is the mail's other form.
    """
    receivers = [to] if isinstance(to, str) else list(to)
    _blank(to=receivers).message()  # an address with a line break is refused here
    return outbox.enqueue(
        "mail.template",
        {"template": template, "context": context, "to": receivers, "language": language},
    )


def before_sending(template: str) -> Callable[[Preparation], Preparation]:
    """Registers who completes a mail's context when it is sent: tokens are minted only then."""

    def register(prepare: Preparation) -> Preparation:
        _preparations[template] = prepare
        return prepare

    return register


@outbox.register_handler("mail")
def deliver(entry: Outbox) -> None:
    """Sends a stored message."""
    stored = dict(entry.payload)
    alternatives = stored.pop("alternatives")
    attachments = stored.pop("attachments")
    subtype = stored.pop("content_subtype")
    message = _blank(**stored)
    message.content_subtype = subtype
    for content, mimetype in alternatives:
        message.attach_alternative(clean(content), mimetype)
    for name, content, mimetype in attachments:
        message.attach(name, base64.b64decode(content), mimetype)
    send(message, entry)


@outbox.register_handler("mail.template")
def deliver_template(entry: Outbox) -> None:
    """Renders a stored mail in its receiver's language, and sends it."""
    template, language = entry.payload["template"], entry.payload["language"]
    context = {**entry.payload["context"], "language": language, "site_url": settings.SITE_URL}
    if prepare := _preparations.get(template):
        context = prepare(context)
    with translation.override(language):
        subject, _, body = _plain(template, context).partition("\n")
        try:
            html: str = render_to_string(f"emails/{template}.html", context)
        except TemplateDoesNotExist:
            html = ""
    message = _blank(
        subject=_on_one_line(subject), body=body.strip() + "\n", to=entry.payload["to"]
    )
    if html:
        message.attach_alternative(clean(html), "text/html")
    send(message, entry)


def _plain(template: str, context: Payload) -> str:
    """A mail's text form; nothing in it is markup, so nothing is escaped."""
    backend: Any = get_template(f"emails/{template}.txt")
    return str(backend.template.render(Context(context, autoescape=False))).lstrip()


def _on_one_line(subject: object) -> str:
    """A header is one line; a title in it may have been stored as two."""
    return " ".join(str(subject).split())


def _our_domain() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def _blank(**parts: Any) -> EmailMultiAlternatives:
    return EmailMultiAlternatives(**clean_all(parts))


def send(message: EmailMultiAlternatives, entry: Outbox) -> None:
    """Hands a message over, for those who handle a delivery.

    The id is the delivery's own, so a mail sent twice is one mail to its receiver.
    """
    headers = {name.lower() for name in message.extra_headers}
    if "message-id" not in headers:
        message.extra_headers["Message-ID"] = f"<{entry.id}@{_our_domain()}>"
    try:
        message.message()
    except ValueError as problem:
        raise outbox.Undeliverable(str(problem)) from problem
    mailers["delivery"].send_messages([message])


def _stored(message: EmailMessage) -> Payload:
    return {
        "subject": str(message.subject),
        "body": str(message.body),
        "from_email": str(message.from_email),
        "to": [str(address) for address in message.to],
        "cc": [str(address) for address in message.cc],
        "bcc": [str(address) for address in message.bcc],
        "reply_to": [str(address) for address in message.reply_to],
        "headers": {name: str(value) for name, value in message.extra_headers.items()},
        "content_subtype": message.content_subtype,
        "alternatives": [
            [str(content), mimetype] for content, mimetype in getattr(message, "alternatives", ())
        ],
        "attachments": [_stored_attachment(part) for part in message.attachments],
    }


def _stored_attachment(part: Any) -> list[str | None]:
    name: str | None
    content: Any
    if isinstance(part, MIMEPart):
        name, content = part.get_filename(), part.get_payload(decode=True)
        mimetype = part.get_content_type()
    else:
        name, content, mimetype = part
    if isinstance(content, str):
        content = content.encode()
    return [name, base64.b64encode(content).decode(), mimetype]

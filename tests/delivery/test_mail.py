"""Mail is stored with its reason, sent by the worker, and cannot be bent by its words."""

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives, send_mail
from django.test import override_settings

from kogu.delivery import outbox
from kogu.delivery.mail import before_sending, send_template_mail
from kogu.delivery.models import Outbox

pytestmark = pytest.mark.django_db

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(autouse=True)
def _as_in_production(settings, tmp_path):
    settings.MAILERS = {
        "default": {"BACKEND": "kogu.delivery.mail.OutboxBackend"},
        "delivery": {"BACKEND": LOCMEM},
    }
    settings.SITE_URL = "https://kogu.example"


@pytest.fixture
def templates(settings, tmp_path):
    """Writes mail templates for a test."""
    (tmp_path / "emails").mkdir()
    first = {**settings.TEMPLATES[0], "DIRS": [tmp_path]}
    with override_settings(TEMPLATES=[first, *settings.TEMPLATES[1:]]):
        yield lambda name, text: (tmp_path / "emails" / name).write_text(text)


def test_nothing_leaves_before_the_worker_sends_it():
    send_mail("Tere", "Sisu", "a@example.org", ["b@example.org"], html_message="<p>Sisu</p>")

    assert mail.outbox == []
    assert outbox.drain() == 1
    (message,) = mail.outbox
    assert (message.subject, message.body, message.to) == ("Tere", "Sisu", ["b@example.org"])
    assert [tuple(part) for part in message.alternatives] == [("<p>Sisu</p>", "text/html")]
    assert message.sent_using == "delivery"


def test_everything_about_a_message_arrives():
    message = EmailMultiAlternatives(
        "Õhtu",
        "šūpoles",
        "Kogu <a@example.org>",
        ["b@example.org"],
        cc=["c@example.org"],
        bcc=["d@example.org"],
        reply_to=["e@example.org"],
        headers={"Auto-Submitted": "auto-generated"},
        attachments=[("kava.txt", "žagars", "text/plain"), ("x.bin", b"\x00\xff", "image/png")],
    )
    message.send()
    outbox.drain()

    (sent,) = mail.outbox
    assert sorted(sent.recipients()) == ["b@example.org", "c@example.org", "d@example.org"]
    assert sent.reply_to == ["e@example.org"]
    text = sent.message().as_string()
    assert "Auto-Submitted: auto-generated" in text
    assert [(part.filename, part.content) for part in sent.attachments] == [
        ("kava.txt", "žagars"),
        ("x.bin", b"\x00\xff"),
    ]


def test_a_mail_sent_twice_has_one_id():
    send_mail("Tere", "Sisu", "a@example.org", ["b@example.org"])
    outbox.drain()
    Outbox.objects.update(state=Outbox.State.WAITING, due_at=Outbox.objects.get().created_at)
    outbox.drain()

    ids = {message.message()["Message-ID"] for message in mail.outbox}
    assert len(mail.outbox) == 2
    assert ids == {f"<{Outbox.objects.get().pk}@kogu.example>"}


@pytest.mark.parametrize("subject", ["Tere\nBcc: x@example.org", "Tere\r\nX: y"])
def test_a_subject_of_two_lines_is_sent_on_one(subject):
    send_mail(subject, "Sisu", "a@example.org", ["b@example.org"])
    outbox.drain()

    (sent,) = mail.outbox
    assert sent.subject == " ".join(subject.split())
    assert sent.recipients() == ["b@example.org"]
    assert sent.message().keys().count("Subject") == 1
    assert "Bcc" not in sent.message()
    assert "X" not in sent.message()


def test_a_line_break_in_an_address_is_refused_where_it_is_written():
    with pytest.raises(ValueError, match=r"newline|linefeed|carriage return"):
        send_template_mail("x", {}, "b@example.org\nBcc: x@example.org", "et")


def test_is_rendered_when_sent_in_the_receivers_language(templates):
    templates(
        "ready.txt",
        "{% load i18n %}{% get_current_language as now %}Lehe {{ title }} [{{ now }}]\n\n"
        "{{ title }} & {{ site_url }}\n",
    )
    templates("ready.html", "<p>{{ title }}</p>")
    send_template_mail("ready", {"title": "A < B"}, ["b@example.org"], "lv")

    stored = Outbox.objects.get().payload
    assert stored["context"] == {"title": "A < B"}
    outbox.drain()
    (message,) = mail.outbox
    assert message.subject == "Lehe A < B [lv]"
    assert message.body == "A < B & https://kogu.example\n"
    assert message.alternatives[0].content == "<p>A &lt; B</p>"


def test_tokens_are_minted_only_when_the_mail_is_sent(templates, monkeypatch):
    from kogu.delivery import mail as room

    monkeypatch.setattr(room, "_preparations", {})
    templates("link.txt", "Link\n\n{{ link }}\n")
    before_sending("link")(lambda context: {**context, "link": f"/t/{context['page']}-secret/"})
    send_template_mail("link", {"page": 7}, "b@example.org", "et")

    assert "secret" not in str(Outbox.objects.get().payload)
    outbox.drain()
    assert mail.outbox[0].body == "/t/7-secret/\n"


def test_a_subject_that_breaks_when_rendered_is_sent_on_one_line(templates):
    templates("bad.txt", "{{ title }}\n\nbody\n")
    send_template_mail("bad", {"title": "a\rBcc: x@example.org"}, "b@example.org", "et")

    outbox.drain()

    (sent,) = mail.outbox
    assert sent.subject == "a Bcc: x@example.org"
    assert sent.recipients() == ["b@example.org"]

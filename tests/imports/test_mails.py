"""What was forwarded or answered is read without the heads above it."""

from email.message import EmailMessage

import pytest

from kogu.imports.errors import Refusal
from kogu.imports.readers import read
from kogu.imports.understanding import understand

TEXT = (
    "The evening takes place on 12 May 2027 at 18.00 in the Vireda mill.\n\n"
    "Contact: Mary Oaktree, mary@mill.example, +372 5550 1234\n"
)
BODY = [
    "The evening takes place on 12 May 2027 at 18.00 in the Vireda mill.",
    "Contact: Mary Oaktree, mary@mill.example, +372 5550 1234",
]
HEAD = (
    "From: Ann Ash <ann@town.example>\nTo: press@town.example\nSubject: Fwd: Weaving evening\n"
    "Date: Mon, 1 Mar 2027 09:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"
)


def mail(text: str, subject="Weaving evening") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "Mary Oaktree <mary@mill.example>", "ann@town.example"
    made["Subject"], made["Date"] = subject, "Sun, 28 Feb 2027 10:12:00 +0200"
    made.set_content(text)
    return made


def checked(data: bytes):
    found = understand(read(data, "a.eml")).as_json()
    assert found["title"] == "Weaving evening"
    assert found["date"]["value"] == "2027-05-12"
    assert [one["name"] for one in found["people"]] == ["Mary Oaktree"]
    return [one.get("html") or one["text"] for one in found["body"]]


@pytest.mark.parametrize(
    "between",
    [
        "---------- Forwarded message ---------\nFrom: Mary Oaktree <mary@mill.example>\n"
        "Date: Sun, 28 Feb 2027 at 10:12\nSubject: Weaving evening\nTo: Ann Ash <ann@town.example>",
        "________________________________\nFrom: Mary Oaktree <mary@mill.example>\n"
        "Sent: Sunday, 28 February 2027 10:12\nTo: Ann Ash\nSubject: Weaving evening",
        "-----Algne kiri-----\nSaatja: Mary Oaktree <mary@mill.example>\n"
        "Saadetud: 28. veebruar 2027 10:12\nKellele: Ann Ash\nTeema: Weaving evening",
    ],
)
def test_the_head_of_a_forwarded_mail_is_no_part_of_the_text(between):
    assert checked(f"{HEAD}For the site.\n\n{between}\n\n{TEXT}".encode()) == [
        "For the site.",
        *BODY,
    ]


def test_who_is_answered_is_no_contact():
    answered = f"{TEXT}\nOn Sun, 28 Feb 2027 at 10:12, Ann Ash <ann@town.example> wrote:\n> When?\n"

    assert checked(bytes(mail(answered))) == [*BODY, "When?"]


def test_a_mail_within_a_mail_is_read():
    outer = mail("For the site.\n", "Fwd: Weaving evening")
    outer.add_attachment(mail(TEXT))

    assert checked(bytes(outer)) == ["For the site.", *BODY]


def test_mails_within_mails_have_an_end():
    made = mail(TEXT)
    for _time in range(12):
        outer = mail("Below.\n")
        outer.add_attachment(made)
        made = outer

    with pytest.raises(Refusal) as refused:
        read(bytes(made), "a.eml")

    assert refused.value.code == "too_deep"


def test_the_row_that_a_mailbox_puts_above_a_mail_is_none_of_it():
    row = b"From mary@mill.example Sun Feb 28 10:12:00 2027\n"

    assert checked(row + bytes(mail(TEXT))) == BODY


PARTS = (
    "From: Mary Oaktree <mary@mill.example>\nSubject: Weaving evening\nMIME-Version: 1.0\n"
    "Content-Type: multipart/{kind}; boundary=b\n\n--b\nContent-Type: text/plain\n\n{first}\n"
    "--b\nContent-Type: text/{form}\n\n{second}\n--b--\n"
)


@pytest.mark.parametrize(
    ("kind", "form", "first", "second"),
    [
        ("alternative", "html", "", "<p>{0}</p><p>{1}</p>"),
        ("mixed", "plain", "{0}", "{1}"),
        ("mixed", "html", "{0}", "<p>{1}</p>"),
    ],
)
def test_every_piece_of_the_text_is_read(kind, form, first, second):
    data = PARTS.format(kind=kind, form=form, first=first, second=second).format(*BODY)

    assert checked(data.encode()) == BODY


def test_what_a_further_piece_hides_is_said():
    piece = "<p>{1}</p><p hidden>secret words</p>"
    data = PARTS.format(kind="mixed", form="html", first="{0}", second=piece).format(*BODY)

    found = understand(read(data.encode(), "a.eml")).as_json()

    assert ("hidden_left_out", "secret words") in [
        (one["code"], one["text"]) for one in found["warnings"]
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1257"])
def test_letters_of_the_head_are_read_as_those_of_the_text(encoding):
    head = "From: a@x.example\nTo: b@x.example\nSubject: Õueala sai korda\nMIME-Version: 1.0\n"
    text = f"Content-Type: text/plain; charset={encoding}\n\nKülarahvas tuli kokku.\n"

    source = read((head + text).encode(encoding), "a.eml")

    assert source.lines[2].text == "Subject: Õueala sai korda"

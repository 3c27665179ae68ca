"""What machines wrap around words is unwrapped, and left out where it is no words."""

from email.message import EmailMessage

import pytest

from kogu.imports.readers import read
from kogu.imports.understanding import understand
from kogu.language.moments import local_day

WORDS = "Kooli aia avamine on Võrus 12. mail 2027 ja kõik on oodatud õhtuni."


def mail(**choices) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Jüri Õun <juri@kool.example>"
    made["To"] = "uudised@vald.example"
    made["Subject"] = "Aia avamine Võrus – kõigile"
    made["Date"] = "Mon, 01 Mar 2027 22:30:00 +0000"
    made.set_content(f"{WORDS}\n", **choices)
    return made


def told(data: bytes, name: str = "a.txt") -> dict:
    return understand(read(data, name)).as_json()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_encoded_mails_are_read(encoding, name):
    found = told(bytes(mail(cte=encoding)), name)

    assert found["title"] == "Aia avamine Võrus – kõigile"
    assert [one["html"] for one in found["body"]] == [WORDS]
    assert "mail_wrapping_left_out" in {one["code"] for one in found["warnings"]}


def test_of_several_parts_the_text_is_read_and_attachments_are_said():
    made = mail()
    made.add_alternative(f"<p>{WORDS}</p><p>Kujundatud</p>", subtype="html")
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="kava.pdf")

    found = told(bytes(made))

    assert [one["html"] for one in found["body"]] == [WORDS]
    assert {"code": "attachments_left_out", "text": "kava.pdf"} in [
        {key: one[key] for key in ("code", "text")} for one in found["warnings"]
    ]


def test_a_mail_of_html_alone_is_read():
    made = mail()
    made.clear_content()
    made.set_content(f"<p>{WORDS}</p>", subtype="html", charset="iso-8859-15")

    assert [one["html"] for one in told(bytes(made))["body"]] == [WORDS]


def test_flowed_lines_are_joined():
    data = (
        b"From: a@b.example\nTo: c@b.example\nSubject: Aed\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=utf-8; format=flowed\n\nAed on \nlahti \niga paev.\n"
    )

    assert [one["html"] for one in told(data)["body"]] == ["Aed on lahti iga paev."]


def test_quoted_words_without_a_head_are_read():
    found = read(b"V=C3=B5ru kool\n\nK=C3=B5=\nik on oodatud.\n")

    assert [line.text for line in found.lines] == ["Võru kool", "Kõik on oodatud."]


@pytest.mark.parametrize(
    ("text", "left", "marks"),
    [
        ('[gallery ids="4,5,6"] Words', "Words", '[gallery ids="4,5,6"]'),
        ("[vc_row][vc_column]Words[/vc_column][/vc_row]", "Words", "[vc_row]"),
        ("[caption id=“a1” width=“300”]Words[/caption]", "Words", "[/caption]"),
        ("[box]Words[/box]", "Words", "[box]"),
        ("Words [embed]https://a.example[/embed]", "Words https://a.example", "[embed]"),
    ],
)
@pytest.mark.parametrize("form", ["{}", "<p>{}</p>"])
def test_shortcodes_are_left_out_and_the_words_in_them_stay(text, left, marks, form):
    source = read(form.format(text).encode(), "a.html" if "<" in form else "a.txt")

    assert [line.text for line in source.lines] == [left]
    assert marks in source.notices[-1].text


@pytest.mark.parametrize("text", ["See [at] [sic] and [1] and […]", "mari[at]laat[dot]example"])
def test_other_brackets_stay(text):
    assert [line.text for line in read(text.encode()).lines] == [text]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-03-01T22:30:00+00:00", "2027-03-02"),
        ("2027-03-01T22:30:00Z", "2027-03-02"),
        ("2027-03-01T21:30:00Z", "2027-03-01"),
        ("Mon, 01 Mar 2027 22:30:00 +0000", "2027-03-02"),
        ("2027-03-01T23:30:00-05:00", "2027-03-02"),
        ("2027-03-01", "2027-03-01"),
        ("1 March 2027", "1 March 2027"),
    ],
)
def test_moments_are_days_where_the_organisation_is(written, day, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Tallinn")

    assert local_day(written) == day

"""What we say about a document that was refused, or read with doubts.

Plain strings, so that the child process that reads files needs no Django;
marked for translation, and translated where they are shown.
"""

from collections.abc import Callable, Iterable
from typing import Any


def gettext_noop(message: str) -> str:
    """Marks a message for translation and changes nothing."""
    return message


REFUSALS = {
    "empty": gettext_noop("The file is empty, or holds no text."),
    "too_large": gettext_noop("The file is larger than 20 MB."),
    "too_long": gettext_noop("The document is too long to be one page."),
    "binary": gettext_noop("The file is not a text, HTML or Word document."),
    "not_a_document": gettext_noop("The file is an archive, but not a Word document."),
    "pdf": gettext_noop("This is a PDF file. Import the document it was made from."),
    "old_word": gettext_noop("This is an old Word or Office file. Save it as .docx and try again."),
    "encrypted": gettext_noop(
        "The file is protected with a password. Save it without one and try again."
    ),
    "rtf": gettext_noop("This is an RTF file. Save it as .docx and try again."),
    "encoding": gettext_noop(
        "The encoding of this file could not be recognised. Save it as UTF-8."
    ),
    "broken_archive": gettext_noop("The Word document is damaged and cannot be opened."),
    "broken_document": gettext_noop("The Word document is damaged and cannot be read."),
    "too_many_parts": gettext_noop("The Word document consists of too many parts."),
    "inflates_too_much": gettext_noop("The Word document unpacks to far more than it should."),
    "macros": gettext_noop("The Word document holds macros. Save it as .docx without them."),
    "too_deep": gettext_noop("The document is nested too deeply."),
    "declarations": gettext_noop("The Word document declares entities, which is never needed."),
    "external_relation": gettext_noop("The Word document fetches parts of itself from elsewhere."),
    "too_slow": gettext_noop("Reading the document took too long."),
    "too_much_memory": gettext_noop("Reading the document needed too much memory."),
    "reader_failed": gettext_noop("The document could not be read."),
}

WARNINGS = {
    "camera_file_removed": gettext_noop("A camera file name was removed from the text."),
    "script_removed": gettext_noop("A script was removed."),
    "event_handler_removed": gettext_noop("An event handler was removed."),
    "frame_removed": gettext_noop("An embedded frame or object was removed."),
    "link_removed": gettext_noop("A link with an unsafe address was removed."),
    "form_removed": gettext_noop("A form was removed."),
    "pictures_left_out": gettext_noop(
        "Pictures that are not in the file itself were left out; add them by hand."
    ),
    "pictures_beyond_limit": gettext_noop(
        "A document brings at most 30 pictures; these were left out:"
    ),
    "picture_unreadable": gettext_noop(
        "These pictures were left out, as they are damaged or not JPEG, PNG, WebP or AVIF:"
    ),
    "picture_too_large": gettext_noop(
        "These pictures were left out, as they are too large; make them smaller:"
    ),
    "navigation_removed": gettext_noop(
        "Menus, headers, footers and notices around the content were left out."
    ),
    "hidden_left_out": gettext_noop("Text that is hidden from readers was left out."),
    "struck_left_out": gettext_noop("Text that was crossed out was left out."),
    "shortcodes_left_out": gettext_noop("Marks of a publishing system were left out."),
    "mail_wrapping_left_out": gettext_noop(
        "What machines wrote at the head of a mail was left out."
    ),
    "attachments_left_out": gettext_noop("Attachments of the mail were left out."),
    "date_impossible": gettext_noop("No calendar has this date; please correct it."),
    "menu_label_removed": gettext_noop("A menu label was left out."),
    "year_missing": gettext_noop("The date has no year; please choose it."),
    "date_ambiguous": gettext_noop("More than one date could be the date of this page."),
    "relative_date": gettext_noop("A date is said only relative to the day of writing."),
    "title_provisional": gettext_noop(
        "The document has no title; please confirm the proposed one."
    ),
    "title_repeated": gettext_noop("The text repeated its title; the repetition was left out."),
    "number_doubtful": gettext_noop("A number that may be a project number was not understood."),
    "amount_doubtful": gettext_noop("An amount of money was not understood."),
    "email_glued": gettext_noop("An e-mail address ran into the following text."),
    "not_understood": gettext_noop("This was not understood and stays in the text."),
    "goals_and_activities_together": gettext_noop(
        "Goals and activities stand in one list; please sort them."
    ),
    "kind_doubtful": gettext_noop("It is not certain what kind of page this is."),
    "language_doubtful": gettext_noop("It is not certain which language this is."),
    "mail_head_removed": gettext_noop("The head and greetings of a mail were left out."),
    "heading_removed": gettext_noop("A heading with nothing below it was left out."),
    "label_read": gettext_noop("These labels became fields:"),
    "words_left_out": gettext_noop("These words stood beside a fact and are in no field:"),
    "repetition_left_out": gettext_noop(
        "These words are repeated in the original and stand once in the draft:"
    ),
    "left_out": gettext_noop("These words of the original are not in the draft:"),
    "header_left_out": gettext_noop("Headers and footers of the pages are not in the text:"),
    "deleted_left_out": gettext_noop("Deleted text of tracked changes was left out:"),
    "comment_left_out": gettext_noop("Comments were left out:"),
    "contents_left_out": gettext_noop("A table of contents was left out:"),
    "placeholder_left_out": gettext_noop("Empty fields of a form were left out:"),
    "file_left_out": gettext_noop("A file inside the document was not read:"),
    "document_parts_removed": gettext_noop("Copyright lines and the like were left out."),
}

QUOTED = gettext_noop("“{text}”")
NEAR = gettext_noop(" (near “{place}”)")

REASONS = {
    "weekday": gettext_noop("the text says “{text}”, and that day falls on it"),
    "same_year": gettext_noop("the text speaks of {text}"),
    "later_year": gettext_noop("the text speaks of {text} as of an earlier year"),
}


def say_refusal(code: str, translate: Callable[[str], str] = str) -> str:
    """Why a document was refused, in words."""
    return translate(REFUSALS.get(code, REFUSALS["reader_failed"]))


def say_warning(code: str, translate: Callable[[str], str] = str) -> str:
    """What a warning means, in words."""
    return translate(WARNINGS.get(code, WARNINGS["not_understood"]))


def grouped(
    warnings: Iterable[dict[str, Any]], translate: Callable[[str], str] = str
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Warnings by what they mean: the words for it, and each text with its place."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in warnings:
        texts = found.setdefault(say_warning(one["code"], translate), [])
        place = one.get("place") or ""
        near = translate(NEAR).format(place=place) if place and place != one["text"] else ""
        if one["text"] and (one["text"], near) not in texts:
            texts.append((one["text"], near))
    return list(found.items())


def say_proposal(reasons: Iterable[dict[str, str]], translate: Callable[[str], str] = str) -> str:
    """What a proposed date rests on, in words."""
    return "; ".join(translate(REASONS[one["code"]]).format(text=one["text"]) for one in reasons)

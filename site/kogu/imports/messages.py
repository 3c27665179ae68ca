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
    "paste_too_large": gettext_noop("What was pasted is larger than 2 MB."),
    "busy": gettext_noop("Other documents are being read just now. Try again in a minute."),
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
    "links_within_a_site": gettext_noop(
        "Links without the name of their site were removed; their words are kept:"
    ),
    "form_removed": gettext_noop("A form was removed."),
    "pictures_left_out": gettext_noop(
        "Pictures that are not in the file itself were left out; add them by hand."
    ),
    "pictures_beyond_limit": gettext_noop(
        "A document brings at most 30 pictures; these were left out:"
    ),
    "picture_unreadable": gettext_noop(
        "These pictures were left out, as they are damaged or not JPEG, PNG, WebP, AVIF or HEIC:"
    ),
    "picture_too_large": gettext_noop(
        "These pictures were left out, as they are too large; make them smaller:"
    ),
    "navigation_removed": gettext_noop(
        "Menus, headers, footers and notices around the content were left out."
    ),
    "hidden_left_out": gettext_noop("Text that is hidden from readers was left out."),
    "struck_left_out": gettext_noop("Text that was crossed out was left out."),
    "note_marks_left_out": gettext_noop("Marks of notes that lead nowhere were left out."),
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

_NOTHING = gettext_noop("Nothing needs to be done.")
_ADD = gettext_noop("Add to the text what readers need of it.")
_ADD_PICTURES = gettext_noop("Add by hand those that the page needs.")
_UPLOAD = gettext_noop("Import the file by itself, or attach it to the page as a document.")
_LINK = gettext_noop("Give the words in the text a link that leads to the right place.")
_CHOOSE = gettext_noop("Choose it below and have the document read again.")

# What an editor does about a warning; nothing where its own sentence asks for something.
ADVICE = {
    "camera_file_removed": _NOTHING,
    "script_removed": _NOTHING,
    "event_handler_removed": _NOTHING,
    "frame_removed": gettext_noop("If readers need it, add it to the text as a link or a block."),
    "link_removed": _LINK,
    "links_within_a_site": _LINK,
    "note_marks_left_out": _NOTHING,
    "form_removed": gettext_noop("If readers need the form, link to it in the text."),
    "pictures_left_out": "",
    "pictures_beyond_limit": _ADD_PICTURES,
    "picture_unreadable": _ADD_PICTURES,
    "picture_too_large": "",
    "navigation_removed": _ADD,
    "hidden_left_out": _ADD,
    "struck_left_out": _ADD,
    "shortcodes_left_out": gettext_noop(
        "If such a mark showed a picture, a form or a video, add that as a block."
    ),
    "mail_wrapping_left_out": _NOTHING,
    "attachments_left_out": _UPLOAD,
    "date_impossible": "",
    "menu_label_removed": _NOTHING,
    "year_missing": "",
    "date_ambiguous": gettext_noop("Choose the right date below."),
    "relative_date": gettext_noop("Write in the text which day, month or year is meant."),
    "title_provisional": "",
    "title_repeated": _NOTHING,
    "number_doubtful": gettext_noop("If it is the number of the project, enter it below."),
    "amount_doubtful": gettext_noop("Enter the amount below."),
    "email_glued": gettext_noop("Check where the address ends."),
    "not_understood": gettext_noop("If it belongs in a field, enter it there."),
    "goals_and_activities_together": "",
    "kind_doubtful": _CHOOSE,
    "language_doubtful": _CHOOSE,
    "mail_head_removed": _ADD,
    "heading_removed": _NOTHING,
    "label_read": gettext_noop("Check that each value is in the right field."),
    "words_left_out": _ADD,
    "repetition_left_out": _NOTHING,
    "left_out": _ADD,
    "header_left_out": _ADD,
    "deleted_left_out": _NOTHING,
    "comment_left_out": gettext_noop("Check whether a comment asks for a change."),
    "contents_left_out": _NOTHING,
    "placeholder_left_out": _NOTHING,
    "file_left_out": _UPLOAD,
    "document_parts_removed": _NOTHING,
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
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Warnings by what they mean: the words for it, what to do, and each text with its place."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in warnings:
        advice = ADVICE.get(one["code"], "")
        said = say_warning(one["code"], translate), translate(advice) if advice else ""
        texts = found.setdefault(said, [])
        place = one.get("place") or ""
        near = translate(NEAR).format(place=place) if place and place != one["text"] else ""
        if one["text"] and (one["text"], near) not in texts:
            texts.append((one["text"], near))
    return [(words, advice, texts) for (words, advice), texts in found.items()]


def say_proposal(reasons: Iterable[dict[str, str]], translate: Callable[[str], str] = str) -> str:
    """What a proposed date rests on, in words."""
    return "; ".join(translate(REASONS[one["code"]]).format(text=one["text"]) for one in reasons)

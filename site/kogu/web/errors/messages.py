"""What an error is called, what it means for who asked, and what was kept."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class ErrorText:
    """A heading and a sentence below it."""

    title: str
    lead: str


WORDS = {
    400: ErrorText(
        _("This request was not understood"),
        _("The address, or what was sent with it, holds a mistake."),
    ),
    403: ErrorText(
        _("This page is not open to everybody"),
        _("You may need another account, or a newer link than the one you followed."),
    ),
    404: ErrorText(
        _("There is no page here"),
        _(
            "It may have moved, or the address has a typing mistake. "
            "The menu above leads to everything we publish."
        ),
    ),
    409: ErrorText(
        _("Somebody else was faster"),
        _("Something was saved in the meantime that conflicts with this. Please look at it again."),
    ),
    413: ErrorText(
        _("This is too much at once"),
        _("What was sent is too large or has too many parts. Send less at a time."),
    ),
    414: ErrorText(
        _("This address is too long"),
        _("Ask for less: choose fewer filters or search for fewer words."),
    ),
    429: ErrorText(
        _("Please wait"), _("Too many requests came at once. Try again in a few minutes.")
    ),
    431: ErrorText(
        _("The browser sent too much with its request"),
        _("Delete the cookies of this site and try again."),
    ),
    500: ErrorText(
        _("Something went wrong on our side"),
        _("The fault has been noted. Please try again in a few minutes."),
    ),
    503: ErrorText(
        _("The site cannot answer just now"),
        _("It is too busy, or its database is under maintenance. Please try again in a moment."),
    ),
    507: ErrorText(
        _("There is no space left"),
        _("Nothing more can be stored here until an administrator makes space. Please tell them."),
    ),
}
# Without the menu.
IN_ADMIN = {
    404: ErrorText(
        _("There is nothing here"),
        _("It may have been deleted or moved, or the address has a typing mistake."),
    )
}
OF_DOCUMENTS = {
    404: ErrorText(
        _("There is no such document here"),
        _(
            "It may have been withdrawn, or the address has a typing mistake. "
            "Some documents are only for those who have signed in."
        ),
    )
}
SIGN_IN = _("Sign in")
IN_API = {
    404: ErrorText(
        _("Not found"),
        _("There is no such address, and none ends in a slash. /api/v1/docs lists them all."),
    )
}
EXPIRED = ErrorText(
    _("This form has expired"),
    _(
        "It was open for too long, somebody signed in or out meanwhile, or the browser keeps "
        "no cookies. Open it again and send it once more."
    ),
)
NOT_SAVED = _("Nothing of what you sent was saved. All that had been saved before is kept.")
SAVED = _("What you sent was saved; only the answer could not be made.")
STAYS_IN_FORM = _("What you have written stays in the form.")
ON_THIS_PAGE = _("What you have written is on this page: it can be sent once more.")

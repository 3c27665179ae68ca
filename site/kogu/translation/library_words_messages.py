"""What libraries say after something was sent, where they address readers in two ways."""

from django.utils.translation import gettext_noop, ngettext_lazy

WAGTAIL = (
    gettext_noop("Conflicting form data submitted. Please try again."),
    gettext_noop("Editing %(object_type)s %(title)s"),
    gettext_noop("Editing workflow"),
    gettext_noop(
        "Page '%(page_title)s' is live and this version has been scheduled for publishing."
    ),
    gettext_noop("Please enter a valid URL"),
    gettext_noop("Please select at least one group."),
    gettext_noop("Please type <b>%(wagtail_site_name)s</b> to confirm."),
    gettext_noop("The password you have entered is not correct. Please try again."),
    gettext_noop(
        "The source image file could not be found. Please change the source or delete the image."
    ),
    gettext_noop("This page is live. Would you like to publish its copy as well?"),
    gettext_noop("live revision"),
    ngettext_lazy(
        "%(count)s of the pages being copied is live. Would you like to publish its copy?",
        "%(count)s of the pages being copied are live. Would you like to publish their copies?",
        "count",
    ),
)

DJANGO = (
    gettext_noop("Your old password was entered incorrectly. Please enter it again."),
    ngettext_lazy(
        "Please submit at least %(num)d form.", "Please submit at least %(num)d forms.", "num"
    ),
    ngettext_lazy(
        "Please submit at most %(num)d form.", "Please submit at most %(num)d forms.", "num"
    ),
)

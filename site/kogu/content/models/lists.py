"""Whether a list shows items of other languages: the editor's choice."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kogu.content.languages import local


class OtherLanguagesMixin(models.Model):
    """A list of items whose words matter: others' languages only where the editor says so."""

    lists_all_languages = models.BooleanField(
        _("list what is written in other languages"),
        default=False,
        help_text=_("What does not exist in this language is listed in another one."),
    )

    more_panels = ["lists_all_languages"]
    languages = [*local("lists_all_languages")]

    class Meta:
        abstract = True

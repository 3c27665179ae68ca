"""The words for all codes in a language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from ninja import Router
from pydantic import Field

from directory.models import MemberRole, ProjectPartner
from directory.models.relations import OrganisationRole, ProjectRole
from kogu.api.query_params import requested_locale
from kogu.api.responses import public_answer
from kogu.api.schemas import Schema
from kogu.api.vocabulary import vocabularies, words_of
from kogu.presenting.registry import presenters

from .parameters import locale_parameter

router = Router(tags=["site"])

# What cards and references of several kinds share.
vocabularies["card_status"] = lambda: {
    code: words
    for of in presenters().values()
    if of.status_choices
    for code, words in of.status_choices.choices
}
vocabularies["relation_role"] = dict(
    [
        *ProjectPartner.Role.choices,
        *MemberRole.choices,
        *ProjectRole.choices,
        *OrganisationRole.choices,
        ("coordinator", _("Coordinator")),
        ("founder", _("Founder")),
        ("speaker", _("Speaker")),
        ("works_for", _("Works for")),
        ("replaced_by", _("Replaced by")),
    ]
)


class TermOut(Schema):
    """A code and its words."""

    code: str = Field(description="Code as answers hold it and filters take it")
    title: str = Field(description="Words in the language asked for")


class VocabularyOut(Schema):
    """The codes that a field may hold."""

    name: str = Field(description="What fields call it as `x-vocabulary` in this description")
    terms: list[TermOut] = Field(description="Its codes in their own order")


class VocabulariesOut(Schema):
    """Every enumeration of the API with its words."""

    locale: str = Field(description="Language of the words")
    items: list[VocabularyOut] = Field(description="Vocabularies by name")
    total: int = Field(description="How many there are")


@router.get(
    "/vocabulary",
    response=VocabulariesOut,
    operation_id="vocabulary",
    openapi_extra={"parameters": [locale_parameter()]},
)
def vocabulary(request):
    """The words for every code in answers, in a language."""

    def make():
        locale = requested_locale(request.GET)
        with override(locale):
            items = [{"name": name, "terms": _terms(name)} for name in sorted(vocabularies)]
        return {"locale": locale, "items": items, "total": len(items)}

    return public_answer(request, make)


def _terms(name):
    return [
        {"code": code, "title": _upper_first(str(words))} for code, words in words_of(name).items()
    ]


def _upper_first(text):
    return text[:1].upper() + text[1:]

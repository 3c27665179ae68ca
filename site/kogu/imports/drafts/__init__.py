"""Drafts from documents: the page of the right kind, in its place, never published."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from kogu.content.models.legacy_urls import Origin
from kogu.content.slugs import free_slug, slug_of
from kogu.content.text_lengths import truncate_overlong
from kogu.delivery.changes import public_change
from kogu.imports.drafts.clusters import cluster
from kogu.imports.drafts.filling import Filling
from kogu.imports.drafts.leftovers import tell_unplaced
from kogu.imports.drafts.others import event, information, news, organisation
from kogu.imports.drafts.pictures import library_images
from kogu.imports.drafts.projects import project
from kogu.imports.drafts.report import Report
from kogu.imports.messages import QUOTED, grouped, say_proposal
from kogu.imports.models import ProvisionalTitle

MAKERS = {
    "news": news,
    "project": project,
    "cluster": cluster,
    "event": event,
    "organisation": organisation,
    "page": information,
}


class NoPlace(Exception):
    """There is nowhere to put the page: no section of that kind in that language."""


@dataclass(frozen=True)
class Made:
    """A draft and what there is to say about it."""

    page: Page
    report: Report


def make_draft(understood, *, parent=None, user=None, origin="", makes_people=False, pictures=None):
    """The draft below its parent, or below the section of its kind and language.

    `pictures` are the document's own by their names in it, safe to be opened.
    """
    parent = parent or section_of(understood["kind"], understood["language"])
    filling = Filling(understood, parent.locale, makes_people)
    _tell(filling)
    with public_change():
        filling.pictures = library_images(filling, pictures or {}, understood["title"], user)
        page = MAKERS[understood["kind"]](filling)
        _refuse_wrong_place(page, parent)
        _put(page, parent, user)
        tell_unplaced(filling, page)
        if understood["title_provisional"]:
            ProvisionalTitle.objects.create(page=page, title=page.title)
        if origin:
            _remember(origin, page, filling.report)
    return Made(page, filling.report)


def section_of(kind, language):
    """The section below which pages of the kind live in that language."""
    locale = Locale.objects.filter(language_code=language).first()
    for model in page_model(kind).clean_parent_page_models():
        found = model.objects.filter(locale=locale).order_by("path").first()
        if found and model is not page_model(kind):
            return found
    raise NoPlace(kind, language)


def page_model(kind):
    """The type of page a kind of document becomes."""
    from directory.models import ClusterPage, OrganisationPage, ProjectPage
    from events.models import EventPage
    from home.models import InformationPage, NewsPage

    return {
        "news": NewsPage,
        "project": ProjectPage,
        "cluster": ClusterPage,
        "event": EventPage,
        "organisation": OrganisationPage,
        "page": InformationPage,
    }[kind]


def _refuse_wrong_place(page, parent):
    if not type(page).can_create_at(parent.specific):
        raise NoPlace(page.kind, parent.locale.language_code)


def _put(page, parent, user):
    truncate_overlong(page)
    page.locale = parent.locale
    page.live = False
    page.has_unpublished_changes = True
    page.owner = user
    page.draft_title = page.title
    page.slug = free_slug(parent, slug_of(page.title) or page.kind)
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision(user=user)


def _remember(origin, page, report):
    """Where the page came from; a document imported before is said, not refused."""
    known, is_new = Origin.objects.get_or_create(
        source="document", identifier=origin, defaults={"key": page.translation_key}
    )
    if not is_new:
        report.open(_("This document was imported before."))
        known.key = page.translation_key
        known.save(update_fields=["key"])


def _tell(filling):
    """What was doubtful, in the reader's language, before anything else."""
    date = filling.understood["date"]
    for words, _advice, texts in grouped(filling.understood["warnings"], _):
        quoted = (_(QUOTED).format(text=text) + place for text, place in texts)
        filling.report.open(" ".join([words, *quoted]))
    for proposal in date["proposals"] if date else ():
        filling.report.open(
            _("Proposed date: %(date)s (%(reason)s)")
            % {"date": proposal["value"], "reason": say_proposal(proposal["reasons"], _)}
        )

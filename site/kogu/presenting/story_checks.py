"""What is checked on every page: pictures have words, stories are whole, files are public."""

from django.db.models import ForeignKey
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from kogu.content.completeness import Problem, also_checks
from kogu.content.models.hero import HeroMixin
from kogu.media.documents import document_id_in
from kogu.media.models import KoguDocument, KoguImage
from kogu.media.restrictions import unrestricted

from .document_links import plain_addresses
from .resolver import Reader, Wanted
from .stories import story_problems, want_story


@also_checks
def pictures_at_the_head_have_words(thing):
    """The picture at the head says something, or is declared to say nothing."""
    return thing.missing_hero_words() if isinstance(thing, HeroMixin) else []


@also_checks
def stories_are_whole(thing):
    """What the parts of its stories lack, in the language of the page."""
    return [
        Problem(field.name, problem)
        for field in thing._meta.fields
        if isinstance(field, StreamField)
        for problem in story_problems(getattr(thing, field.name), thing.locale.language_code)
    ]


@also_checks
def files_are_public(thing):
    """Which of its documents and pictures readers will not see, as their collection is private."""
    named = list(_files(thing))
    for model in (KoguDocument, KoguImage):
        ids = {pk for _field, kind, pk in named if kind is model}
        private = model.objects.filter(~unrestricted(), pk__in=ids) if ids else ()
        titles = {file.pk: file.title for file in private}
        for field, pk in dict.fromkeys((f, pk) for f, kind, pk in named if kind is model):
            if pk in titles:
                message = _("Readers will not see “%(title)s”: it is in a private collection.")
                yield Problem(field, message % {"title": titles[pk]}, is_warning=True)


def _files(thing):
    """Every document and picture that the thing names: field, kind, id."""
    yield from _chosen(thing)
    for source, row, name in plain_addresses(thing, _rows):
        if (pk := document_id_in(getattr(row, name))) is not None:
            yield source, KoguDocument, pk
    for field in thing._meta.fields:
        if isinstance(field, StreamField):
            wanted = Wanted(Reader(thing.locale.language_code))
            want_story(getattr(thing, field.name), wanted)
            yield from ((field.name, KoguDocument, pk) for pk in wanted.document_ids)
            yield from ((field.name, KoguImage, pk) for pk in wanted.image_ids)
    for relation in get_all_child_relations(type(thing)):
        name = relation.get_accessor_name()
        if _file_fields(relation.related_model):
            for row in _rows(thing, name):
                yield from ((name, kind, pk) for _field, kind, pk in _chosen(row))


def _rows(thing, relation):
    return getattr(thing, relation).all()


def _chosen(row):
    """The files that the row's own fields name."""
    for field in _file_fields(type(row)):
        if (pk := getattr(row, field.attname)) is not None:
            yield field.name, field.related_model, pk


def _file_fields(model):
    return [
        field
        for field in model._meta.fields
        if isinstance(field, ForeignKey)
        and issubclass(field.related_model, KoguDocument | KoguImage)
    ]

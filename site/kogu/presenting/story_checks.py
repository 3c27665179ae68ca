"""What is checked on every page: pictures have words, stories are whole, files are public."""

from django.db.models import ForeignKey
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from kogu.content.completeness import Problem, register_check
from kogu.content.models.hero import HeroMixin
from kogu.media.documents import document_id_in
from kogu.media.models import KoguDocument, KoguImage
from kogu.media.restrictions import unrestricted

from .document_links import plain_addresses
from .resolver import Needs, Reader
from .stories import collect_story, story_problems


@register_check
def check_hero_alt_text(instance):
    """The picture at the head says something, or is declared to say nothing."""
    return instance.missing_hero_alt_text() if isinstance(instance, HeroMixin) else []


@register_check
def check_stories(instance):
    """Problems of the blocks of its stories, in the language of the page."""
    return [
        Problem(field.name, problem)
        for field in instance._meta.fields
        if isinstance(field, StreamField)
        for problem in story_problems(getattr(instance, field.name), instance.locale.language_code)
    ]


@register_check
def check_files_are_public(instance):
    """Which of its documents and pictures readers will not see, as their collection is private."""
    named = list(_files(instance))
    for model in (KoguDocument, KoguImage):
        ids = {pk for _field, kind, pk in named if kind is model}
        private = model.objects.filter(~unrestricted(), pk__in=ids) if ids else ()
        titles = {file.pk: file.title for file in private}
        for field, pk in dict.fromkeys((f, pk) for f, kind, pk in named if kind is model):
            if pk in titles:
                message = _("Readers will not see “%(title)s”: it is in a private collection.")
                yield Problem(field, message % {"title": titles[pk]}, is_warning=True)


def _files(instance):
    """Every document and picture that the item names: field, kind, id."""
    yield from _chosen(instance)
    for source, row, name in plain_addresses(instance, _rows):
        if (pk := document_id_in(getattr(row, name))) is not None:
            yield source, KoguDocument, pk
    for field in instance._meta.fields:
        if isinstance(field, StreamField):
            needs = Needs(Reader(instance.locale.language_code))
            collect_story(getattr(instance, field.name), needs)
            yield from ((field.name, KoguDocument, pk) for pk in needs.document_ids)
            yield from ((field.name, KoguImage, pk) for pk in needs.image_ids)
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if _file_fields(relation.related_model):
            for row in _rows(instance, name):
                yield from ((name, kind, pk) for _field, kind, pk in _chosen(row))


def _rows(instance, relation):
    return getattr(instance, relation).all()


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

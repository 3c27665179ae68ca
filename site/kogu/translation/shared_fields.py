"""Shared facts follow a publication into every language, in the same transaction.

wagtail-localize copies facts only when a target is saved, from a frozen copy of
the source. Here the live source is the truth: its facts are written into the
live rows of every language, and into every revision that may yet be published.
Words are never touched.
"""

from django.db import transaction
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index
from wagtail_localize.models import Translation, TranslationSource

from kogu.content.receivers import touch_instance

from .field_declarations import declarations_of, row_columns, row_facts
from .language_status import keep_current
from .revision_patches import patch_revisions, patch_source, stored_facts


@transaction.atomic
def follow_publication(published):
    """Write the facts of the live source into the other languages of the published item."""
    rows = _language_rows(published)
    if len(rows) < 2:
        return
    source = source_row(published, rows)
    if source is None:
        return
    source_facts = stored_facts(source)
    translated = _translated_locales(source)
    for target in rows:
        if target.pk != source.pk:
            write_facts(source, target, source_facts, rows=target.locale_id in translated)
    frozen = patch_source(source, source_facts)
    if frozen is not None:
        keep_current(source, frozen)


def follow_others(returned):
    """Write into an item that was away what its other languages were last published with.

    A source that comes back is not the truth: what a translation said since is.
    """
    rows = _language_rows(returned)
    others = [row for row in rows if row.pk != returned.pk and row.first_published_at]
    if not others:
        return
    latest = max(
        others, key=lambda row: (row.live, row.last_published_at or row.first_published_at)
    )
    target = next(row for row in rows if row.pk == returned.pk)
    write_facts(latest, target, stored_facts(latest), rows=False)
    follow_publication(latest)


def _translated_locales(source):
    """Languages whose rows follow the source; a version written on its own keeps its rows."""
    translations = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale=source.locale_id, enabled=True
    )
    return set(translations.values_list("target_locale_id", flat=True))


def _language_rows(instance):
    model = type(instance)
    rows = model.objects.filter(translation_key=instance.translation_key).select_related("locale")
    return list(rows.order_by("pk"))


def source_row(published, rows):
    """The row whose facts hold: the translation source when live, else the one just published."""
    recorded = TranslationSource.objects.filter(object_id=published.translation_key).first()
    if recorded is None or recorded.locale_id == published.locale_id:
        return next(row for row in rows if row.pk == published.pk)
    return next((row for row in rows if row.locale_id == recorded.locale_id and row.live), None)


def write_facts(source, target, source_facts, *, rows=True):
    """Make the target's live row and its revisions say the source's facts.

    `rows` says whether rows that hold words follow the source too.
    """
    changed = _write_columns(source, target)
    for field in declarations_of(type(target)).fact_rows:
        changed |= _write_fact_rows(field, source, target)
    for field in declarations_of(type(target)).word_rows if rows else ():
        changed |= _write_word_rows(field, source, target)
    patch_revisions(source, target, source_facts, rows=rows)
    if changed:
        _announce(target)


def _write_columns(source, target):
    different = {
        field.attname: getattr(source, field.attname)
        for field in declarations_of(type(target)).columns
        if getattr(source, field.attname) != getattr(target, field.attname)
    }
    if different:
        type(target).objects.filter(pk=target.pk).update(**different)
    return bool(different)


def _values(row, columns):
    return tuple(getattr(row, column.attname) for column in columns)


def _rows(field, instance):
    parent = field.remote_field.name
    rows = field.related_model.objects.filter(**{parent: instance.pk})
    return list(rows.order_by("sort_order", "pk"))


def _copy(field, row, target, **identity):
    values = {c.attname: getattr(row, c.attname) for c in row_columns(field)}
    parent = field.remote_field.attname
    return field.related_model(**values, **{parent: target.pk}, **identity)


def _write_fact_rows(field, source, target):
    columns = row_columns(field)
    source_rows, target_rows = _rows(field, source), _rows(field, target)
    if [_values(row, columns) for row in source_rows] == [
        _values(row, columns) for row in target_rows
    ]:
        return False
    field.related_model.objects.filter(pk__in=[row.pk for row in target_rows]).delete()
    field.related_model.objects.bulk_create(_copy(field, row, target) for row in source_rows)
    return True


def _write_word_rows(field, source, target):
    """Rows known in both languages get the source's facts; rows gone at the source go.

    Rows new at the source wait for their words: they come with the translation.
    """
    facts = row_facts(field)
    source_rows = {row.translation_key: row for row in _rows(field, source)}
    changed, gone = [], []
    for row in _rows(field, target):
        if row.translation_key not in source_rows:
            gone.append(row.pk)
            continue
        other = source_rows[row.translation_key]
        if _values(row, facts) != _values(other, facts):
            for column in facts:
                setattr(row, column.attname, getattr(other, column.attname))
            changed.append(row)
    if gone:
        field.related_model.objects.filter(pk__in=gone).delete()
    if changed:
        field.related_model.objects.bulk_update(changed, [column.name for column in facts])
    return bool(changed or gone)


def _announce(target):
    """Bulk writes send no signals: update the clock, the references and the admin's search."""
    fresh = type(target).objects.get(pk=target.pk)
    if fresh.live:
        touch_instance(fresh)
    ReferenceIndex.create_or_update_for_object(fresh)
    if isinstance(fresh, Page):
        index.insert_or_update_object(fresh)

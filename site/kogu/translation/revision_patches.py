"""Facts inside stored content: revisions that may yet be published, and frozen sources."""

import json

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from wagtail.models import Page, Revision, TaskState
from wagtail_localize.models import TranslationSource

from .field_declarations import declarations_of, row_facts


def stored_facts(source):
    """The source's fields as stored content holds them: dates and sums are strings there."""
    return json.loads(json.dumps(source.serializable_data(), cls=DjangoJSONEncoder))


def patch_revisions(source, target, facts, *, rows=True):
    """Write the source's facts into every revision of the target that may yet be published.

    In place: a running review keeps its revision, which now says what is true.
    """
    for revision in _pending(target):
        content = patched(type(target), dict(revision.content), facts, target, rows=rows)
        if content != revision.content:
            Revision.objects.filter(pk=revision.pk).update(content=content)


def _pending(target):
    base = ContentType.objects.get_for_model(
        Page if isinstance(target, Page) else type(target), for_concrete_model=False
    )
    own = Revision.objects.filter(base_content_type=base, object_id=str(target.pk))
    running = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    return own.filter(
        Q(pk__in=[target.latest_revision_id, target.live_revision_id])
        | Q(approved_go_live_at__isnull=False)
        | Q(pk__in=running.filter(revision__in=own).values("revision_id"))
    ).order_by("pk")


def patched(model, content, facts, target=None, *, rows=True):
    """Stored content with the facts of the source; its words stay as they are."""
    before = _keys(model, content)
    for field in declarations_of(model).columns:
        if field.name in facts:
            content[field.name] = facts[field.name]
    for field in declarations_of(model).fact_rows:
        name = field.get_accessor_name()
        content[name] = [_row(field, row, target) for row in facts.get(name, [])]
    for field in declarations_of(model).word_rows if rows else ():
        name = field.get_accessor_name()
        if name in content:
            content[name] = _merged(field, content[name], facts.get(name, []))
    if content.get("as_typed"):
        after = _keys(model, content)
        content["as_typed"] = typed_texts(model, content["as_typed"], before, after)
    return content


def _keys(model, content):
    names = [field.get_accessor_name() for field in declarations_of(model).word_rows]
    return {name: [str(row["translation_key"]) for row in content.get(name, [])] for name in names}


def typed_texts(model, typed, before, after):
    """What was typed into words, at the row's new position; facts are the source's again.

    `before` and `after` are the translation keys of the rows of each relation, in order.
    """
    declarations = declarations_of(model)
    facts = {field.name for field in declarations.columns}
    facts |= {field.get_accessor_name() for field in declarations.fact_rows}
    kept = {name: one for name, one in typed.items() if name not in facts}
    for field in declarations.word_rows:
        name = field.get_accessor_name()
        if name in kept:
            kept[name] = _moved(field, kept[name], before[name], after[name])
    return {name: one for name, one in kept.items() if one != {}}


def _moved(field, typed, before, after):
    facts = {column.name for column in row_facts(field)}
    places = {key: str(position) for position, key in enumerate(after)}
    found = {}
    for position, key in enumerate(before):
        row = typed.get(str(position), {})
        words = {name: one for name, one in row.items() if name not in facts}
        if words and key in places:
            found[places[key]] = words
    return found


def _row(field, row, target):
    parent = field.remote_field.name
    return {**row, "pk": None, parent: target.pk if target else row.get(parent)}


def _merged(field, held, source_rows):
    """The held rows in the source's order with its facts, without those gone at the source."""
    by_key = {str(row["translation_key"]): row for row in held}
    names = [column.name for column in row_facts(field)]
    return [
        {**by_key[key], **{name: row[name] for name in names if name in row}}
        for row in source_rows
        if (key := str(row["translation_key"])) in by_key
    ]


def patch_source(source, facts):
    """Keep the frozen copy that translators work from true in its facts, and hand it back.

    Its words stay frozen.
    """
    frozen = TranslationSource.objects.filter(
        object_id=source.translation_key, locale_id=source.locale_id
    ).first()
    if frozen is None:
        return None
    content = json.loads(frozen.content_json)
    now = patched(type(source), dict(content), facts, source)
    if now != content:
        TranslationSource.objects.filter(pk=frozen.pk).update(content_json=json.dumps(now))
    return frozen

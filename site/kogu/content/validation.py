"""The conditions that a draft may break and a publication may not."""

from typing import NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from treebeard.mp_tree import MP_Node
from wagtail.fields import StreamField
from wagtail.models import Page

# Where a page stands among others, which it does not know before it is saved.
_PLACE = {field.name for field in MP_Node._meta.fields}
# Codes of Django's errors that say no more than that a field is empty.
EMPTY = {"blank", "null", "required"}


class ValidationIssue(NamedTuple):
    """A condition that does not hold, and of which field."""

    field: str
    message: str
    is_empty: bool = False
    is_typed: bool = False


def validation_issues(instance):
    """What does not hold: as typed, by the model, its rows, its blocks and its dates."""
    yield from _as_typed(instance)
    yield from _refused(instance)
    yield from _in_rows(instance)
    yield from _in_blocks(instance)
    yield from _dates(instance)


def _as_typed(instance):
    """What waits as typed, judged by the form in which it is shown."""
    if not instance.as_typed:
        return
    form = form_class_of(type(instance))(instance=instance)
    for name, message in form.refusals().items():
        is_typed = bool(instance.as_typed[name])
        yield ValidationIssue(name, message, is_empty=not is_typed, is_typed=is_typed)
    for relation in instance.as_typed.keys() & form.formsets.keys():
        for position, row in enumerate(form.formsets[relation].forms):
            for name, message in row.refusals().items():
                yield ValidationIssue(relation, _in_row(position, row._meta.model, name, message))


def form_class_of(model):
    """The class of the form in which an editor writes it."""
    editor = model if issubclass(model, Page) else model.snippet_viewset
    return editor.get_edit_handler().get_form_class()


def _refused(instance):
    """Errors of the model's fields and of its `clean()`."""
    errors = {}
    for check in (lambda: instance.clean_fields(exclude=_not_asked(instance)), instance.clean):
        try:
            check()
        except ValidationError as error:
            errors = error.update_error_dict(errors)
    for name, found in errors.items():
        field = _field(type(instance), "title" if name == NON_FIELD_ERRORS else name)
        if field is not None:
            error = ValidationError(found)
            is_empty = {one.code for one in error.error_list} <= EMPTY
            yield ValidationIssue(field.name, " ".join(error.messages), is_empty=is_empty)


def _field(model, name):
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _not_asked(instance):
    """Choosers offer only what is there, and what no form shows is not the editor's to mend."""
    fields = instance._meta.fields
    hidden = {f.name for f in fields if f.is_relation or not f.editable or f.primary_key}
    return hidden | _PLACE


def _in_rows(instance):
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if relation.related_model._meta.app_label == "wagtailcore":
            continue
        for position, row in enumerate(getattr(instance, name).all()):
            for broken in (*_refused(row), *_in_blocks(row)):
                yield ValidationIssue(
                    name, _in_row(position, type(row), broken.field, broken.message)
                )


def _in_row(position, model, name, message):
    """The message with the number of the row and the name of its field."""
    label = getattr(_field(model, name), "verbose_name", name)
    row = {"number": position + 1, "field": str(label), "message": message}
    return _("row %(number)s, %(field)s: %(message)s") % row


def _in_blocks(instance):
    for field in instance._meta.fields:
        if isinstance(field, StreamField):
            value = getattr(instance, field.name)
            try:
                field.stream_block.clean(value)
            except ValidationError as error:
                for message in dict.fromkeys(_messages(value, error)):
                    yield ValidationIssue(field.name, message)


def _messages(value, error, above=""):
    """The messages of a block's error, each with the way to its part."""
    below = getattr(error, "block_errors", None)
    if below is None:
        return [f"{above}{message}" for message in error.messages]
    own = ValidationError(list(getattr(error, "non_block_errors", None) or [])).messages
    found = [f"{above}{message}" for message in own]
    for key, inner in below.items():
        part = getattr(value, "bound_blocks", value)[key]
        place = str(part.block.label)
        place = f"{key + 1}. {place}" if isinstance(key, int) else place
        found += _messages(part.value, inner, f"{above}{place}: ")
    return found


def _dates(instance):
    """What Wagtail's form asks of the dates of publishing."""
    starts, ends = instance.go_live_at, instance.expire_at
    if ends and ends < timezone.now():
        yield ValidationIssue("expire_at", _("This moment has passed."))
    if starts and ends and starts > ends:
        yield ValidationIssue("go_live_at", _("It would be published after it has ended."))

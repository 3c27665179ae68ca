"""What a model's declarations say: which columns and rows are facts, which are words."""

from dataclasses import dataclass
from functools import cache

from modelcluster.fields import ParentalKey
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from kogu.content.languages import WordsField


@dataclass(frozen=True)
class FieldDeclarations:
    """A model's facts: columns, rows without words, and rows whose words are translated."""

    columns: tuple
    fact_rows: tuple
    word_rows: tuple


@cache
def declarations_of(model):
    """What the model's `languages` say, with rows told apart from columns."""
    columns, fact_rows, word_rows = [], [], []
    for declaration in model.languages:
        field = model._meta.get_field(declaration.field_name)
        if isinstance(getattr(field, "remote_field", None), ParentalKey) and field.one_to_many:
            rows = word_rows if _has_words(field.related_model) else fact_rows
            if isinstance(declaration, SynchronizedField | WordsField):
                rows.append(field)
        elif isinstance(declaration, SynchronizedField):
            columns.append(field)
    return FieldDeclarations(tuple(columns), tuple(fact_rows), tuple(word_rows))


def _has_words(row_model):
    return issubclass(row_model, TranslatableMixin)


def row_columns(field):
    """A row model's own columns: neither its identity nor its parent nor its language."""
    parent = field.remote_field.name
    left_out = {"id", parent, "locale", "translation_key", "uuid"}
    return [f for f in field.related_model._meta.concrete_fields if f.name not in left_out]


def row_facts(field):
    """Of a row with words, the columns that are facts, and its place among the rows."""
    shared = {
        declaration.field_name
        for declaration in field.related_model.languages
        if isinstance(declaration, SynchronizedField)
    }
    return [f for f in row_columns(field) if f.name in shared or f.name == "sort_order"]

"""Pages and snippets read whole, with their language, in one query."""

from functools import cache

from django.db.models import BigAutoField
from wagtail.models import Locale

from kogu.delivery.prepared import Prepared, columns, instance_from_row


def bulk_load(model, ids):
    """Items of a model by their ids."""
    found, languages = {}, {}
    width = len(columns(Locale))
    for row in _by_id(model)(ids=ids):
        instance, language = instance_from_row(model, row[:-width]), row[-width:]
        instance.locale = languages.setdefault(language, instance_from_row(Locale, language))
        found[instance.pk] = instance
    return found


@cache
def _by_id(model):
    names = [*columns(model), *(f"locale__{name}" for name in columns(Locale))]
    return Prepared(
        lambda ids: model.objects.filter(id__in=ids).order_by().values_list(*names),
        ids=[BigAutoField()],
    )

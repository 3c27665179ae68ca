"""Pages and snippets read whole, with their language, in one query."""

from functools import cache

from django.db.models import BigAutoField
from wagtail.models import Locale

from kogu.delivery.prepared import Prepared, columns, whole


def whole_things(model, ids):
    """Things of a model by their ids."""
    found, languages = {}, {}
    width = len(columns(Locale))
    for row in _by_id(model)(ids=ids):
        thing, language = whole(model, row[:-width]), row[-width:]
        thing.locale = languages.setdefault(language, whole(Locale, language))
        found[thing.pk] = thing
    return found


@cache
def _by_id(model):
    names = [*columns(model), *(f"locale__{name}" for name in columns(Locale))]
    return Prepared(
        lambda ids: model.objects.filter(id__in=ids).order_by().values_list(*names),
        ids=[BigAutoField()],
    )

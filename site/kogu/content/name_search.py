"""Choosers find items by any part of any of their names, with and without diacritics."""

from collections import defaultdict

from kogu.language.sorting import fold


def keys_by_name(rows, words):
    """Keys of the rows whose names, as `name_fields` of their model lists them, hold all words."""
    names = defaultdict(set)
    for key, *texts in rows.order_by().values_list("pk", *rows.model.name_fields):
        names[key].update(filter(None, texts))
    words_sought = fold(words).split()
    return {key for key, texts in names.items() if _holds(fold(" ".join(texts)), words_sought)}


def _holds(text, words_sought):
    return all(word in text for word in words_sought)


class NamedSearchMixin:
    """The form above a chooser's list, before Wagtail's own that looks for beginnings of words."""

    def filter(self, objects):
        """Those so named, in the order in which the list stands without a search."""
        query = self.cleaned_data.get("q", "")
        self.cleaned_data["q"] = ""
        objects = super().filter(objects)
        if query:
            self.is_searching, self.search_query = True, query
            objects = objects.filter(pk__in=keys_by_name(objects, query))
        return objects

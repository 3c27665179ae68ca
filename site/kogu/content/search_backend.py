"""The admin's search: words are found as a reader without the right keyboard types them."""

import re
from copy import copy
from importlib import import_module

from modelsearch.backends.database import SearchBackend as stock_backend

from kogu.language.sorting import fold
from kogu.patches import wrap

# Stands for a query of signs alone, on which the stock views of an empty result stumble.
NO_WORD = "xqxnowordxqx"
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def SearchBackend(params):
    """The stock backend of the database in use; its index and queries hold folded words."""
    stock = type(stock_backend(params))
    _fold_rows(stock)

    class FoldingBackend(stock):
        """Looks for the words of a query as the index holds them."""

        def _search(self, query_compiler_class, query, model_or_queryset, **options):
            query = folded_query(query)
            return super()._search(query_compiler_class, query, model_or_queryset, **options)

    return FoldingBackend(params)


def folded_text(text):
    """Words alone, folded: what stands between them each database reads in its own way."""
    return _BETWEEN_WORDS.sub(" ", fold(text)).strip()


def folded_query(query):
    """The same query for folded words, whatever it is composed of."""
    if isinstance(query, str):
        return query and (folded_text(query) or NO_WORD)
    folded = copy(query)
    if hasattr(query, "query_string"):
        folded.query_string = folded_query(query.query_string)
    for part in ("subquery", "subquery_a", "subquery_b"):
        if hasattr(query, part):
            setattr(folded, part, folded_query(getattr(query, part)))
    if hasattr(query, "subqueries"):
        folded.subqueries = [folded_query(one) for one in query.subqueries]
    return folded


def _fold_rows(backend_class):
    """Make the indexer fold; the stock index names its class, so there is nothing to override."""
    indexer = getattr(import_module(backend_class.__module__), "ObjectIndexer", None)
    if indexer and indexer.prepare_value.__module__ != __name__:
        wrap(indexer, "prepare_value", _folding)


def _folding(stock):
    def prepare_value(self, value):
        return folded_text(stock(self, value))

    return prepare_value

"""A quotation mark in what is searched for ends no phrase of SQLite's full-text queries."""

from django.db import connection

from kogu.patches import wrap


def quote_search_terms():
    """The stock backend wraps each term in quotation marks and leaves those within as they are."""
    if connection.vendor != "sqlite":
        return
    from modelsearch.backends.database.sqlite.query import Lexeme, SearchQueryExpression

    for expression in (Lexeme, SearchQueryExpression):
        wrap(expression, "__init__", _quoting)


def _quoting(stock):
    def init(self, value, *args, **options):
        stock(self, value.replace('"', '""') if isinstance(value, str) else value, *args, **options)

    return init

"""Presenters: frozen views of pages, from which HTML, feeds, JSON-LD and the API are made."""

"""Kogu: what belongs to the site as a whole."""

__version__ = "0.1.0"

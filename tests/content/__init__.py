"""Tests of what pages and snippets share."""

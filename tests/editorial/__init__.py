"""Tests of the editorial app."""

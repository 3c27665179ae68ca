"""Kogu's tests."""

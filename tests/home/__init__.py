"""Tests of home page, information pages and news."""

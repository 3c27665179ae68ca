"""Tests of what happens when."""

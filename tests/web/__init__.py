"""Tests of how public addresses are answered."""

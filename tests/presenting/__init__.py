"""Tests of presenters, blocks and lists."""

"""Latvian: where Django looks for its formats."""

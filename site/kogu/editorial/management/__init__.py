"""Commands of the editorial room."""

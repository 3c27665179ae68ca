"""Finding items."""

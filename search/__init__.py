"""Search of public items."""

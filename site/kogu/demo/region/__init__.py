"""The demo region's content: an invented borderland, kept as data in four languages."""

"""Backups: database and media in one archive with checksums, and the way back."""

"""Kept for the public search, which is still to come."""

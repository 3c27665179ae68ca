"""The bin: what staff deleted, for 30 days."""

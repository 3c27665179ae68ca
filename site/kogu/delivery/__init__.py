"""The clock, changes, tags, the outbox and the worker."""

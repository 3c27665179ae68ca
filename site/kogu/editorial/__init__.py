"""Roles, workflows and what waits for whom."""

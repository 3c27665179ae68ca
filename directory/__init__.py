"""Organisations, people, clusters, projects, programmes, strategies, topics and places."""

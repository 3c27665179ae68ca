"""Database changes of the API."""

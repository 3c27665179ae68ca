"""Changes of the tables of media."""

"""Commands of the delivery app."""

"""Commands of the delivery room."""

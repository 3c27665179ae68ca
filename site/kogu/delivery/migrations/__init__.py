"""Database changes of the delivery room."""

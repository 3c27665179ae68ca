"""Home page, information pages, news."""

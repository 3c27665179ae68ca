"""The front door: home page, information pages, news."""

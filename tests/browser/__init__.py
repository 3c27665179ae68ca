"""Journeys in a real browser, through the demo region as it is served to users."""

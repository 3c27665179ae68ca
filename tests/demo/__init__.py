"""The demo region and the factories it is made by."""

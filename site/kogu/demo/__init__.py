"""The demo region and the factories that build it."""

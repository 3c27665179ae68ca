"""Translation, over wagtail-localize."""

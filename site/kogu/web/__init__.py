"""How public addresses are answered: pages, errors, feeds, sitemaps and old addresses."""

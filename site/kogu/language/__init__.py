"""Words, dates and money as each language writes them."""

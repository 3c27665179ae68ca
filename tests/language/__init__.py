"""What each language writes, and how its readers look for it."""

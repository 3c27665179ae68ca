"""Pictures the demo draws for itself, so that it owes nobody a licence."""

"""Estonian: where Django looks for its formats."""

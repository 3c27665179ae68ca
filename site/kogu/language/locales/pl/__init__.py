"""Polish: where Django looks for its formats."""

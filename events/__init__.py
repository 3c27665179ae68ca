"""Events, their occurrences and the calendar."""

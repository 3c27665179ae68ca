"""The delivery app keeps its promises."""

"""The delivery room keeps its promises."""

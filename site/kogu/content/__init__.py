"""Base models, cards, relations and forms that every page and public snippet shares."""

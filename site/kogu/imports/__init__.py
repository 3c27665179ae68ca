"""Documents people already have, turned into drafts."""

"""How many queries an answer of each resource may cost; numbers here only fall."""

ITEM = {
    "areas": 5,
    "clusters": 15,
    "events": 12,
    "goals": 6,
    "news": 10,
    "occurrences": 4,
    "organisations": 10,
    "pages": 12,
    "people": 6,
    "places": 5,
    "programmes": 8,
    "projects": 18,
    "strategies": 6,
    "topics": 5,
}
# However long, with bodies, pictures and references; pages are of three kinds.
LIST = {
    "areas": 5,
    "clusters": 15,
    "events": 12,
    "goals": 6,
    "news": 10,
    "occurrences": 4,
    "organisations": 10,
    "pages": 14,
    "people": 6,
    "places": 5,
    "programmes": 8,
    "projects": 18,
    "strategies": 6,
    "topics": 5,
}
EACH_INCLUDE = 2

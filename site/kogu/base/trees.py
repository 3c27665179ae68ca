"""Trees of topics and places, answered from above: what lies below a thing."""

_below = {}


def answers(kind):
    """Registers who knows a tree: `fn(key) -> set of keys`, the thing itself included."""

    def register(fn):
        _below[kind] = fn
        return fn

    return register


def below(kind, key):
    """The thing and everything below it; only itself where the kind is no tree."""
    return _below[kind](key) if kind in _below else {key}

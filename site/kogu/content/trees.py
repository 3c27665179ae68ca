"""Trees of topics and places, answered from above: what lies below an item, and over it."""

_below, _above = {}, {}


def register_descendants(kind):
    """Registers who knows a tree: `fn(key) -> set of keys`, the item itself included."""

    def register(fn):
        _below[kind] = fn
        return fn

    return register


def descendants(kind, key):
    """The item and everything below it; only itself where the kind is no tree."""
    return _below[kind](key) if kind in _below else {key}


def register_ancestors(kind):
    """Registers who knows what items stand under: `fn(key) -> keys`, in any order."""

    def register(fn):
        _above[kind] = fn
        return fn

    return register


def ancestors(kind, key):
    """Everything that the item stands under; nothing where the kind is no tree."""
    return _above[kind](key) if kind in _above else ()

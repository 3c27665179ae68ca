"""Descendants and ancestors of an item, from the trees that the layers above register."""

_descendants, _ancestors = {}, {}


def register_descendants(kind):
    """Registers a kind's descendants: `fn(key) -> set of keys`, the item itself included."""

    def register(fn):
        _descendants[kind] = fn
        return fn

    return register


def descendants(kind, key):
    """The item and everything below it; only itself where the kind is no tree."""
    return _descendants[kind](key) if kind in _descendants else {key}


def register_ancestors(kind):
    """Registers a kind's ancestors: `fn(key) -> keys`, without the item, in any order."""

    def register(fn):
        _ancestors[kind] = fn
        return fn

    return register


def ancestors(kind, key):
    """Everything that the item stands under; nothing where the kind is no tree."""
    return _ancestors[kind](key) if kind in _ancestors else ()

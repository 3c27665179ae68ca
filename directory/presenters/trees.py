"""Trees of programmes and goals as readers see them, in the order of their pages."""

from .parts import TreeNode


def branches(forest, key, found, notes=None, within=None):
    """What stands under a key; `within` keeps only these keys, `notes` says more of some."""
    notes = notes or {}
    nodes = []
    for child in forest.children.get(key, ()):
        card = found.card(child) if within is None or child in within else None
        below = branches(forest, child, found, notes, within)
        if card:
            nodes.append(node(card, below, notes.get(child, "")))
        else:
            nodes += below
    return tuple(nodes)


def alignment(forest, goals, found):
    """The goals under the domains and strategies that they belong to, nothing else."""
    within = {key for goal in goals for key in (goal, *forest.above(goal))}
    roots = dict.fromkeys((forest.above(goal) or [goal])[-1] for goal in goals)
    return tuple(
        node(card, branches(forest, root, found, within=within))
        for root in roots
        if (card := found.card(root))
    )


def node(card, children=(), note=""):
    """A thing and what stands under it."""
    facts = card.facts or {}
    return TreeNode(
        key=card.key,
        title=card.title,
        url=card.url,
        href=card.href,
        lang=card.locale if card.is_foreign else "",
        note=note,
        children=children,
        kind=card.kind,
        locale=card.locale,
        level=facts.get("level", ""),
        code=facts.get("code", ""),
    )

"""Trees of programmes and goals as readers see them, in the order of their pages."""

from .parts import TreeNode


def branches(forest, key, resolved, notes=None, within=None):
    """What stands under a key; `within` keeps only these keys, `notes` says more of some."""
    notes = notes or {}
    nodes = []
    for child in forest.children.get(key, ()):
        card = resolved.card(child) if within is None or child in within else None
        below = branches(forest, child, resolved, notes, within)
        if card:
            nodes.append(node(card, below, notes.get(child, "")))
        else:
            nodes += below
    return tuple(nodes)


def alignment(forest, goals, resolved):
    """The goals under the domains and strategies that they belong to, nothing else."""
    within = {key for goal in goals for key in (goal, *forest.above(goal))}
    roots = dict.fromkeys((forest.above(goal) or [goal])[-1] for goal in goals)
    return tuple(
        node(card, branches(forest, root, resolved, within=within))
        for root in roots
        if (card := resolved.card(root))
    )


def node(card, children=(), note=""):
    """An item and what stands under it."""
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

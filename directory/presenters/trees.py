"""Trees of programmes and goals as readers see them, in the order of their pages."""

from .parts import TreeNode


def branches(tree_index, key, resolved, notes=None, within=None):
    """What stands under a key; `within` keeps only these keys, `notes` says more of some."""
    notes = notes or {}
    nodes = []
    for child in tree_index.children.get(key, ()):
        card = resolved.card(child) if within is None or child in within else None
        below = branches(tree_index, child, resolved, notes, within)
        if card:
            nodes.append(node(card, below, notes.get(child, "")))
        else:
            nodes += below
    return tuple(nodes)


def alignment(tree_index, goals, resolved):
    """The goals under the domains and strategies that they belong to, nothing else."""
    within = {key for goal in goals for key in (goal, *tree_index.ancestors_nearest_first(goal))}
    roots = dict.fromkeys(
        (tree_index.ancestors_nearest_first(goal) or [goal])[-1] for goal in goals
    )
    return tuple(
        node(card, branches(tree_index, root, resolved, within=within))
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

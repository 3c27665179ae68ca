"""The blocks of a draft: what cannot be cleaned stays as it was typed.

Wagtail defers validation by changing the blocks, which all threads share: meanwhile a
publication in another thread would find that nothing is required. So every thread defers on
a copy of its own.
"""

import threading
from copy import deepcopy

from django.core.exceptions import ValidationError
from wagtail.blocks import ListBlock, StreamBlock, StreamValue, StructBlock
from wagtail.blocks.list_block import ListValue


class _Copies(threading.local):
    def __init__(self):
        self.blocks = {}


_copies = _Copies()


def block_of_thread(block):
    """This thread's own copy of the block, with all blocks within it."""
    blocks = _copies.blocks
    if block.definition_prefix not in blocks:
        blocks[block.definition_prefix] = deepcopy(block)
    return blocks[block.definition_prefix]


def refusal_in_draft(block, value):
    """Why a draft cannot be cleaned, apart from what it may lack."""
    own = block_of_thread(block)
    try:
        own.clean_deferred(own.to_python(block.get_prep_value(value)))
    except ValidationError as error:
        return error
    return None


def refused_parts(value, error, path=()):
    """Why each part of a block is refused, by the content path at which the editor has it."""
    below = getattr(error, "block_errors", None)
    if below is None:
        return {path: " ".join(error.messages)}
    own = ValidationError(list(getattr(error, "non_block_errors", None) or [])).messages
    found = {path: " ".join(own)} if own else {}
    for key, inner in below.items():
        part = getattr(value, "bound_blocks", value)[key]
        step = part.id if isinstance(key, int) else key
        found |= refused_parts(part.value, inner, (*path, step))
    return found


def clean_valid_blocks(block, value):
    """The value with every part cleaned that can be, the others as they were typed.

    Both are this thread's own.
    """
    block.defer_required_validation()
    try:
        return _cleaned(block, value)
    finally:
        block.restore_deferred_validation()


def _cleaned(block, value):
    try:
        return block.clean(value)
    except ValidationError:
        pass
    if isinstance(block, StreamBlock):
        parts = [(part.block.name, _cleaned(part.block, part.value), part.id) for part in value]
        return StreamValue(block, parts)
    if isinstance(block, ListBlock):
        child = block.child_block
        rows = [
            ListValue.ListChild(child, _cleaned(child, row.value), id=row.id)
            for row in value.bound_blocks
        ]
        return ListValue(block, bound_blocks=rows)
    if isinstance(block, StructBlock):
        children = block.child_blocks
        return block.normalize({name: _cleaned(children[name], one) for name, one in value.items()})
    return value

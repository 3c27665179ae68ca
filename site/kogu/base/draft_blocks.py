"""The blocks of a draft: what cannot be cleaned stays as it was typed."""

from django.core.exceptions import ValidationError
from wagtail.blocks import ListBlock, StreamBlock, StreamValue, StructBlock
from wagtail.blocks.list_block import ListValue


def clean_what_can_be(block, value):
    """The value with every part cleaned that can be, the others as they were typed."""
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

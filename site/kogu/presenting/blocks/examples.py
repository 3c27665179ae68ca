"""Real items of the site, put into a block's preview where it would show nothing without any."""

from wagtail import blocks
from wagtail.models import Page

from .choosers import ChosenFact, ImageReference

MOST = 3


def fill(block, value):
    """The block's preview value, its empty pictures and lists filled with what the site has."""
    for name, child in block.child_blocks.items():
        if not value.get(name) and (examples := _examples(child)):
            value[name] = examples
    return value


def _examples(block):
    if isinstance(block, ImageReference):
        return next(iter(_example_items(block)), None)
    if not isinstance(block, blocks.ListBlock):
        return None
    child = block.child_block
    if isinstance(child, ChosenFact):
        return block.normalize(list(_example_items(child)))
    image = getattr(child, "child_blocks", {}).get("image")
    if image is None:
        return None
    return block.normalize(
        [{"image": each, "is_decorative": True} for each in _example_items(image)]
    )


def _example_items(chooser):
    """A few items that the chooser could name, pictures by width, others newest first."""
    model = chooser.model_class
    instances = model.objects.order_by("-pk")
    if isinstance(chooser, ImageReference):
        # The widest are photographs rather than marks.
        instances = model.objects.exclude(variants=[]).order_by("-width", "-pk")
    elif issubclass(model, Page):
        instances = instances.filter(live=True, depth__gt=2)
    elif hasattr(model, "live"):
        instances = instances.filter(live=True)
    return instances[:MOST]

"""The button of the editor that a reviewer needs first: approve, or send back."""

from wagtail import hooks


def put_reviewing_first(menu_items, request, context):
    """Before saving, which the editor does by itself; Enter in a field saves all the same."""
    reviewing = [item for item in menu_items if hasattr(item, "launch_modal")]
    for item in reviewing:
        item.template_name = "editorial/workflow_menu_item.html"
    reviewing.sort(key=lambda item: (item.name != "approve", item.launch_modal))
    menu_items[:] = reviewing + [item for item in menu_items if item not in reviewing]


hooks.register("construct_page_action_menu", put_reviewing_first)
hooks.register("construct_snippet_action_menu", put_reviewing_first)

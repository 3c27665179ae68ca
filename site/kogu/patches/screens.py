"""What editors find on the admin's screens."""

from .entry import Patch

ENTRIES = (
    Patch(
        "There is no hook for side panels, and those for snippets come after their action; ours "
        "add what is missing, and save before they act.",
        "Wagtail has the one hook, and calls the others first",
        by="kogu.editorial.edit_views",
        signatures={
            "wagtail.admin.views.pages.create.CreateView.get_side_panels": "(self)",
            "wagtail.admin.views.pages.edit.EditView.get_side_panels": "(self)",
            "wagtail.snippets.views.snippets.CreateView.get_action": "(self, request)",
            "wagtail.snippets.views.snippets.CreateView.get_side_panels": "(self)",
            "wagtail.snippets.views.snippets.EditView.get_action": "(self, request)",
            "wagtail.snippets.views.snippets.EditView.get_side_panels": "(self)",
        },
    ),
    Patch(
        "The page tree knows no dates of events; ours has a column and an order for them.",
        "Wagtail has a hook for columns of the page tree",
        by="kogu.editorial.event_lists",
        signatures={
            "wagtail.admin.views.pages.listing.ExplorableIndexView.explorable_columns": "(self)",
            "wagtail.admin.views.pages.listing.ExplorableIndexView.get_table": "(self, object_list)",
            "wagtail.admin.views.pages.listing.ExplorableIndexView.get_valid_orderings": "(self)",
        },
    ),
    Patch(
        "Pages of one kind are chosen in the tree, each once a language; ours is a flat list.",
        "the chooser of a kind may have a view of its own",
        by="kogu.editorial.page_chooser",
        signatures={
            "wagtail.admin.views.chooser.BrowseView.get": "(self, request, parent_page_id=None)",
            "wagtail.admin.views.chooser.SearchView.get": "(self, request)",
        },
    ),
    Patch(
        "A decision at the start of the admin says nothing and asks nothing; ours does both.",
        "Wagtail's workflow screens call the hooks of the editor",
        by="kogu.editorial.workflow_actions",
        signatures={
            "wagtail.admin.views.generic.workflow.WorkflowAction.post": "(self, request, *args, **kwargs)"
        },
    ),
)

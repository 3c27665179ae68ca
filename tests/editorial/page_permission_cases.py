"""What people try with pages, one by one and several at once: as in `permission_cases`."""

from tests.editorial.news_forms import form
from tests.editorial.permission_requests import PUBLISH, api, bulk, copied, edit, page, reviewing

PAGE_ATTEMPTS = {
    # Pages
    "open a live page": ("EPRLA", lambda w: page("edit", w.live.pk), None),
    "open a draft": ("EPRLA", lambda w: page("edit", w.draft.pk), None),
    "open a private page": ("EPRLA", lambda w: page("edit", w.private.pk), None),
    "see a draft as readers will": ("EPRLA", lambda w: page("view_draft", w.draft.pk), None),
    "see an older version": (
        "EPRLA",
        lambda w: page("revisions_view", w.live.pk, w.old_revision.pk),
        None,
    ),
    "compare versions": (
        "EPRLA",
        lambda w: page("revisions_compare", w.live.pk, "earliest", "latest"),
        None,
    ),
    "go back to a version": (
        "EPRLA",
        lambda w: page("revisions_revert", w.live.pk, w.old_revision.pk),
        None,
    ),
    "read a draft's history": ("EPRLA", lambda w: page("history", w.draft.pk), None),
    "add a page": (
        "EPRA",
        lambda w: page("add", "home", "newspage", w.sections["lv"].pk),
        lambda w: form("Pavisam jauna", "Vārdi."),
    ),
    "change a live page": ("EPRLA", lambda w: page("edit", w.live.pk), lambda w: edit(w.live)),
    "change a draft": ("EPRLA", lambda w: page("edit", w.draft.pk), lambda w: edit(w.draft)),
    "change a private page": (
        "EPRLA",
        lambda w: page("edit", w.private.pk),
        lambda w: edit(w.private),
    ),
    "change a Polish section": (
        "EPROA",
        lambda w: page("edit", w.sections["pl"].pk),
        lambda w: edit(w.sections["pl"]),
    ),
    "change what is reviewed": (
        "R",
        lambda w: page("edit", w.reviewed.pk),
        lambda w: edit(w.reviewed),
    ),
    "publish a draft": (
        "PRA",
        lambda w: page("edit", w.draft.pk),
        lambda w: edit(w.draft, **PUBLISH),
        lambda w: w.draft,
    ),
    "unpublish": ("PRA", lambda w: page("unpublish", w.live.pk), lambda w: {}),
    "delete a live page": ("PRA", lambda w: page("delete", w.live.pk), lambda w: {}),
    "delete a draft": ("EPRA", lambda w: page("delete", w.draft.pk), lambda w: {}),
    "move a draft": (
        "EPRA",
        lambda w: page("move_confirm", w.draft.pk, w.sections["lv2"].pk),
        lambda w: {},
    ),
    "move a live page": (
        "PRA",
        lambda w: page("move_confirm", w.live.pk, w.sections["lv2"].pk),
        lambda w: {},
    ),
    "move to another language": (
        "",
        lambda w: page("move_confirm", w.draft.pk, w.sections["pl"].pk),
        lambda w: {},
    ),
    "put pages into another order": (
        "PRA",
        lambda w: page("set_page_position", w.locked.pk) + "?position=0",
        lambda w: {},
    ),
    "copy": ("EPRA", lambda w: page("copy", w.live.pk), lambda w: copied(w, "lv2")),
    "copy to another language": (
        "",
        lambda w: page("copy", w.live.pk),
        lambda w: copied(w, "pl"),
    ),
    "make private": (
        "PRA",
        lambda w: page("set_privacy", w.live.pk),
        lambda w: {"restriction_type": "login"},
    ),
    "lock": ("PRA", lambda w: page("lock", w.live.pk), lambda w: {}),
    "unlock": ("PRA", lambda w: page("unlock", w.locked.pk), lambda w: {}),
    "approve": ("R", lambda w: page(*reviewing(w, "approve")), lambda w: {}),
    "send back": ("R", lambda w: page(*reviewing(w, "reject")), lambda w: {"comment": "No"}),
    # Several at once, and the admin's API
    "delete drafts at once": ("EPRA", lambda w: bulk("delete", w.draft), lambda w: {}),
    "delete live pages at once": ("PRA", lambda w: bulk("delete", w.live), lambda w: {}),
    "publish at once": ("PRA", lambda w: bulk("publish", w.live), lambda w: {}),
    "unpublish at once": ("PRA", lambda w: bulk("unpublish", w.live), lambda w: {}),
    "move at once": (
        "PRA",
        lambda w: bulk("move", w.locked),
        lambda w: {"chooser": w.sections["lv2"].pk},
    ),
    "publish by the API": ("PRA", lambda w: api(w.live, "publish"), lambda w: {}),
    "unpublish by the API": ("PRA", lambda w: api(w.live, "unpublish"), lambda w: {}),
    "delete by the API": ("PRA", lambda w: api(w.live, "delete"), lambda w: {}),
    "delete a draft by the API": ("EPRA", lambda w: api(w.draft, "delete"), lambda w: {}),
    "copy by the API": (
        "EPRA",
        lambda w: api(w.live, "copy"),
        lambda w: {"destination_page_id": w.sections["lv2"].pk, "keep_live": "false"},
    ),
    "make an alias by the API": (
        "",
        lambda w: api(w.live, "create_alias"),
        lambda w: {"destination_page_id": w.sections["lv2"].pk},
    ),
}

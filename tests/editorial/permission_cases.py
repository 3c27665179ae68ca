"""What people try in the admin, one line for each attempt: what, and who may.

E editors, P publishing editors, R reviewers, L translators into Latvian,
O translators into Polish, A administrators, v visitors; nobody else.
All items are Latvian but where another language is named.
"""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kogu.editorial.warning_overrides import fingerprint
from kogu.translation.language_status import languages_url
from tests.editorial.page_permission_cases import PAGE_ATTEMPTS
from tests.editorial.permission_requests import (
    NAMED,
    PUBLISH,
    localize,
    reason_screen,
    settings_screen,
    topic,
    translated,
)

# attempt: (who may, address, what is sent; None only looks[, what is live if it succeeds])
ATTEMPTS = {
    "look at the start": ("EPRLOA", lambda w: reverse("wagtailadmin_home"), None),
    "load the words of scripts": (
        "vEPRLOA",
        lambda w: reverse("wagtailadmin_javascript_catalog"),
        None,
    ),
    "ask who is signed in": ("EPRLOA", lambda w: reverse("kogu_session_status"), None),
    # The bin
    "look into the bin": ("EPRA", lambda w: reverse("kogu_bin:index"), None),
    "narrow the bin": ("EPRA", lambda w: reverse("kogu_bin:index_results"), None),
    "look at a deleted page": (
        "PRA",
        lambda w: reverse("kogu_bin:restore", args=[w.deleted.pk]),
        None,
    ),
    "bring back a deleted page": (
        "PRA",
        lambda w: reverse("kogu_bin:restore", args=[w.deleted.pk]),
        lambda w: {"slug": ""},
    ),
    "delete it for good": (
        "PRA",
        lambda w: reverse("kogu_bin:restore", args=[w.deleted.pk]),
        lambda w: {"purge": "1"},
    ),
    # Topics
    "open a topic": ("EPRLA", lambda w: topic("edit", w.topic.pk), None),
    "add a topic": ("EPRA", lambda w: topic("add") + "?locale=lv", lambda w: NAMED),
    "change a topic": ("EPRLA", lambda w: topic("edit", w.topic.pk), lambda w: NAMED),
    "publish a topic": (
        "PRA",
        lambda w: topic("edit", w.topic_draft.pk),
        lambda w: NAMED | PUBLISH,
        lambda w: w.topic_draft,
    ),
    "unpublish a topic": ("PRA", lambda w: topic("unpublish", w.topic.pk), lambda w: {}),
    "delete a topic": ("A", lambda w: topic("delete", w.topic.pk), lambda w: {}),
    # Translation
    "save a translation": (
        "EPRLA",
        lambda w: reverse("kogu_translation:save", args=[w.translation.pk]),
        lambda w: {},
    ),
    "read how far a translation is": (
        "EPRLA",
        lambda w: reverse("kogu_translation:progress", args=[w.translation.pk]),
        None,
    ),
    # Passages are sent by other methods: tests/translation/test_permissions.py.
    "post a passage": (
        "",
        lambda w: localize("edit_string_translation", w.translation.pk, 1),
        lambda w: {},
    ),
    "post an address": ("", lambda w: localize("edit_override", w.whole.pk, 1), lambda w: {}),
    "let a machine translate": (
        "",
        lambda w: localize("machine_translate", w.whole.pk),
        lambda w: {},
    ),
    "preview a translation": (
        "EPRLA",
        lambda w: localize("preview_translation", w.translation.pk),
        None,
    ),
    "preview a translation otherwise": (
        "",
        lambda w: localize("preview_translation", w.translation.pk, "none"),
        None,
    ),
    "read the source of a translation": (
        "EPRLA",
        lambda w: reverse("kogu_translation:source", args=[w.translation.pk]),
        None,
    ),
    "see the report of translations": (
        "EPRLOA",
        lambda w: localize("translations_report"),
        None,
    ),
    "narrow the report of translations": (
        "EPRLOA",
        lambda w: localize("translations_report_results"),
        None,
    ),
    "withdraw a translation that is not reviewed": (
        "",
        lambda w: reverse("kogu_submit:withdraw", args=[w.translation.pk]),
        lambda w: {},
    ),
    "download a translation as PO": (
        "EPRLA",
        lambda w: localize("download_pofile", w.translation.pk),
        None,
    ),
    "upload a translation as PO": (
        "EPRLA",
        lambda w: localize("upload_pofile", w.translation.pk),
        lambda w: {"file": SimpleUploadedFile("lv.po", translated(w.translation))},
    ),
    "hand in a translation": (
        "EPRLA",
        lambda w: reverse("kogu_submit:submit", args=[w.translation.pk]),
        lambda w: {},
    ),
    "publish a translation": (
        "PRA",
        lambda w: reverse("kogu_submit:publish", args=[w.whole.pk]),
        lambda w: {},
        lambda w: w.whole.get_target_instance(),
    ),
    "read the editor's words": ("EPRLOA", lambda w: localize("javascript_catalog"), None),
    "list names of topics": (
        "EPRLOA",
        lambda w: localize("snippets_api_listing", "directory", "topic"),
        None,
    ),
    "read a topic's name": (
        "EPRLOA",
        lambda w: localize("snippets_api_detail", "directory", "topic", w.topic.pk),
        None,
    ),
    "see what is not begun": ("EPRLOA", lambda w: reverse("kogu_translation:missing"), None),
    "see the languages of a live thing": ("EPRLOA", lambda w: languages_url(w.live), None),
    "see the languages of a draft": ("EPRLA", lambda w: languages_url(w.draft), None),
    "bring a translation up to date": (
        "EPRLA",
        lambda w: localize("update_translations", w.translation.source_id),
        lambda w: {},
    ),
    "begin translating into Latvian": (
        "EPRLA",
        lambda w: localize("submit_page_translation", w.untranslated.pk),
        lambda w: {"locales": [w.sections["lv"].locale_id]},
    ),
    "begin translating a topic into Polish": (
        "EPROA",
        lambda w: localize("submit_snippet_translation", "directory", "topic", w.topic.pk),
        lambda w: {"locales": [w.sections["pl"].locale_id]},
    ),
    "make an alias": ("", lambda w: localize("convert_to_alias", w.target.pk), lambda w: {}),
    "take back the translation": (
        "EPRLA",
        lambda w: localize("stop_translation", w.whole.pk),
        lambda w: {},
    ),
    # Our own screens
    # Changes nothing, whoever may ask: tests/imports/test_paste.py.
    "store what is pasted": (
        "",
        lambda w: reverse("kogu_imports_paste"),
        lambda w: {"html": "<h2>A</h2><p>b</p>"},
    ),
    "open the import": ("EPRA", lambda w: reverse("kogu_imports_upload"), None),
    "ask which uploads are being read": ("EPRA", lambda w: reverse("kogu_imports_state"), None),
    "wait for another's upload": (
        "",
        lambda w: reverse("kogu_imports_reading", args=[w.upload.key]),
        None,
    ),
    "read another's upload": (
        "",
        lambda w: reverse("kogu_imports_review", args=[w.upload.key]),
        None,
    ),
    "throw away another's upload": (
        "",
        lambda w: reverse("kogu_imports_review", args=[w.upload.key]),
        lambda w: {"delete": "1"},
    ),
    "read another's original": (
        "",
        lambda w: reverse("kogu_imports_original", args=[w.upload.key]),
        None,
    ),
    "ask to confirm a title": (
        "EPRLA",
        lambda w: reverse("kogu_imports_confirm_title", args=[w.draft.pk]),
        None,
    ),
    "begin the report of an event": (
        "EPRA",
        lambda w: reverse("kogu_events_write_report", args=[w.event.pk]),
        lambda w: {"title": "Laat on läbi", "section": w.sections["et"].pk},
    ),
    "see a picture's original": (
        "EPRLOA",
        lambda w: reverse("kogu_media_staff_picture", args=[w.image.pk, "original"]),
        None,
    ),
    "list outgoing mail": ("A", lambda w: reverse("outbox:index"), None),
    "read outgoing mail": ("A", lambda w: reverse("outbox:inspect", args=[w.mail.pk]), None),
    "publish in spite of warnings": (
        "PRA",
        lambda w: reason_screen(w, "action-publish"),
        lambda w: {"reason": "It is so.", "seen": fingerprint([])},
    ),
    # The site
    "break the admin on purpose": ("", lambda w: "/admin/failwhale/", None),
    "open the site settings": ("A", lambda w: settings_screen(), None),
    "list users": ("A", lambda w: reverse("wagtailusers_users:index"), None),
    "add a user": ("A", lambda w: reverse("wagtailusers_users:add"), None),
    "open a user": ("A", lambda w: reverse("wagtailusers_users:edit", args=[w.author.pk]), None),
    "look at deleting a user": (
        "A",
        lambda w: reverse("wagtailusers_users:delete", args=[w.author.pk]),
        None,
    ),
    "list groups": ("", lambda w: reverse("wagtailusers_groups:index"), None),
    "list redirects": ("A", lambda w: reverse("wagtailredirects:index"), None),
    "list reviews": ("A", lambda w: reverse("wagtailadmin_workflows:index"), None),
    "list sites": ("", lambda w: reverse("wagtailsites:index"), None),
    **PAGE_ATTEMPTS,
}

"""Wagtail and wagtail-localize, tamed."""

from .environment import env

WAGTAIL_SITE_NAME = "Kogu"
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_USER_LOGIN_FORM = "kogu.accounts.login_form.LoginForm"
WAGTAILADMIN_BASE_URL = env.site_url.rstrip("/") or f"http://127.0.0.1:{env.port}"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "kogu.content.search_backend"}}

WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "kogu.accounts.password_reset.ForgottenPasswordForm"  # noqa: S105 names a form
WAGTAILIMAGES_IMAGE_MODEL = "media.KoguImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.KoguDocument"
WAGTAILIMAGES_RENDITION_STORAGE = "kogu.media.storage.PublicStorage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "kogu.media.forms.ImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "heic", "heif"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "kogu.media.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "txt", "csv", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []

# An autosave is a whole save; every three seconds is enough for a writer and kind to SQLite.
WAGTAIL_AUTOSAVE_INTERVAL = 3000
# Untranslated text must not go live on submission (docs/decisions/0023).
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Redirects are written in the publishing transaction, by kogu.delivery.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 10
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Neither faces of staff nor news of releases are asked of a third party.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_MODERATION_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
TAGGIT_CASE_INSENSITIVE = True
WAGTAIL_USER_TIME_ZONES = [
    *("Europe/Tallinn", "Europe/Riga", "Europe/Warsaw", "Europe/Vilnius", "Europe/Helsinki"),
    *("Europe/Brussels", "Europe/London", "UTC"),
]

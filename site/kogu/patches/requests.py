"""How views of the admin and of the account answer requests."""

from .entry import Patch

ENTRIES = (
    # Requests of the admin
    Patch(
        "Choosers start by an inline script, which our policy refuses; ours has the nonce.",
        "Wagtail's choosers need no inline script (wagtail/wagtail#1288)",
        by="kogu.delivery.chooser_scripts",
        signatures={
            "wagtail.admin.widgets.chooser.BaseChooser.render": "(self, name, value, attrs=None, renderer=None)"
        },
    ),
    Patch(
        "A refusal is a redirect like any success; ours notes it, so that nothing is committed.",
        "Wagtail answers 403",
        by="kogu.delivery.middleware.public_change",
        signatures={"wagtail.admin.auth.permission_denied": "(request)"},
    ),
    Patch(
        "Malformed ids, missing fields and rows break the view; ours say 400 or 404 in the user's words.",
        "each view looks itself",
        by="kogu.web.malformed_requests",
        signatures={
            "wagtail.admin.forms.choosers.URLOrAbsolutePathField.to_python": "(self, value)",
            "wagtail.admin.views.chooser.ChosenMultipleView.get": "(self, request)",
            "wagtail.admin.views.generic.chooser.ChosenMultipleViewMixin.get": "(self, request)",
            "wagtail.admin.views.generic.chooser.CreateViewMixin.post": "(self, request)",
            "wagtail.admin.views.pages.copy.CopyView.post": "(self, request, page_id, *args, **kwargs)",
            "wagtail.admin.views.pages.preview.PreviewOnCreateView.get_object": "(self)",
            "wagtail.admin.views.pages.revisions.RevisionsRevertView.get_object": "(self)",
            "wagtail.admin.widgets.chooser.BaseChooser.get_instance": "(self, value)",
            "wagtail.contrib.redirects.forms.ConfirmImportManagementForm.clean": "(self)",
        },
    ),
    Patch(
        "A page of the admin that is not there is answered in Wagtail's words; ours in the site's.",
        "Wagtail asks the site's `handler404`",
        by="kogu.urls",
        signatures={
            "wagtail.admin.urls.page_not_found": "(request, exception, template_name='404.html')"
        },
    ),
    Patch(
        "`redirect()` takes a word in `next` for the name of a view; ours let paths through only.",
        "the views redirect to addresses alone",
        by="kogu.web.malformed_requests",
        signatures={
            "django.contrib.auth.views.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.admin.utils.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.admin.views.workflows.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.documents.views.serve.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
            "wagtail.views.url_has_allowed_host_and_scheme": "(url, allowed_hosts, require_https=False)",
        },
    ),
    # The account
    Patch(
        "A new e-mail address asks for no password, a profile picture comes in unchecked, and no "
        "language chosen is the site's; ours ask, take none, and follow the browser.",
        "Wagtail has a setting for each panel",
        by="kogu.accounts.apps",
        signatures={
            "wagtail.admin.views.account.AvatarSettingsPanel.is_active": "(self)",
            "wagtail.admin.views.account.LocaleSettingsPanel.form_class": "",
            "wagtail.admin.views.account.NameEmailSettingsPanel.form_class": "",
        },
    ),
)

"""Words of Wagtail's forms that Python looks up while it reads them, or never; see `lazy_messages`.

Each is looked up when it is shown instead. Ends when Wagtail marks them with `gettext_lazy`.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.forms.collections import GroupCollectionManagementPermissionFormSet
from wagtail.admin.forms.workflows import WorkflowContentTypeForm, WorkflowPageForm
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.contrib.redirects.views import IndexView as RedirectsView
from wagtail.documents.forms import GroupDocumentPermissionFormSet
from wagtail.forms import TaskStateCommentForm
from wagtail.images.forms import (
    GroupImagePermissionFormSet,
    ImageInsertionForm,
    URLGeneratorForm,
)
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

_CHOOSER = {
    "choose_one_text": _("Choose"),
    "choose_another_text": _("Choose another"),
    "edit_item_text": _("Edit"),
    "search_tab_label": _("Search"),
    "create_action_label": _("Create"),
}
_LINK_TEXT = {"link_text": _("Link text")}
_FIELDS = {
    ExternalLinkChooserForm: _LINK_TEXT,
    AnchorLinkChooserForm: {"url": _("Name of the anchor"), **_LINK_TEXT},
    EmailLinkChooserForm: {
        "email_address": _("E-mail address"),
        "subject": pgettext_lazy("of an e-mail", "Subject"),
        "body": pgettext_lazy("of an e-mail", "Text"),
        **_LINK_TEXT,
    },
    PhoneLinkChooserForm: {"phone_number": _("Phone number"), **_LINK_TEXT},
    RoleForm: {"role": _("Role")},
    TaskStateCommentForm: {"comment": _("Comment")},
    WorkflowContentTypeForm: {"content_types": _("Content types")},
    WorkflowPageForm: {"page": _("Page")},
    PagePermissionsForm: {"page": _("Page")},
    ImageInsertionForm: {
        "format": _("Format"),
        "image_is_decorative": _("Image is decorative"),
        "alt_text": _("Alt text"),
    },
    URLGeneratorForm: {
        "filter_method": _("Filter"),
        "width": _("Width"),
        "height": _("Height"),
        "closeness": _("Closeness"),
    },
    GroupCollectionManagementPermissionFormSet.form: {"collection": _("Collection")},
    GroupDocumentPermissionFormSet.form: {"collection": _("Collection")},
    GroupImagePermissionFormSet.form: {"collection": _("Collection")},
}
_SIZES = [
    ("original", _("Original size")),
    ("width", _("Resize to width")),
    ("height", _("Resize to height")),
    ("min", _("Resize to min")),
    ("max", _("Resize to max")),
    ("fill", _("Resize to fill")),
]
_PERMISSIONS = {
    GroupCollectionManagementPermissionFormSet: [
        ("add_collection", _("Add"), _("Add collections")),
        ("change_collection", _("Edit"), _("Edit collections")),
        ("delete_collection", _("Delete"), _("Delete collections")),
    ],
    GroupImagePermissionFormSet: [
        ("add_image", _("Add"), _("Add/edit images you own")),
        ("change_image", _("Edit"), _("Edit any image")),
        ("choose_image", _("Choose"), _("Select images in choosers")),
    ],
}
_REDIRECTS = {
    "old_path": _("From"),
    "site": _("Site"),
    "link": _("To"),
    "get_is_permanent_display": _("Type"),
}


def make_form_labels_lazy():
    """Before any chooser is made of these."""
    for name, words in _CHOOSER.items():
        setattr(ChooserViewSet, name, words)
    for form, labels in _FIELDS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    URLGeneratorForm.base_fields["filter_method"].choices = _SIZES
    for formset, permissions in _PERMISSIONS.items():
        # The list is known to the form's fields, too.
        formset.permission_types[:] = permissions
    RedirectsView.export_headings = _REDIRECTS

"""What the public can see, read from the rows themselves: the judge of what changes tell."""

from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict
from modelcluster.models import ClusterableModel
from wagtail.models import Page

from kogu.content import kinds
from kogu.content.receivers import DRAFT_FIELDS

encode = DjangoJSONEncoder(sort_keys=True).encode
# Bookkeeping that readers never meet, and the row's place, which its address tells.
UNSEEN = DRAFT_FIELDS | {
    "depth",
    "live_revision",
    "path",
    "pk",
    "url_path",
    "wagtail_admin_comments",
}


def digest():
    """Every public item with its address and all that it says."""
    return {
        row.ref: (row.public_url(), encode(_said(row)))
        for model in kinds.models_by_kind().values()
        for row in model.objects.visible().select_related("locale")
    }


def _said(row):
    if isinstance(row, ClusterableModel):
        data = row.serializable_data()
    else:
        data = {name: str(value) for name, value in model_to_dict(row).items()}
    if isinstance(row, Page):
        data.pop("comments", None)
    return {name: value for name, value in data.items() if name not in UNSEEN}

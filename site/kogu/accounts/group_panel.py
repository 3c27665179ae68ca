"""Whether a group's members must have a second factor: a box in the group's form."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from .models import SecondFactorRequirement


class SecondFactorPanel(forms.Form):
    """One box, as Wagtail's form for groups takes it."""

    is_required = forms.BooleanField(
        label=_("Require a second factor"),
        help_text=_(
            "Members who have none set one up when they next use the admin, and can do nothing "
            "else there until then."
        ),
        required=False,
    )

    def __init__(self, data=None, files=None, instance=None):
        self.group = instance
        has_group = instance is not None and instance.pk
        initial = has_group and SecondFactorRequirement.objects.filter(group=instance).exists()
        super().__init__(data, prefix="second_factor", initial={"is_required": initial})

    def save(self):
        """The requirement is there, or it is not."""
        if self.cleaned_data["is_required"]:
            SecondFactorRequirement.objects.get_or_create(group=self.group)
        else:
            SecondFactorRequirement.objects.filter(group=self.group).delete()

    def as_admin_panel(self):
        """The box, below its heading."""
        return render_to_string("accounts/second_factor/group_panel.html", {"form": self})

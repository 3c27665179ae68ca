"""The editor's form of a cluster."""

from django.utils.translation import gettext_lazy as _

from kogu.content.page_form import PageForm

from .memberships import repeated


class ClusterPageForm(PageForm):
    """Shows a membership that repeats another in its own row, before anything is saved."""

    def clean(self):
        """Mark the rows; the whole form is then shown again with nothing lost."""
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        forms = {
            id(form.instance): form
            for form in self._membership_forms()
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        }
        for row in repeated(form.instance for form in forms.values()):
            forms[id(row)].add_error(row.member[0], _("This membership repeats another."))
        return cleaned

    def _membership_forms(self):
        formset = self.formsets.get("memberships")
        return formset.forms if formset and formset.is_bound else []

    def _update_errors(self, errors):
        """The page still holds the rows of before; the rows now typed are judged above."""
        getattr(errors, "error_dict", {}).pop("memberships", None)
        super()._update_errors(errors)

"""The forms of drafts: what a field cannot store is kept beside it as typed.

Wagtail defers only what is required. `as_typed` of a page or snippet maps the name of
a field to what was typed, and that of a relation to such a mapping for each row, by
the row's position (docs/decisions/0013).
"""

from copy import copy

from django.core.exceptions import ValidationError
from django.db.models import IntegerField
from django.forms import ModelChoiceField
from django.forms.formsets import ORDERING_FIELD_NAME
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin.forms.models import WagtailAdminModelForm, WagtailAdminModelFormMetaclass
from wagtail.blocks.base import BlockField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from .draft_blocks import block_of_thread, clean_valid_blocks, refusal_in_draft, refused_parts
from .slugs import refuse_reserved

SHOWN = 80
SLUG = "slug"
NAMES = {"title", "name"}


class DraftFormMetaclass(WagtailAdminModelFormMetaclass):
    """Makes drafts of the forms of rows too; Wagtail makes those of its own class."""

    def __new__(mcs, name, bases, attrs):
        """The form class, with its formsets'."""
        form_class = super().__new__(mcs, name, bases, attrs)
        for relation, formset in getattr(form_class, "formsets", {}).items():
            if relation != COMMENTS_RELATION_NAME and not issubclass(formset.form, DraftForm):
                formset.form = mcs(formset.form.__name__, (DraftForm, formset.form), {})
        return form_class


class DraftForm(WagtailAdminModelForm, metaclass=DraftFormMetaclass):
    """A form that saves a draft whatever is typed, and shows it again as it was typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.as_typed = {}
        if not self.is_bound:
            self.show_typed(getattr(self.instance, "as_typed", {}))

    def show_typed(self, typed):
        """Put what was typed into the fields and rows again."""
        self.as_typed = {name: one for name, one in typed.items() if not isinstance(one, dict)}
        for name, value in self.as_typed.items():
            if not isinstance(self.fields.get(name), ModelChoiceField):
                self.initial[name] = value
        for name in typed.keys() & self.formsets.keys():
            for position, row in enumerate(self.formsets[name].forms):
                row.show_typed(typed[name].get(str(position), {}))

    def full_clean(self):
        """A draft that is opened says at the fields what is wrong with them."""
        super().full_clean()
        if not self.is_bound:
            found = {**self.refusals(), **self._malformed_blocks()}
            for name, error in found.items():
                self._errors[name] = self.error_class([error], renderer=self.renderer)

    def refusals(self):
        """Why each field does not take what was typed."""
        return {name: self._refusal(name) for name in self.as_typed if name in self.fields}

    def refused_inputs(self):
        """The same by the names of inputs: the rows' too, and with `/` and a path the blocks'."""
        found = {}
        for name, error in self._malformed_blocks().items():
            for path, why in refused_parts(getattr(self.instance, name), error).items():
                found["/".join([self.add_prefix(name), *path])] = why
        found |= {self.add_prefix(name): why for name, why in self.refusals().items()}
        for name, formset in self.formsets.items():
            for row in formset.forms if name != COMMENTS_RELATION_NAME else ():
                if row not in formset.deleted_forms:
                    found |= row.refused_inputs()
        return found

    def _refusal(self, name):
        typed = self.as_typed[name]
        if isinstance(self.fields[name], ModelChoiceField):
            return _("What was chosen here cannot be stored. Please choose again.")
        reason = self._reason(name, typed)
        if not typed:
            return reason
        shown = typed if isinstance(typed, str) else ", ".join(typed)
        shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
        return _("You wrote “%(typed)s”. %(reason)s") % {"typed": shown, "reason": reason}

    def _reason(self, name, typed):
        try:
            self.instance._meta.get_field(name).run_validators(self.fields[name].clean(typed))
            if name == SLUG:
                refuse_reserved(typed)
        except ValidationError as error:
            return " ".join(error.messages)
        if name == SLUG and self._is_taken(typed):
            return _("Another one has this short name already.")
        return _("It was not stored. Please save the draft again.")

    def _is_taken(self, slug):
        candidate = copy(self.instance)
        candidate.slug = slug
        if isinstance(candidate, Page):
            return not candidate._slug_is_available(slug, candidate.get_parent(), candidate)
        try:
            candidate.validate_constraints()
        except ValidationError:
            return True
        return False

    def _malformed_blocks(self):
        found = {}
        for name, field in self.fields.items():
            if isinstance(field, BlockField) and self.instance.pk:
                error = refusal_in_draft(field.block, getattr(self.instance, name))
                if error is not None:
                    found[name] = error
        return found

    def defer_required_fields(self):
        """On blocks that no other thread validates meanwhile."""
        super().defer_required_fields()
        for field in self.fields.values():
            if isinstance(field, BlockField):
                field.block = field.widget.block_def = block_of_thread(field.block)

    def is_valid(self):
        """What rows have against each other is asked later, as all else is."""
        is_valid = super().is_valid()
        if not self.is_deferred_validation or is_valid:
            return is_valid
        for formset in self.formsets.values():
            if formset.management_form.is_valid():
                formset.non_form_errors().clear()
        return super().is_valid()

    def _clean_form(self):
        """What the fields refused is set aside; what the form refuses is asked later."""
        if not self.is_deferred_validation:
            super()._clean_form()
            return
        for name in self._errors.keys() & self.fields.keys():
            self._set_aside(name)
        self._errors.clear()
        taken = dict(self.cleaned_data)
        super()._clean_form()
        for name in self._errors:
            if name == SLUG:
                self._set_aside(name)
            elif name in taken:
                self.cleaned_data[name] = taken[name]
        self._errors.clear()

    def _set_aside(self, name):
        field = self.fields[name]
        if isinstance(field, BlockField):
            self.cleaned_data[name] = clean_valid_blocks(field.block, self[name].data)
            return
        if name == ORDERING_FIELD_NAME:
            self.cleaned_data[name] = None  # last
            return
        typed = self[name].data
        is_list = isinstance(typed, (list, tuple))
        self.as_typed[name] = [str(one) for one in typed] if is_list else str(typed or "")

    def _post_clean(self):
        """What the model refuses is stored all the same, unless the database refuses it too."""
        if not self.is_deferred_validation:
            super()._post_clean()
            return
        self._name_untitled()
        fields = {one.name: one for one in self.instance._meta.fields if one.name in self.fields}
        before = {name: getattr(self.instance, one.attname) for name, one in fields.items()}
        super()._post_clean()
        for name in self._errors.keys() & fields.keys():
            if not _fits(fields[name], getattr(self.instance, fields[name].attname)):
                self._set_aside(name)
                setattr(self.instance, fields[name].attname, before[name])
        self._errors.clear()

    def _name_untitled(self):
        """What is new needs a name in lists: the beginning of one that is too long, or none yet."""
        for name in NAMES & self.as_typed.keys():
            if not getattr(self.instance, name):
                longest = self.instance._meta.get_field(name).max_length
                begin = self.as_typed[name][:longest].strip()
                setattr(self.instance, name, begin or self._untitled())

    def _untitled(self):
        """In the language of the page, which need not be the editor's."""
        with override(self.instance.locale.language_code):
            return _("Untitled")

    def save(self, commit=True):
        """Saves the draft together with what its fields could not store."""
        if hasattr(self.instance, "as_typed"):
            self.instance.as_typed = self.all_as_typed()
        return super().save(commit=commit)

    def all_as_typed(self):
        """What was set aside here and in the rows, and what waits in fields not in this form."""
        elsewhere = getattr(self.instance, "as_typed", {}).items()
        shown = self.fields.keys() | self.formsets.keys()
        found = {name: typed for name, typed in elsewhere if name not in shown} | self.as_typed
        for name, formset in self.formsets.items():
            if name == COMMENTS_RELATION_NAME:
                continue
            rows = formset.ordered_forms if formset.can_order else _remaining(formset)
            if typed := {str(n): row.as_typed for n, row in enumerate(rows) if row.as_typed}:
                found[name] = typed
        return found


def _fits(field, value):
    """Whether the database takes a value that the model refuses."""
    if field.unique or field.name == SLUG:
        return False
    if not isinstance(field, IntegerField):
        return True
    try:
        field.run_validators(value)
    except ValidationError:
        return False
    return True


def _remaining(formset):
    """The forms of rows that will be there: neither deleted nor left empty."""
    return [
        form
        for form in formset.forms
        if form not in formset.deleted_forms and (form.instance.pk or form.has_changed())
    ]

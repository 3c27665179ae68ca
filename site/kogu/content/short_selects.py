"""Long lists that begin with what is chosen here most, and keep the rest behind “More…”."""

from django import forms
from django.utils.translation import gettext_lazy as _

MORE = _("More…")


class ShortListSelectMultiple(forms.CheckboxSelectMultiple):
    """Boxes to tick; those that are not among the first are folded away unless one is ticked."""

    template_name = "base/short_list.html"

    def __init__(self, *args, first=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.first = first

    def get_context(self, name, value, attrs):
        """The widget's context, with the choices split into the first ones and the rest."""
        context = super().get_context(name, value, attrs)
        options = [one for _group, each, _index in context["widget"]["optgroups"] for one in each]
        by_code = {str(option["value"]): option for option in options}
        first = [by_code.pop(code) for code in self.first if code in by_code]
        others = [*by_code.values()]
        is_open = any(option["selected"] for option in others)
        context["widget"] |= {"first": first, "others": others, "is_open": is_open}
        return context


def short_choices(choices, first):
    """Choices of one list: the first, then the others under a heading."""
    by_value = dict(choices)
    near = [(value, by_value.pop(value)) for value in dict.fromkeys(first) if value in by_value]
    return [*near, (MORE, [*by_value.items()])]

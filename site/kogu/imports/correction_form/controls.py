"""How a person corrects what was understood: one control for each shape of fact.

A control makes form fields from a fact and makes the fact anew from what was
entered; an emptied field empties the fact.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from kogu.content.number_fields import AmountInput, TypedDecimalField

PRECISIONS = [
    ("day", _("day")),
    ("month", _("month")),
    ("season", _("season")),
    ("year", _("year")),
]


class Text:
    """A few words, or with `rows` a paragraph."""

    def __init__(self, label, rows: int = 0) -> None:
        self.label = label
        self.rows = rows

    def fields(self, name: str, value: Any) -> dict[str, forms.Field]:
        attrs = {"rows": self.rows} if self.rows else {}
        widget = forms.Textarea(attrs) if self.rows else forms.TextInput()
        return {
            name: forms.CharField(
                label=self.label, required=False, initial=value or "", widget=widget
            )
        }

    def value(self, name: str, entered: dict[str, Any], _old: Any) -> Any:
        return entered[name].strip()


class Lines(Text):
    """A list, one item a line."""

    def fields(self, name: str, value: Any) -> dict[str, forms.Field]:
        made = super().fields(name, "\n".join(value or ()))
        made[name].widget = forms.Textarea({"rows": max(2, len(value or ()) + 1)})
        made[name].help_text = _("One a line.")
        return made

    def value(self, name: str, entered: dict[str, Any], _old: Any) -> Any:
        return [line.strip() for line in entered[name].splitlines() if line.strip()]


class Date(Text):
    """A date and how exactly it is known."""

    def fields(self, name: str, value: Any) -> dict[str, forms.Field]:
        initial = dt.date.fromisoformat(value["value"]) if value and value["value"] else None
        date = forms.DateField(
            label=self.label,
            required=False,
            initial=initial,
            widget=AdminDateInput(),
            help_text=_("Written: %(text)s") % {"text": value["text"]} if value else "",
        )
        known = forms.ChoiceField(
            label=capfirst(_("known to the")),
            choices=PRECISIONS,
            initial=value["precision"] if value else "day",
        )
        return {name: date, f"{name}-precision": known}

    def value(self, name: str, entered: dict[str, Any], old: Any) -> Any:
        if not entered[name]:
            return None
        return {
            "value": entered[name].isoformat(),
            "precision": entered[f"{name}-precision"],
            "text": old["text"] if old else "",
            "missing": None,
            "proposals": [],
        }


class Money(Text):
    """An amount; its currency stays as it was said."""

    def fields(self, name: str, value: Any) -> dict[str, forms.Field]:
        currency = value["currency"] if value else "EUR"
        return {
            name: TypedDecimalField(
                label=self.label,
                required=False,
                min_value=0,
                max_digits=14,
                decimal_places=2,
                initial=Decimal(value["amount"]) if value else None,
                help_text=currency,
                widget=AmountInput(currency=currency),
            )
        }

    def value(self, name: str, entered: dict[str, Any], old: Any) -> Any:
        if entered[name] is None:
            return None
        currency = old["currency"] if old else "EUR"
        return {"amount": f"{entered[name]:.2f}", "currency": currency}


class Rows(Text):
    """A list of facts of several parts, with room for one more; an emptied row goes."""

    def __init__(self, label, besides: dict[str, str] | None = None, **parts) -> None:
        super().__init__(label)
        self.parts = parts
        self.empty = {**dict.fromkeys(parts, ""), **(besides or {})}

    def fields(self, name: str, value: Any) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        for number, row in enumerate((*(value or ()), self.empty)):
            for part, label in self.parts.items():
                words = f"{self.label} {number + 1}: {label}"
                made |= Text(words).fields(f"{name}-{number}-{part}", row[part])
        return made

    def value(self, name: str, entered: dict[str, Any], old: Any) -> Any:
        rows = [
            {**row, **{part: entered[f"{name}-{number}-{part}"].strip() for part in self.parts}}
            for number, row in enumerate((*(old or ()), self.empty))
        ]
        return [row for row in rows if any(row[part] for part in self.parts)]


class Parts(Rows):
    """One fact of several parts."""

    def fields(self, name: str, value: Any) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        for part, label in self.parts.items():
            made |= Text(f"{self.label}: {label}").fields(f"{name}-{part}", value[part])
        return made

    def value(self, name: str, entered: dict[str, Any], old: Any) -> Any:
        return {**old, **{part: entered[f"{name}-{part}"].strip() for part in self.parts}}


class Tree(Text):
    """A strategy: its title, then domains and goals, indented by two spaces a level."""

    def fields(self, name: str, value: Any) -> dict[str, forms.Field]:
        lines = [value["title"], *_indented(value["domains"], 1)] if value else []
        made = super().fields(name, "\n".join(lines))
        made[name].strip = False
        made[name].widget = forms.Textarea({"rows": len(lines) + 2})
        made[name].help_text = _("The strategy; below it domains and goals, indented.")
        return made

    def value(self, name: str, entered: dict[str, Any], _old: Any) -> Any:
        lines = [line.rstrip() for line in entered[name].splitlines() if line.strip()]
        if not lines:
            return None
        return {"title": lines[0].strip(), "domains": _tree(lines[1:])}


def _indented(goals: list[dict], level: int) -> list[str]:
    lines = []
    for goal in goals:
        lines.append("  " * level + goal["title"])
        lines += _indented(goal["goals"], level + 1)
    return lines


def _tree(lines: list[str]) -> list[dict]:
    """Each line hangs below the nearest line above it that is indented less."""
    roots: list[dict] = []
    above: list[tuple[int, dict]] = []
    for line in lines:
        depth = len(line) - len(line.lstrip())
        goal = {"title": line.strip(), "goals": []}
        while above and above[-1][0] >= depth:
            above.pop()
        (above[-1][1]["goals"] if above else roots).append(goal)
        above.append((depth, goal))
    return roots

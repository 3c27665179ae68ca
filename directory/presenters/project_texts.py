"""A project's facts, passages and tables, made from its view."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .parts import Fact, facts, linked_fact
from .tables import Cell, Column, Passage, Table, card_cell, cards_cell, without_empty_columns


def facts_of(view):
    """Key facts as labels and values; the unknown is left out."""
    numbers = ", ".join(number.number for number in view.numbers)
    total = view.total.text if view.total else ""
    return (
        *facts((_("Total budget"), total, "", True)),
        *facts(
            Fact(_("Status"), _status(view), lang=view.lang if view.status_reason else ""),
            (_("Period"), view.period.text if view.period else ""),
            (_("Planned end"), _planned_end(view)),
            linked_fact(_("Programme"), view.programmes),
            (_("Project number"), numbers),
            Fact(_("Call for applications"), view.call, lang=view.lang),
            Fact(_("Target group"), view.target_group, lang=view.lang),
            (_("Hashtags"), " ".join(view.hashtags)),
            Fact(_("Prepared by"), _prepared(view), lang=view.lang),
            (_("Last verified on"), view.last_verified.text if view.last_verified else ""),
            (
                _("Publicity stands until"),
                view.publicity_until.text if view.publicity_until else "",
            ),
        ),
    )


def _status(view):
    return (
        f"{view.status_label} ({view.status_reason})" if view.status_reason else view.status_label
    )


def _planned_end(view):
    """The plan, where it came otherwise."""
    return view.planned_end.text if view.planned_end and view.actual_end else ""


def _prepared(view):
    who = ", ".join(filter(None, [view.prepared_by, view.prepared_by_role]))
    return ", ".join(filter(None, [who, view.prepared_on.text if view.prepared_on else ""]))


def passages_of(view):
    """Texts about purpose and results, each under its heading."""
    texts = (
        (_("Focus"), "" if view.focus == view.lead else view.focus),
        (_("Objective"), view.objective),
        (_("Expected results"), view.expected_results),
        (_("Achieved results"), view.achieved_results),
    )
    return tuple(Passage(heading, text=text, lang=view.lang) for heading, text in texts if text)


def tables_of(view):
    """The tables that have rows."""
    tables = (
        _activities(view),
        _indicators(view),
        _deliverables(view),
        _funding(view),
        _partners(view),
    )
    return tuple(table for table in map(without_empty_columns, tables) if table)


def _amount(text):
    return Cell(text, is_amount=True)


def _money(view):
    return _amount(view.text if view else "")


def _funding(view):
    total = (
        Cell(_("Total"), is_heading=True),
        Cell(""),
        _money(view.total),
        _amount(""),
    )
    return Table(
        id="funding",
        heading=_("Funding"),
        columns=(
            Column(_("Source")),
            Column(_("Programme")),
            Column(_("Amount"), is_amount=True),
            Column(_("Share"), is_amount=True),
        ),
        rows=tuple(
            (
                Cell(line.source_label, is_heading=True),
                card_cell(line.programme),
                _money(line.money),
                _amount(line.rate_text),
            )
            for line in view.funding
        ),
        total=total if view.total else (),
    )


def _partners(view):
    return Table(
        id="partners",
        heading=_("Partners"),
        columns=(
            Column(_("Partner")),
            Column(_("Role")),
            Column(_("Country")),
            Column(_("Own budget"), is_amount=True),
        ),
        rows=tuple(
            (
                card_cell(partner.organisation, partner.name, is_heading=True),
                Cell(partner.role_label),
                Cell(partner.country_name),
                _money(partner.budget),
            )
            for partner in view.partners
        ),
    )


def _activities(view):
    return Table(
        id="activities",
        heading=_("Activities"),
        columns=(
            Column(_("Activity")),
            Column(_("How many")),
            Column(_("Planned")),
            Column(_("Carried out")),
            Column(_("Places")),
            Column(_("Events")),
            Column(_("Status")),
        ),
        rows=tuple(
            (
                Cell(activity.description, lang=view.lang, is_heading=True),
                Cell(activity.quantity_text, lang=view.lang if activity.unit else ""),
                Cell(activity.planned.text if activity.planned else ""),
                Cell(activity.actual.text if activity.actual else ""),
                cards_cell(activity.places),
                cards_cell(activity.events),
                Cell(activity.status_label),
            )
            for activity in view.activities
        ),
    )


def _indicators(view):
    return Table(
        id="indicators",
        heading=_("Indicators"),
        columns=(
            Column(_("Indicator")),
            Column(pgettext("indicator", "Target"), is_amount=True),
            Column(_("Achieved"), is_amount=True),
            Column(_("Unit")),
        ),
        rows=tuple(
            (
                Cell(indicator.name, lang=view.lang, is_heading=True),
                _amount(indicator.target_text),
                _amount(indicator.achieved_text),
                Cell(indicator.unit, lang=view.lang),
            )
            for indicator in view.indicators
        ),
    )


def _document(document, lang):
    return Cell(document.title, document.url, lang) if document else Cell("")


def _deliverables(view):
    return Table(
        id="deliverables",
        heading=_("What it leaves behind"),
        columns=(Column(_("Result")), Column(_("Description")), Column(_("Document"))),
        rows=tuple(
            (
                Cell(each.title, each.url, view.lang, is_heading=True),
                Cell(each.description, lang=view.lang),
                _document(each.document, view.lang),
            )
            for each in view.deliverables
        ),
    )

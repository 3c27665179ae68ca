"""A project's rows made into views: money, partners, activities, indicators and the rest."""

from babel import Locale
from django.utils.translation import gettext as _

from directory.models import Place
from directory.project_checks import stated_sum
from kogu.language.formats import format_share

from . import amounts
from .project_view_models import (
    ActivityView,
    AmendmentView,
    DeliverableView,
    FundingView,
    IndicatorView,
    NumberView,
    PartnerView,
    RegisterLinkView,
)


def collect(project, needs):
    """Note what the rows name."""
    rows = (*project.project_numbers.all(), *project.funding_lines.all())
    needs.page_ids |= {row.programme_id for row in rows if row.programme_id}
    needs.page_ids |= {
        row.organisation_id for row in project.project_partners.all() if row.organisation_id
    }
    for row in project.activities.all():
        needs.page_ids.update(row.event_ids)
        needs.snippet_ids[Place].update(row.place_ids)
    needs.document_ids |= {row.document_id for row in project.deliverables.all()} - {None}


def _card(resolved, page_id):
    return resolved.card(resolved.keys_by_page.get(page_id)) if page_id else None


def _pages(resolved, ids):
    return resolved.cards(filter(None, map(resolved.keys_by_page.get, ids)))


def numbers(project, resolved):
    """Numbers with the programmes that gave them."""
    return tuple(
        NumberView(row.number, _card(resolved, row.programme_id))
        for row in project.project_numbers.all()
        if row.number
    )


def funding(project, resolved, language):
    """Where the money comes from; what is not stated fills up to the total."""
    lines = [row for row in project.funding_lines.all() if row.source]
    total = project.total_budget
    rest = total - stated_sum(lines) if total is not None else None
    return tuple(_funding(row, rest, project, resolved, language) for row in lines)


def _funding(row, rest, project, resolved, language):
    amount, total = row.amount, project.total_budget
    if amount is None and not row.is_stated and rest is not None and rest > 0:
        amount = rest
    rate = amount / total if amount is not None and total else None
    return FundingView(
        source=row.source,
        source_label=row.get_source_display(),
        programme=_card(resolved, row.programme_id),
        money=amounts.money(amount, project.currency, language),
        rate=rate,
        rate_text="" if rate is None else format_share(rate, language),
    )


def partners(project, resolved, language):
    """Partners in their order; an organisation without a public page by its name."""
    territories = Locale.parse(language).territories
    return tuple(
        PartnerView(
            name=organisation.title if organisation else row.name,
            role=row.role,
            role_label=row.get_role_display(),
            country=row.country,
            country_name=territories.get(row.country, ""),
            budget=amounts.money(row.budget, project.currency, language),
            organisation=organisation,
        )
        for row in project.project_partners.all()
        if (organisation := _card(resolved, row.organisation_id)) or row.name
    )


def activities(project, resolved, language):
    """What the project does."""
    return tuple(
        ActivityView(
            description=row.description,
            planned=_period(row, "planned", language),
            actual=_period(row, "actual", language),
            quantity=row.quantity,
            unit=row.unit,
            quantity_text=amounts.number(row.quantity, language, row.unit),
            status=row.status,
            status_label=row.get_status_display(),
            places=resolved.snippets(Place, row.place_ids),
            events=_pages(resolved, row.event_ids),
        )
        for row in project.activities.all()
    )


def _period(row, name, language):
    start = amounts.loose(row, f"{name}_start", language)
    return amounts.period(start, amounts.loose(row, f"{name}_end", language))


def indicators(project, language):
    """By what the project is measured."""
    return tuple(
        IndicatorView(
            name=row.name,
            unit=row.unit,
            target=row.target,
            achieved=row.achieved,
            target_text=amounts.number(row.target, language),
            achieved_text=amounts.number(row.achieved, language),
        )
        for row in project.indicators.all()
    )


def deliverables(project, resolved):
    """What the project leaves behind."""
    return tuple(
        DeliverableView(
            title=row.title,
            description=row.description,
            url=row.url,
            document=resolved.document(row.document_id),
        )
        for row in project.deliverables.all()
    )


def amendments(project, language):
    """What was changed on the way."""
    return tuple(
        AmendmentView(
            amounts.loose(row, "changed_on", language), row.what, row.old, row.new, row.reason
        )
        for row in project.amendments.all()
    )


def register_links(project):
    """The project in public registers."""
    return tuple(
        RegisterLinkView(row.register, row.get_register_display() or _("Register"), row.url)
        for row in project.register_links.all()
        if row.url
    )

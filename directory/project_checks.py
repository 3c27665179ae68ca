"""What is missing before a project may be published: money, numbers, rules, partners."""

from decimal import Decimal

from django.utils.translation import gettext as _

from kogu.content.completeness import Problem
from kogu.language.formats import format_money

from .models.dates import first_day
from .models.project_time import ProjectStatus, span_of, status_on
from .models.rules import REQUIRED_FIELDS
from .notices import Grant, nearest, problems_of_grants, rules_of, today

ENDED = {ProjectStatus.FINISHED.value, ProjectStatus.TERMINATED.value}


def problems_of(project):
    """Everything that publishing the project waits for."""
    grant = grant_of(project)
    rules = rules_of(grant, project.locale.language_code)
    return [
        *money_problems(project),
        *number_problems(project, rules),
        *required_problems(project, rules),
        *partner_problems(project),
        *row_problems(project),
        *problems_of_grants([grant], project.locale.language_code, field="project_programmes"),
    ]


def grant_of(project, edges=None):
    """A project's grant as the page itself says it, draft or not."""
    edges = project.edges() if edges is None else edges
    return Grant(
        key=project.translation_key,
        programmes=nearest(e.target_key for e in edges if e.relation == "programme"),
        start=first_day(project.start, project.start_precision),
        pages=((project.locale.language_code, project.title, project.public_url()),),
    )


def stated_sum(lines):
    """The sum of the lines that have an amount."""
    return sum((line.amount for line in lines if line.amount is not None), Decimal(0))


def money_problems(project):
    """Funding adds up to the total; one line of unstated source may close the gap."""
    lines = list(project.funding_lines.all())
    open_lines = [line for line in lines if line.amount is None]
    problems = [
        Problem("funding_lines", _("Choose a source for every funding line."))
        for line in lines[:1]
        if any(not line.source for line in lines)
    ]
    if any(line.is_stated for line in open_lines):
        problems.append(Problem("funding_lines", _("A funding line has no amount.")))
    if lines and project.total_budget is None:
        problems.append(Problem("total_budget", _("Say the total budget that is funded.")))
    elif lines and not _adds_up(project, lines):
        problems.append(_gap_problem(project, lines))
    return problems


def _adds_up(project, lines):
    gap = project.total_budget - stated_sum(lines)
    return gap == 0 or (gap > 0 and any(line.amount is None for line in lines))


def _gap_problem(project, lines):
    language = project.locale.language_code
    words = {
        "sum": format_money(stated_sum(lines), project.currency, language),
        "total": format_money(project.total_budget, project.currency, language),
    }
    return Problem(
        "funding_lines",
        _("The funding lines add up to %(sum)s, but the total budget is %(total)s.") % words,
    )


def number_problems(project, rules):
    """Numbers as their programmes write them; else a warning, since rules have exceptions."""
    own = _rules_by_programme(project)
    problems = []
    for row in project.project_numbers.all():
        patterns = _patterns(own.get(row.programme_id, rules))
        if row.number and patterns and not any(rule.allows(row.number) for rule in patterns):
            words = {"number": row.number, "example": patterns[0].number_example}
            message = (
                _("The number %(number)s is not written as the programme does (%(example)s).")
                if words["example"]
                else _("The number %(number)s is not written as the programme does.")
            )
            problems.append(Problem("project_numbers", message % words, is_warning=True))
    return problems


def _rules_by_programme(project):
    """The rules of each programme that a number names, by its id."""
    from .models.programmes import ProgrammePage

    ids = {row.programme_id for row in project.project_numbers.all() if row.programme_id}
    rows = ProgrammePage.objects.filter(pk__in=ids) if ids else ()
    keys = {row.pk: row.translation_key for row in rows}
    start = first_day(project.start, project.start_precision)
    grant = Grant(project.translation_key, tuple(keys.values()), start)
    found = rules_of(grant, project.locale.language_code)
    return {pk: [rules] for pk, rules in zip(keys, found, strict=True)}


def _patterns(rules):
    """The rules that have a pattern for project numbers."""
    return [rule for each in rules if (rule := each.rule("number_pattern"))]


def required_problems(project, rules):
    """Problems where a field is empty that the programmes' rules require."""
    required = {name for each in rules for name in each.required_fields}
    first, last = span_of(project)
    if status_on(today(), first, last, project.stated_status) not in ENDED:
        required.discard("achieved_results")
    return [
        Problem(name, _("The programme's rules ask for this: %(field)s.") % {"field": words})
        for name, words in REQUIRED_FIELDS
        if name in required and not is_filled(project, name)
    ]


def is_filled(project, name):
    """Whether the page says something in a field or its rows."""
    value = getattr(project, name)
    if hasattr(value, "all"):
        return bool(value.all())
    return value not in (None, "")


def partner_problems(project):
    """Partners have a name and a role; at most one leads."""
    rows = list(project.project_partners.all())
    problems = []
    if any(not row.organisation_id and not row.name.strip() for row in rows):
        problems.append(Problem("project_partners", _("A partner has no name.")))
    if any(not row.role for row in rows):
        problems.append(Problem("project_partners", _("Say the role of every partner.")))
    if sum(row.role == "lead" for row in rows) > 1:
        problems.append(
            Problem("project_partners", _("More than one partner leads."), is_warning=True)
        )
    return problems


def row_problems(project):
    """A changed status has its reason, and no row is left empty."""
    problems = []
    if project.stated_status and not project.status_reason.strip():
        problems.append(Problem("status_reason", _("Say why the status is not as the dates say.")))
    for relation, field, message in EMPTY_ROWS:
        if any(not getattr(row, field).strip() for row in getattr(project, relation).all()):
            problems.append(Problem(relation, message()))
    return problems


EMPTY_ROWS = (
    ("project_numbers", "number", lambda: _("A project number is empty.")),
    ("activities", "description", lambda: _("An activity has no words.")),
    ("indicators", "name", lambda: _("An indicator has no name.")),
    ("deliverables", "title", lambda: _("A deliverable has no name.")),
    ("amendments", "what", lambda: _("An amendment does not say what changed.")),
    ("register_links", "url", lambda: _("A link to a register has no address.")),
)


def keep_until(project, rules):
    """Until when publicity must stand: as stated, else the latest day the rules lead to."""
    if project.publicity_until:
        return project.publicity_until
    days = [day for each in rules if (day := _kept(project, each.rule("keep_years")))]
    return max(days, default=None)


def _kept(project, rule):
    if rule is None:
        return None
    first, last = span_of(project)
    anchor = {
        rule.Anchor.START: first,
        rule.Anchor.END_OF_YEAR: last and last.replace(month=12, day=31),
        rule.Anchor.LAST_PAYMENT: project.last_payment_on,
    }.get(rule.keep_anchor, last)
    if anchor is None:
        return None
    try:
        return anchor.replace(year=anchor.year + rule.keep_years)
    except ValueError:
        # The 29th of February, in a year without one.
        return anchor.replace(year=anchor.year + rule.keep_years, day=28)

"""What funders' rules in force say must stand beside a project's work."""

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from kogu.content.completeness import Problem, register_check
from kogu.content.models import Card, Relation, preference
from kogu.delivery.dependencies import depends_on, valid_until
from kogu.delivery.tick_cache import cached_per_tick
from kogu.presenting.notices import Emblem, Notice, ProjectLink, each_emblem_once, register_source
from kogu.presenting.ui_language import in_ui

from . import tree_queries
from .completeness import rows_of
from .publicity_rules import rule_set


@dataclass(frozen=True)
class Grant:
    """What decides a project's rules: its programmes, and the day it began."""

    key: object
    programmes: tuple
    start: dt.date | None = None
    # Title and address by language.
    pages: tuple = ()

    def links_for(self, locale):
        """The project's page for a reader, if it has one."""
        pages = {
            language: ProjectLink(title, url, in_ui(url, language, locale), language)
            for language, title, url in self.pages
            if url
        }
        return tuple(pages[code] for code in preference(locale) if code in pages)[:1]


def today():
    """The day it is where the organisation is."""
    return timezone.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def grants():
    """Every public project's grant by key, read once until something public changes."""
    return cached_per_tick("grants", _load_grants)


def _load_grants():
    programmes, pages, starts = {}, {}, {}
    named = Relation.objects.filter(source_kind="project", relation="programme")
    for project, programme in named.order_by("sort_order", "id").values_list(
        "source_key", "target_key"
    ):
        programmes.setdefault(project, []).append(programme)
    cards = Card.objects.filter(kind="project", key__in=programmes)
    for key, locale, title, url, facts in cards.values_list(
        "key", "locale", "title", "url", "facts"
    ):
        pages.setdefault(key, []).append((locale, title, url))
        starts[key] = facts.get("start")
    return {
        key: Grant(
            key=key,
            programmes=nearest(named),
            start=dt.date.fromisoformat(starts[key]) if starts.get(key) else None,
            pages=tuple(pages.get(key, ())),
        )
        for key, named in programmes.items()
    }


def nearest(programmes):
    """Programmes without those that another of them already stands under."""
    tree_index, keys = tree_queries.programmes(), tuple(dict.fromkeys(programmes))
    ancestors = {parent for key in keys for parent in tree_index.ancestors_nearest_first(key)}
    return tuple(key for key in keys if key not in ancestors)


def rules_of(grant, locale):
    """The rules in force for a grant, one for each of its programmes."""
    rules_of_all, day = rule_set(locale), grant.start or today()
    if grant.start is None:
        note_rules_expiry(rules_of_all, day)
    return [rules_of_all.rules(key, day) for key in grant.programmes]


def note_rules_expiry(rules_of_all, day):
    """The answer holds until the next day on which a rule begins or has ended."""
    if boundary := rules_of_all.next_boundary(day):
        valid_until(dt.datetime.combine(boundary, dt.time(), ZoneInfo(settings.TIME_ZONE)))


@register_source
def notices_for(project_keys, locale, placement="page"):
    """Notices of these projects' grants: each once, and each emblem once among them all."""
    known = grants()
    return notices_of([known[key] for key in project_keys if key in known], locale, placement)


def notices_of(grants, locale, placement="page"):
    """Notices of grants, in their order."""
    notices = {}
    for grant in grants:
        depends_on(f"project:{grant.key}")
        for rules in rules_of(grant, locale):
            depends_on(*(f"programme:{key}" for key in rules.keys))
            notice = _notice(rules, grant, locale, placement)
            if notice is None:
                continue
            if notice.key in notices:
                projects = (*notices[notice.key].projects, *notice.projects)
                notice = replace(notice, projects=tuple(dict.fromkeys(projects)))
            notices[notice.key] = notice
    return each_emblem_once(notices.values())


def _notice(rules, grant, locale, placement):
    notice = notice_of_rules(rules, placement)
    return notice and replace(notice, projects=grant.links_for(locale))


def notice_of_rules(rules, placement="page"):
    """What these rules say in a kind of place, in print as well; None if nothing."""
    statement, disclaimer = rules.statement(placement), rules.disclaimer(placement)
    emblems = emblems_of(rules)
    if not (statement or disclaimer or emblems):
        return None
    in_print, disclaimer_in_print = rules.in_print()
    source = repr((statement, disclaimer, [emblem.src for emblem in emblems]))
    return Notice(
        key=hashlib.sha256(source.encode()).hexdigest()[:16],
        statement=statement,
        disclaimer=disclaimer,
        emblems=emblems,
        in_print=in_print,
        disclaimer_in_print=disclaimer_in_print,
        is_first_view=rules.is_first_view,
    )


def emblems_of(rules):
    """The marks that the rules show, in their order."""
    return tuple(_emblem(emblem) for emblem in rules.emblems)


def _emblem(emblem):
    depends_on(f"image:{emblem.row.image_id}")
    image = emblem.picture
    return Emblem(src=image.src, width=image.width, height=image.height, alt=emblem.alt)


@register_check
def check_statements_exist(instance):
    """What a page paid for by projects waits for: their funders' statements in its language."""
    rows = rows_of(instance, "page_projects", "project")
    paid = [row for row in rows if row.role == "funded_by"]
    known = grants() if paid else {}
    keys = [row.project.translation_key for row in paid if row.project]
    placement = "event" if instance.kind == "event" else "page"
    return problems_of_grants(
        [known[key] for key in keys if key in known], instance.locale.language_code, placement
    )


def problems_of_grants(grants, locale, placement="page", field="page_projects"):
    """A problem for each programme whose statement this language lacks."""
    lacking = {
        rules.keys[0]: None
        for grant in grants
        for rules in rules_of(grant, locale)
        if rules.lacks_statement(placement)
    }
    if not lacking:
        return []
    cards = Card.objects.filter(kind="programme", key__in=lacking).best_for(locale)
    message = _("The funder's statement of “%(programme)s” is missing in this language.")
    return [Problem(field, message % {"programme": card.title}) for card in cards]

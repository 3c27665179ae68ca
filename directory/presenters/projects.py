"""Projects as readers get them."""

import datetime as dt

from django.utils.translation import gettext_lazy

from directory import tree_queries
from directory.models import ProjectPage
from directory.models.project_time import ProjectStatus, span_of, status_on
from directory.notices import grants, notices_of, rules_of
from directory.project_checks import grant_of, keep_until
from kogu.delivery.dependencies import valid_until
from kogu.presenting.groups import Group
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter

from . import amounts, project_rows, trees
from .project_json_ld import describe
from .project_view_models import ProjectView


def status_at(reader, first, last, stated=""):
    """The status at the reader's moment; the answer holds until the next day that changes it."""
    today = reader.at.astimezone(reader.zone).date()
    turns = [first, last + dt.timedelta(days=1) if last else None]
    coming = [day for day in turns if day and day > today and not stated]
    if coming:
        valid_until(dt.datetime.combine(min(coming), dt.time(), reader.zone))
    return status_on(today, first, last, stated)


@presenter(ProjectPage)
class ProjectPresenter(PagePresenter):
    """A project: what it is for, who pays, what came of it."""

    view = ProjectView
    stories = ("story",)
    status_choices = ProjectStatus
    json_ld = staticmethod(describe)
    related_heading = gettext_lazy("Projects")
    related_position = 10
    related_first = ("news", "event", "cluster", "organisation")
    select_related = ("prepared_by",)
    prefetch = (
        "project_numbers",
        "funding_lines",
        "project_partners",
        "activities",
        "indicators",
        "deliverables",
        "amendments",
        "register_links",
    )

    @classmethod
    def card_status(cls, card, reader):
        """Cards keep dates and only a stated status."""
        first, last = (
            dt.date.fromisoformat(day) if (day := card.facts.get(name)) else None
            for name in ("start", "end")
        )
        return status_at(reader, first, last, card.status)

    def collect(self, needs):
        """Its rows' items, its picture, and the branches of strategies it serves."""
        super().collect(needs)
        if self.instance.hero_image_id:
            needs.image_ids.add(self.instance.hero_image_id)
        project_rows.collect(self.instance, needs)
        self.tree_index = tree_queries.strategies()
        self.goals = list(dict.fromkeys(self.relations.targets("strategy_goal")))
        for goal in self.goals:
            needs.keys |= {goal, *self.tree_index.ancestors_nearest_first(goal)}

    def sharing_image_id(self):
        """The hero image, else the image for sharing."""
        return self.instance.hero_image_id or self.instance.sharing_image_id

    def fields(self, resolved):
        """The view's fields that only projects have."""
        return {
            **super().fields(resolved),
            **self._time(),
            **self._rows(resolved),
            **self._accounting(resolved),
            "hashtags": tuple(self.instance.hashtags.split()),
            "hero": self.instance.hero_picture(resolved),
            "programmes": resolved.cards(dict.fromkeys(self.relations.targets("programme"))),
            "clusters": resolved.cards(self.relations.targets("cluster")),
            "alignment": trees.alignment(self.tree_index, self.goals, resolved),
            "notices": self._notices(),
        }

    def _time(self):
        page, language = self.instance, self.reader.locale
        names = ("start", "planned_end", "actual_end", "prepared_on")
        known = {name: amounts.loose(page, name, language) for name in names}
        status = status_at(self.reader, *span_of(page), page.stated_status)
        return {
            **known,
            "period": amounts.period(known["start"], known["actual_end"] or known["planned_end"]),
            "status": status,
            "status_label": self.status_label(status),
            "status_reason": page.status_reason if page.stated_status else "",
        }

    def _rows(self, resolved):
        page, language = self.instance, self.reader.locale
        return {
            "numbers": project_rows.numbers(page, resolved),
            "total": amounts.money(page.total_budget, page.currency, language),
            "funding": project_rows.funding(page, resolved, language),
            "partners": project_rows.partners(page, resolved, language),
            "activities": project_rows.activities(page, resolved, language),
            "indicators": project_rows.indicators(page, language),
            "deliverables": project_rows.deliverables(page, resolved),
            "amendments": project_rows.amendments(page, language),
            "register_links": project_rows.register_links(page),
        }

    def _accounting(self, resolved):
        page, language = self.instance, self.reader.locale
        keys = self.relations.targets("prepared_by")
        person = resolved.card(keys[0]) if keys else None
        until = keep_until(page, rules_of(self._grant(), language))
        return {
            "prepared_by": person.title if person else page.prepared_by_text,
            "prepared_by_role": (person.facts or {}).get("role", "") if person else "",
            "publicity_until": amounts.day(until, language),
            "last_verified": amounts.day(page.last_verified, language),
        }

    def _grant(self):
        return grant_of(self.instance, self.relations.outgoing)

    def _notices(self):
        """Its own funders' notice, and those of projects that paid for the page itself."""
        known = grants()
        payers = self.relations.targets("project", "funded_by")
        return tuple(
            notices_of(
                [self._grant(), *(known[key] for key in payers if key in known)],
                self.reader.locale,
            )
        )

    def related_groups(self, resolved):
        """Groups of related items but partners, which have a table of their own."""
        partners = set(self.relations.targets("partner"))
        groups = []
        for group in super().related_groups(resolved):
            cards = tuple(card for card in group.cards if card.key not in partners)
            if cards:
                groups.append(Group(group.kind, group.heading, cards))
        return tuple(groups)

"""The publicity rules of all programmes, read once; what is not said is inherited."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from kogu.content.models import preference
from kogu.delivery.tick_cache import cached_per_tick
from kogu.media.pictures import Picture, images_with_texts, picture

from . import tree_queries
from .models.programmes import ProgrammePage
from .models.rules import (
    ChecklistItem,
    ProgrammeEmblem,
    ProgrammeRule,
    ProgrammeStatement,
    ProgrammeThreshold,
)

ANY = "any"


@dataclass(frozen=True)
class EmblemRule:
    """A mark, its words in the language, and the days on which it is shown."""

    row: ProgrammeEmblem
    picture: Picture | None

    @property
    def alt(self):
        """The programme's own words for it, else the image's."""
        return self.row.alt or (self.picture.alt if self.picture else "")


@dataclass
class ProgrammeRules:
    """The rule rows of one programme, inherited ones apart; statements are kept by language."""

    statements: dict[str, list] = field(default_factory=lambda: defaultdict(list))
    emblems: list = field(default_factory=list)
    rules: list = field(default_factory=list)
    thresholds: list = field(default_factory=list)
    checklist: list = field(default_factory=list)

    def boundaries(self):
        """Days on which something of it begins to hold or has just ended."""
        rows = [
            *(row for texts in self.statements.values() for row in texts),
            *(emblem.row for emblem in self.emblems),
            *self.rules,
            *self.thresholds,
            *self.checklist,
        ]
        for row in rows:
            if row.valid_from:
                yield row.valid_from
            if row.valid_until:
                yield row.valid_until + dt.timedelta(days=1)


@dataclass(frozen=True)
class RuleSet:
    """The rules of every programme, by key, in one language."""

    locale: str
    levels: dict

    def rules(self, programme_key, day):
        """What holds for a programme on a day, its own words before those above it."""
        keys = [programme_key, *tree_queries.programmes().ancestors_nearest_first(programme_key)]
        levels = [self.levels[key] for key in keys if key in self.levels]
        return RulesInForce(self.locale, day, tuple(keys), tuple(levels))

    def next_boundary(self, day):
        """The next day on which any rule begins or has ended, or None."""
        days = {b for level in self.levels.values() for b in level.boundaries() if b > day}
        return min(days, default=None)


@dataclass(frozen=True)
class RulesInForce:
    """The rules for one programme on one day; of each part the nearest that is said."""

    locale: str
    day: dt.date
    keys: tuple
    levels: tuple[ProgrammeRules, ...]

    def _in_force(self, rows):
        """Rows in force, those that came last first."""
        held = [row for row in rows if _is_in_force(row, self.day)]
        return sorted(held, key=lambda row: row.valid_from or dt.date.min, reverse=True)

    def _texts(self, placement, name, *, fallback=True):
        """The texts by language, of the nearest programme and place that have any."""
        for level in self.levels:
            for place in (placement, ANY) if fallback else (placement,):
                by_language = {
                    language: words
                    for language, rows in level.statements.items()
                    for row in self._in_force(rows)[::-1]
                    if row.placement == place and (words := getattr(row, name).strip())
                }
                if by_language:
                    return by_language
        return {}

    def statement(self, placement):
        """The statement in this language; never another language's, nor a farther programme's."""
        return self._texts(placement, "statement").get(self.locale, "")

    def disclaimer(self, placement):
        """The disclaimer in this language."""
        return self._texts(placement, "disclaimer").get(self.locale, "")

    def in_print(self):
        """Statement and disclaimer that are meant for paper, where the rules have such."""
        return tuple(
            self._texts("print", name, fallback=False).get(self.locale, "")
            for name in ("statement", "disclaimer")
        )

    def lacks_statement(self, placement):
        """Whether the statement is said in other languages only."""
        texts = self._texts(placement, "statement")
        return bool(texts) and self.locale not in texts

    def _nearest(self, part):
        for level in self.levels:
            rows = [row for row in getattr(level, part) if _is_in_force(row, self.day)]
            if rows:
                return rows
        return []

    @property
    def emblems(self):
        """The emblems in force, in their order."""
        for level in self.levels:
            held = [emblem for emblem in level.emblems if _is_in_force(emblem.row, self.day)]
            if held:
                return [emblem for emblem in held if emblem.picture]
        return []

    @property
    def thresholds(self):
        """Duties that begin at an amount."""
        return self._nearest("thresholds")

    @property
    def checklist(self):
        """The checklist items in force."""
        return self._nearest("checklist")

    def rule(self, name):
        """The nearest rule in force that says something in this field, or None."""
        for level in self.levels:
            for row in self._in_force(level.rules):
                if getattr(row, name):
                    return row
        return None

    @property
    def is_first_view(self):
        """Whether the notice must be seen without scrolling."""
        rule = self.rule("notice_position")
        return rule is not None and rule.notice_position == rule.Position.FIRST_VIEW

    @property
    def required_fields(self):
        """The names of fields that the rules require on a project's page."""
        rule = self.rule("required_fields")
        return rule.required_fields if rule else []


def rule_set(locale):
    """The rules in a language, read once until something public changes."""
    return cached_per_tick(f"rule_set:{locale}", lambda: _load(locale))


def funds():
    """The fund that each public programme itself names."""
    return cached_per_tick(
        "funds",
        lambda: dict(
            ProgrammePage.objects.visible().exclude(fund="").values_list("translation_key", "fund")
        ),
    )


def _is_in_force(row, day):
    begun = row.valid_from is None or row.valid_from <= day
    return begun and (row.valid_until is None or day <= row.valid_until)


def _load(locale):
    pages = {
        pk: (key, language)
        for pk, key, language in ProgrammePage.objects.visible().values_list(
            "pk", "translation_key", "locale__language_code"
        )
    }
    best = _best(pages, locale)
    levels = {key: ProgrammeRules() for key, _language in pages.values()}
    for row in ProgrammeStatement.objects.filter(page_id__in=pages):
        key, language = pages[row.page_id]
        levels[key].statements[language].append(row)
    emblems = list(ProgrammeEmblem.objects.filter(page_id__in=best))
    images = images_with_texts((row.image_id for row in emblems), locale)
    for row in emblems:
        key, language = pages[row.page_id]
        if language != locale:
            row.alt = ""
        made = picture(images.get(row.image_id), language=locale)
        levels[key].emblems.append(EmblemRule(row, made))
    for row in ProgrammeRule.objects.filter(page_id__in=best):
        levels[pages[row.page_id][0]].rules.append(row)
    for model, part in ((ProgrammeThreshold, "thresholds"), (ChecklistItem, "checklist")):
        for row in model.objects.filter(page_id__in=best):
            key, language = pages[row.page_id]
            if language == locale:
                getattr(levels[key], part).append(row)
    return RuleSet(locale, levels)


def _best(pages, locale):
    """Of each programme the row in the language, else in the first that exists."""
    order = {code: rank for rank, code in enumerate(preference(locale))}
    best = {}
    for pk, (key, language) in pages.items():
        rank = order.get(language, len(order))
        if key not in best or rank < best[key][0]:
            best[key] = (rank, pk)
    return [pk for _rank, pk in best.values()]

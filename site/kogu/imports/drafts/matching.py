"""What the site already knows, found by names as people write them."""

import re
from functools import cached_property

from directory.models import (
    ClusterPage,
    OrganisationPage,
    Person,
    ProgrammePage,
    ProjectPage,
    StrategyGoalPage,
    StrategyPage,
)
from kogu.language.sorting import fold

_LEGAL_FORM = re.compile(
    r"\b(?:sa|mtu|ou|as|sia|vsia|ltd|llc|gmbh|sihtasutus|mittetulundushing|osauhing|biedriba"
    r"|nodibinajums|sp z o o|ngo)\b"
)


def folded(name: str) -> str:
    """A name without case, diacritics, quotation marks and punctuation."""
    return re.sub(r"[\W_]+", " ", fold(name or "")).strip()


def bare(name: str) -> str:
    """The same without the legal form before or behind it."""
    return re.sub(r"\s+", " ", _LEGAL_FORM.sub(" ", folded(name))).strip()


class Known:
    """Finds organisations, people, programmes, projects and goals; each language's row first."""

    def __init__(self, locale) -> None:
        self.locale = locale

    def organisation(self, name: str):
        return self._organisations.get(folded(name)) or self._organisations.get(bare(name))

    def cluster(self, name: str):
        return self._clusters.get(folded(name))

    def person(self, name: str, email: str = ""):
        return self._people.get(folded(name)) or (email and self._people.get(folded(email))) or None

    def programme(self, *texts: str):
        """The programme of that name, else the longest name that the text contains."""
        for text in filter(None, texts):
            exact = self._programmes.get(folded(text)) or next(
                (one for name, one in self._programmes.items() if _alike(name, text)), None
            )
            if exact:
                return exact
            within = [
                name
                for name in self._programmes
                if len(name) > 3 and re.search(rf"\b{re.escape(name)}\b", folded(text))
            ]
            if within:
                return self._programmes[max(within, key=len)]
        return None

    def programme_of_number(self, number: str):
        """The programme whose pattern the project number matches, if only one does."""
        fitting = {
            programme.translation_key: programme
            for programme in self._in_order(ProgrammePage)
            for rule in programme.rules.all()
            if rule.number_pattern and rule.allows(number)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def project(self, title: str, number: str = ""):
        return self._projects.get(folded(title)) or (
            (number and self._projects.get(folded(number))) or None
        )

    def strategy(self, title: str):
        """By name, forgiving the ending a language puts on it: "strateegiaga"."""
        return next((one for one in self._strategies if _alike(one.title, title)), None)

    def goal(self, title: str, strategy=None):
        """A domain or goal of the strategy, by name."""
        wanted = folded(re.sub(r"^[\d.]+\s*", "", title)).removesuffix(" valdkond")
        for goal in self._goals:
            is_inside = strategy is None or goal.path.startswith(strategy.path)
            if is_inside and folded(goal.title).removesuffix(" valdkond") == wanted:
                return goal
        return None

    @cached_property
    def _organisations(self):
        names = {}
        for one in self._in_order(OrganisationPage):
            others = one.other_names.split("\n")
            for name in (one.title, one.legal_name, one.short_name, *others):
                names.setdefault(folded(name), one)
                names.setdefault(bare(name), one)
        names.pop("", None)
        return names

    @cached_property
    def _clusters(self):
        return {folded(one.title): one for one in reversed(self._in_order(ClusterPage))}

    @cached_property
    def _people(self):
        names = {}
        for one in self._in_order(Person):
            names.setdefault(folded(one.name), one)
            if one.email:
                names.setdefault(folded(one.email), one)
        return names

    @cached_property
    def _programmes(self):
        names = {}
        for one in self._in_order(ProgrammePage):
            for name in (one.title, one.short_name, one.code):
                if name:
                    names.setdefault(folded(name), one)
        return names

    @cached_property
    def _projects(self):
        names = {}
        for one in self._in_order(ProjectPage):
            numbers = [row.number for row in one.project_numbers.all()]
            for name in filter(None, (one.title, one.acronym, *numbers)):
                names.setdefault(folded(name), one)
        return names

    @cached_property
    def _strategies(self):
        return self._in_order(StrategyPage)

    @cached_property
    def _goals(self):
        return self._in_order(StrategyGoalPage)

    def _in_order(self, model):
        """All rows, those of the document's language first."""
        rows = list(model.objects.all())
        return sorted(rows, key=lambda row: row.locale_id != self.locale.pk)


def _alike(one: str, other: str) -> bool:
    """The same words, whatever case endings they carry: "programmi" and "programm"."""
    words, others = folded(one).split(), folded(other).split()
    return len(words) == len(others) and all(
        word == said
        or (not word.isdigit() and _shared(word, said) >= max(3, min(len(word), len(said)) - 2))
        for word, said in zip(words, others, strict=True)
    )


def _shared(word: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )

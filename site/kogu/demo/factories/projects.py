"""Projects, the programmes that fund them, and the strategies they serve."""

import datetime as dt

import factory

from directory import models as directory

from .base import PageFactory
from .stories import story


class ProgrammeIndexPageFactory(PageFactory):
    """The list of programmes."""

    class Meta:
        model = directory.ProgrammeIndexPage

    title = "Programmid"


class ProgrammePageFactory(PageFactory):
    """A programme; `statement` and `emblem` are its rules for notices."""

    class Meta:
        model = directory.ProgrammePage

    title = factory.Sequence(lambda n: f"Interreg Eesti–Läti {n}")
    fund = directory.ProgrammePage.Fund.INTERREG
    statement = ""
    emblem = None

    @classmethod
    def _build(cls, model_class, *args, statement="", emblem=None, **kwargs):
        from .base import locale_of

        locale = locale_of(kwargs["locale"])
        if statement:
            row = directory.ProgrammeStatement(statement=statement, locale=locale)
            kwargs.setdefault("statements", [row])
        if emblem:
            row = directory.ProgrammeEmblem(image=emblem, alt="Embleem", locale=locale)
            kwargs.setdefault("emblems", [row])
        return super()._build(model_class, *args, **kwargs)


class ProjectIndexPageFactory(PageFactory):
    """The list of projects."""

    class Meta:
        model = directory.ProjectIndexPage

    title = "Projektid"


class ProjectPageFactory(PageFactory):
    """A project of 10 000 euros; `programme` and `number` tie it to who pays."""

    class Meta:
        model = directory.ProjectPage

    title = factory.Sequence(lambda n: f"Loov piir {n}")
    objective = "Kahekordistada müük väljapoole piirkonda."
    start = dt.date(2024, 9, 1)
    planned_end = dt.date(2027, 2, 28)
    total_budget = "10000.00"
    story = factory.LazyFunction(lambda: story("Müügilaud leiab ostja."))
    programme = None
    number = ""

    @classmethod
    def _build(cls, model_class, *args, programme=None, number="", **kwargs):
        if programme:
            kwargs.setdefault(
                "project_programmes", [directory.ProjectProgramme(programme=programme)]
            )
        if number:
            row = directory.ProjectNumber(number=number, programme=programme)
            kwargs.setdefault("project_numbers", [row])
        return super()._build(model_class, *args, **kwargs)


class StrategyIndexPageFactory(PageFactory):
    """The list of strategies."""

    class Meta:
        model = directory.StrategyIndexPage

    title = "Strateegia"


class StrategyPageFactory(PageFactory):
    """A strategy of the region."""

    class Meta:
        model = directory.StrategyPage

    title = factory.Sequence(lambda n: f"Arengustrateegia {n}")
    period_to = 2035


class StrategyGoalPageFactory(PageFactory):
    """A domain or goal of a strategy."""

    class Meta:
        model = directory.StrategyGoalPage

    title = factory.Sequence(lambda n: f"Väikesed müüvad koos {n}")
    level = directory.StrategyGoalPage.Level.GOAL

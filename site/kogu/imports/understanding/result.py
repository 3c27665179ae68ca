"""What was understood of a document; `as_json` is the form other programs read."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Reason:
    """Why a value is proposed: a code from `messages.REASONS` and the words it rests on."""

    code: str
    text: str


@dataclass(frozen=True)
class Proposal:
    """A value the text makes likely, and never says."""

    value: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Moment:
    """A date as the document says it; the value is empty while a part is missing."""

    value: str | None
    precision: str
    text: str
    missing: str | None = None
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody to ask, or somebody who wrote the document; always to be confirmed."""

    name: str
    role: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Organisation:
    """An organisation and the part it plays in the document."""

    name: str
    role: str


@dataclass(frozen=True)
class Partner:
    """Somebody who carries the project together with others."""

    name: str
    role: str


@dataclass(frozen=True)
class Sum:
    """An amount of money, two decimals, as a string."""

    amount: str
    currency: str


@dataclass(frozen=True)
class Goal:
    """A goal of a strategy, and the goals below it."""

    title: str
    goals: tuple["Goal", ...] = ()


@dataclass(frozen=True)
class Strategy:
    """What a project serves: a strategy, its domains and their goals."""

    title: str
    domains: tuple[Goal, ...] = ()


@dataclass(frozen=True)
class Project:
    """The facts of a funded project."""

    title: str = ""
    acronym: str = ""
    numbers: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    focus: str = ""
    activities: tuple[str, ...] = ()
    objective: str = ""
    start: Moment | None = None
    end: Moment | None = None
    total: Sum | None = None
    own_contribution: Sum | None = None
    rest: str | None = None
    strategy: Strategy | None = None
    partners: tuple[Partner, ...] = ()
    prepared_by: str = ""
    prepared_by_role: str = ""
    prepared_on: Moment | None = None


@dataclass(frozen=True)
class Supporter:
    """Who paid, under which programme and project, and for what; each kept apart."""

    organisation: str = ""
    programme: str = ""
    project: str = ""
    number: str = ""
    purpose: str = ""


@dataclass(frozen=True)
class Coordinator:
    """Who keeps a cluster going."""

    organisation: str = ""
    person: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Cluster:
    """The facts of a cluster or network."""

    name: str = ""
    kind: str = "cluster"
    founded: Moment | None = None
    mission: str = ""
    goals: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    founders: tuple[str, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    coordinator: Coordinator = Coordinator()
    partners: tuple[str, ...] = ()
    strategy_documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubt:
    """What was removed, doubtful or not understood; `place` is what stands beside it."""

    code: str
    text: str = ""
    place: str = ""


@dataclass(frozen=True)
class Understood:
    """Everything one document says, in the shape of our pages."""

    kind: str
    language: str
    title: str
    title_provisional: bool
    date: Moment | None
    summary: str
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    project: Project | None
    cluster: Cluster | None
    body: tuple[dict[str, Any], ...] = ()
    warnings: tuple[Doubt, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain data; messages are added by whoever knows the reader's language."""
        return _plain(asdict(self))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value

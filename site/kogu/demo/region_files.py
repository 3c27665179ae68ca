"""Reads the demo region's files into items, each with its facts and its words by language."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "region"
LANGUAGES = ("et", "lv", "pl", "en")


@dataclass(frozen=True)
class Item:
    """One item of the region: what holds in every language, and its words in some."""

    kind: str
    key: str
    written_in: str
    facts: dict = field(repr=False)
    words: dict = field(repr=False)

    @property
    def ref(self):
        """How other items name it."""
        return f"{self.kind}/{self.key}"

    @property
    def languages(self):
        """The language it is written in, then those it is translated into."""
        return [self.written_in, *(code for code in self.words if code != self.written_in)]

    @property
    def story(self):
        """The blocks of its story."""
        return self.facts.get("story", [])

    def word(self, name, language):
        """Its words under a name in a language, empty when it has none."""
        return self.words[language].get(name, "")


def table(name):
    """One file of the region, as it is."""
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)


def _item(kind, key, data):
    words = {code: data[code] for code in LANGUAGES if code in data}
    words = {code: {"title": w} if isinstance(w, str) else w for code, w in words.items()}
    facts = {name: value for name, value in data.items() if name not in LANGUAGES}
    first = next(code for code in data if code in LANGUAGES)
    return Item(kind, key, data.get("written_in", first), facts, words)


def _from_folder(folder, kind):
    for path in sorted((FOLDER / folder).glob("*.toml")):
        yield _item(kind, path.stem, table(f"{folder}/{path.name}"))


def _from_table(name, kind):
    for key, data in table(name).items():
        if key != "areas":
            yield _item(kind, key, data)


def _people():
    for key, data in table("people.toml").items():
        roles = data.pop("role")
        yield _item("person", key, {**data, **{code: {"role": r} for code, r in roles.items()}})


def _goals():
    strategy = table("strategy.toml")
    domains = strategy.pop("domains")
    yield _item("strategy", "2035", strategy)
    for n, (domain_key, domain) in enumerate(domains.items(), 1):
        goals = domain.pop("goals")
        facts = {"level": "domain", "code": str(n), "parent": "strategy/2035"}
        yield _item("goal", domain_key, {**domain, **facts, "written_in": "et"})
        for m, (goal_key, goal) in enumerate(goals.items(), 1):
            facts = {"level": "goal", "code": f"{n}.{m}", "parent": f"goal/{domain_key}"}
            yield _item("goal", f"{domain_key}/{goal_key}", {**goal, **facts, "written_in": "et"})


def _programmes():
    for item in _from_table("programmes.toml", "programme"):
        yield Item(item.kind, item.key, "et", item.facts, item.words)


def _sections():
    for key, names in table("site.toml")["sections"].items():
        words = {code: {"title": title, "slug": slug} for code, (title, slug) in names.items()}
        yield _item("section", key, {"written_in": "et", **words})


def _home():
    return _item("home", "home", {"written_in": "et", **table("site.toml")["home"]})


@cache
def picture_files():
    """The region's pictures: the file of each by the name under which items show it."""
    found = sorted((FOLDER / "pictures").iterdir())
    return {path.stem: path for path in found if path.suffix in {".png", ".webp"}}


@cache
def region():
    """Every item by its ref, in an order in which most come after what they name."""
    items = [
        _home(),
        *_sections(),
        *_from_table("topics.toml", "topic"),
        *_from_table("places.toml", "place"),
        *(_item("area", key, data) for key, data in table("places.toml")["areas"].items()),
        *_people(),
        *_from_folder("organisations", "organisation"),
        *_programmes(),
        *_goals(),
        *_from_folder("clusters", "cluster"),
        *_from_folder("projects", "project"),
        *_from_folder("events", "event"),
        *_from_folder("news", "news"),
        *_from_folder("pages", "page"),
        _item("accessibility", "accessibility", table("accessibility.toml")),
    ]
    return {item.ref: item for item in items}

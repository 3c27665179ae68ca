"""How public items are named: by what they are, never by a database row."""

from typing import NamedTuple
from uuid import UUID


class Ref(NamedTuple):
    """One public item in one language: a news item in Latvian, a topic in Polish."""

    kind: str
    key: UUID
    locale: str

    @property
    def tag(self) -> str:
        """The tag of the item in all its languages.

        A page that shows it may fall back to another language, and names its
        translations, so every language of an item shares one tag.
        """
        return f"{self.kind}:{self.key}"

    @property
    def list_tag(self) -> str:
        """The tag of every list of such items in that language."""
        return list_tag(self.kind, self.locale)


def list_tag(kind: str, locale: str) -> str:
    """The tag of every list of a kind in a language."""
    return f"list:{kind}:{locale}"

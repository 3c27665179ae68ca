"""What an import did, and what it leaves to people."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

LINKED = _("Linked to what is known")
PROPOSED = _("New here; proposed, not made")
OPEN = _("To be decided")


@dataclass
class Report:
    """Notes by heading, each once, in the order in which they came up."""

    notes: dict = field(default_factory=lambda: {LINKED: [], PROPOSED: [], OPEN: []})

    def linked(self, kind, name, said=""):
        """What was found, behind what the document calls it where that differs."""
        words = f"{said} → {name}" if said and said != name else name
        self._note(LINKED, f"{kind}: {words}")

    def proposed(self, kind, name):
        self._note(PROPOSED, f"{kind}: {name}")

    def open(self, words):
        self._note(OPEN, str(words))

    def lines(self):
        """Plain lines, a heading before its notes."""
        for heading, notes in self.notes.items():
            if notes:
                yield f"{heading}:"
                yield from (f"  {note}" for note in notes)

    def _note(self, heading, words):
        if words not in self.notes[heading]:
            self.notes[heading].append(words)

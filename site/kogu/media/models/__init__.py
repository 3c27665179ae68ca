"""Images and documents, each with a public identity."""

from .documents import KoguDocument
from .images import KoguImage, Licence
from .renditions import KoguRendition
from .words import ImageText

__all__ = ["ImageText", "KoguDocument", "KoguImage", "KoguRendition", "Licence"]

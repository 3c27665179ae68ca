"""Images and documents, each with a public identity."""

from .documents import KoguDocument
from .image_texts import ImageText
from .images import KoguImage, Licence
from .renditions import KoguRendition

__all__ = ["ImageText", "KoguDocument", "KoguImage", "KoguRendition", "Licence"]

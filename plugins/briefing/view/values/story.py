"""Key points, quotations and the story."""

from ...frozen import frozen
from ..text import LinkView
from .citations import CitationView, Prose


@frozen
class KeyPointView:
    """One thing to take away."""

    text: str
    citations: tuple[CitationView, ...]
    status: str
    """``reported``, ``claimed``, ``disputed`` or ``analysis``."""
    status_words: str
    """Empty where the whole list is merely reported: said only where it says something."""


@frozen
class QuotationView:
    """A speaker's words, set large."""

    quote: str
    lang: str
    speaker: LinkView
    """url ``#actor-…`` or "" """
    attribution: str
    """``at the press conference after the talks. Via Reuters; likely a translation.``"""
    citations: tuple[CitationView, ...]
    level: str
    level_words: str


@frozen
class StoryBlock:
    """A piece of the story: prose or a pull quotation, one of the two."""

    prose: Prose = ()
    quotation: QuotationView | None = None

"""What experts say, where they agree, and who is missing."""

from typing import Literal

from ...frozen import frozen
from ..text import DateView
from .citations import CitationView, Prose


@frozen
class PointView:
    """One thing an expert says: paraphrase or own words."""

    text: str
    is_quote: bool
    level: str
    level_words: str
    citations: tuple[CitationView, ...]
    parts: Prose = ()
    """The text with a word explained in it, where it uses one first."""
    lang: str = ""
    """The language of the expert's own words, where it is known."""


@frozen
class ExpertViewCard:
    """An expert's view."""

    id: str
    name: str
    actor_url: str
    """``#actor-…`` where the page has a box, else "" """
    affiliation: str
    interests: str
    """Declared interests, or ``not stated``."""
    told_to: str
    date: DateView | None
    headline: str
    points: tuple[PointView, ...]
    quoted: bool
    """Whether any of the expert's own words stand here."""
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the headline."""


@frozen
class GridCell:
    """One expert's answer, always with the word."""

    position: Literal["agrees", "disagrees", "mixed", "not_addressed"]
    words: str


@frozen
class GridAnswer:
    """An answer and the names of those who give it."""

    cell: GridCell
    experts: str


@frozen
class GridRow:
    """One question and everybody's answer to it."""

    question: str
    cells: tuple[GridCell, ...]
    answers: tuple[GridAnswer, ...] = ()
    """Where the experts are too many for a table: each answer with those who give it."""


@frozen
class AgreementGrid:
    """Questions by experts."""

    experts: tuple[str, ...]
    rows: tuple[GridRow, ...]


@frozen
class MissingVoiceView:
    """An absence, said."""

    who: str
    why: str
    citations: tuple[CitationView, ...] = ()
    """What is quoted in them."""

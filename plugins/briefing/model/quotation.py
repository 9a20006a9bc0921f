"""Who said what, word for word."""

from typing import Literal

from .dates import EdtfDate
from .shape import record
from .source import Passages

Translated = Literal["yes", "no", "likely", "unknown"]


@record
class Quotation:
    """Words of a speaker between the source's own quotation marks (schema.org Quotation)."""

    speaker: str
    """An actor's id, or simply a name."""
    quote: str
    """The words, verbatim."""
    occasion: str = ""
    """Where and when they were said."""
    date: EdtfDate | None = None
    """When they were said, where that is known."""
    via: tuple[str, ...] = ()
    """Who reported them, nearest to the speaker first."""
    translated: Translated = "unknown"
    """Whether these are a translation of what was said: yes, no, likely or unknown."""
    passage: Passages = ()
    """The source's words around the quotation."""

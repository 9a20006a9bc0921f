"""Where a statement rests, and the passage it rests on."""

from ...frozen import frozen
from ..text import Html, LinkView, TermUse


@frozen
class CitationView:
    """A number that leads from a statement to the passage it rests on."""

    number: int
    id: str
    """The anchor of this place, to come back to: ``cite-3-1``."""
    passage_id: str
    """``passage-3``"""
    words: str
    """The passage's words, or for words just quoted the occasion: what the margin note says."""
    is_quotation: bool
    """Whether `words` are the source's own (then they stand between quotation marks)."""
    level: str
    """``exact``, ``layout``, ``typography``, ``edited``, or "" where nothing was checked."""
    level_words: str
    """``exact``, ``typography only`` …; said only where it is worth saying (see SourceView.level_words)."""
    is_behind_quotation: bool = False
    """Whether it stands behind words between quotation marks: then their level is said with it."""
    lang: str = ""
    """The language of the words, where it is known."""


Prose = tuple[Html | CitationView | LinkView | TermUse, ...]
"""Running text: markup, and in their places citations, the first mention of each actor and of each explained word."""


@frozen
class PassageView:
    """A cited passage."""

    number: int
    id: str
    exact: str
    live_url: str
    """Leads to these words in the live article (a text fragment); "" where it has no address."""
    saved_url: str
    """Leads to these words on the page of the source; "" where its text is not shown."""
    level: str
    level_words: str
    """"" where it is the level said once for the whole source."""
    uses: tuple[LinkView, ...]
    """``key points`` → ``#cite-3-1`` …"""
    places: tuple[tuple[int, int], ...] = ()
    """Where it stands in the source, each fragment of it: offsets in characters of the text."""

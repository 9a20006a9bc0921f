"""A source among a briefing's sources, and on a page of its own."""

from ...frozen import frozen
from ..text import Direction, LinkView
from .citations import PassageView


@frozen
class SourceView:
    """A source, and what is cited from it."""

    id: str
    """``source-thanhnien-2023-05-08``"""
    title: str
    lang: str
    details: str
    """``ThanhNien Newspaper, 8 May 2023. No byline.``"""
    url: str
    archive_url: str
    quality: tuple[str, ...]
    page_url: str
    """The page with its whole text; "" where its rights do not allow one."""
    saved: str
    """``Saved copy 000.txt, SHA-256 30771bec…61.`` or ``Not saved: nothing is quoted from it.``"""
    level_words: str
    """``All 28 passages match the saved copy, letter for letter.`` or "" """
    passages: tuple[PassageView, ...]


@frozen
class CitedIn:
    """A briefing that cites a source, with its number on the page of the source."""

    number: int
    link: LinkView


@frozen
class MarkedText:
    """A stretch of a source's text; `anchors` are the cited passages that begin here."""

    text: str
    is_cited: bool = False
    anchors: tuple[str, ...] = ()
    cited_in: tuple[CitedIn, ...] = ()
    """The places in briefings that use the passages that end here."""


@frozen
class SavedSourceView:
    """A source whose rights allow it to be shown whole, paragraph by paragraph, cited passages marked."""

    title: str
    details: str
    lang: str
    dir: Direction
    url: str
    """Its live address, or ""."""
    quality: tuple[str, ...]
    paragraphs: tuple[tuple[MarkedText, ...], ...]
    cited_in: tuple[CitedIn, ...]
    """Every briefing that cites it."""
    fiction: bool = False

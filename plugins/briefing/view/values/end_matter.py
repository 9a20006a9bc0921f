"""What stands at the end: what to watch, corrections, words explained, further reading."""

from typing import Literal

from ...frozen import frozen
from ..text import DateView, Direction, Html, LinkView
from .citations import CitationView

EMPTY = Html("")


@frozen
class WatchItemView:
    """Something that may happen next."""

    text: str
    date: DateView | None
    status: Literal["open", "happened", "lapsed"]
    status_words: str
    """``happened``, ``lapsed``; "" for open."""
    outcome: str
    citations: tuple[CitationView, ...]
    briefing: LinkView | None = None
    """On the home page, the briefing it stands in."""
    overdue: Html = EMPTY
    """That its date is over, filled in when that is known."""
    lang: str = ""
    """The language of the text, where it is not the page's."""


@frozen
class UpdateView:
    """A change made after publication."""

    date: DateView
    kind: str
    """``update``, ``correction``, ``clarification`` or ``retraction``."""
    kind_words: str
    text: str
    was: str
    now: str
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the text."""


@frozen
class TermView:
    """A word explained."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: str
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the definition."""


@frozen
class RelatedView:
    """Another page worth reading."""

    link: LinkView
    relation: str
    external: bool


@frozen
class TranslationView:
    """The same briefing in another language."""

    name: str
    """``Tiếng Việt``, what the language calls itself."""
    url: str
    lang: str
    dir: Direction
    title: str


@frozen
class HreflangView:
    """A language of a page, or ``x-default``, and where it is: a whole address, or one relative to the page."""

    lang: str
    href: str


@frozen
class NeighboursView:
    """What a page says of other pages, filled in when every page is known."""

    related: tuple[RelatedView, ...] = ()
    translations: tuple[TranslationView, ...] = ()
    hreflang: tuple[HreflangView, ...] = ()
    """All languages of the page, its own too, for machines; empty where it has one."""

"""Pages that list briefings."""

from dataclasses import dataclass

from .end_matter import WatchItemView
from .story import QuotationView
from .strip import StripView
from .text import DateView, LinkView


@dataclass(frozen=True, slots=True)
class BriefingCard:
    """A briefing in a list: all a list page needs to know of it."""

    title: str
    url: str
    lang: str
    summary: str
    category: LinkView | None
    as_of: DateView
    counts: str
    strip: StripView | None
    quotation: QuotationView | None
    """Its first quotation, without citations."""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Briefings under one heading: a category or a year."""

    heading: LinkView
    cards: tuple[BriefingCard, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page: the newest briefing large, then by category, and what to watch next."""

    lead: BriefingCard | None
    groups: tuple[CardGroup, ...]
    watch: tuple[WatchItemView, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All briefings, newest first, by year."""

    title: str
    groups: tuple[CardGroup, ...]
    newer: LinkView | None = None
    """The page of this list with newer briefings."""
    older: LinkView | None = None
    archive: tuple[LinkView, ...] = ()
    """Other lists to look in, where this one does not show everything."""

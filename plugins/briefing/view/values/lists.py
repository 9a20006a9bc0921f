"""Pages that list briefings."""

from ...frozen import frozen
from ..text import DateView, Html, LinkView
from .end_matter import WatchItemView
from .site_timeline import SiteEventView
from .story import QuotationView
from .strip import StripView


@frozen
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
    fiction: bool = False


@frozen
class DrawnCard:
    """A card as markup, drawn once for all lists that show it."""

    title: str
    url: str
    html: Html
    fiction: bool = False


@frozen
class DrawnGroup:
    """Drawn cards under one heading."""

    heading: LinkView
    cards: tuple[DrawnCard, ...]


@frozen
class CardGroup:
    """Briefings under one heading: a category or a year."""

    heading: LinkView
    cards: tuple[BriefingCard, ...]


@frozen
class HomeView:
    """The front page: the newest briefing large, then by category, and what to watch next."""

    lead: BriefingCard | None
    groups: tuple[CardGroup, ...]
    watch: tuple[WatchItemView, ...]
    on_this_day: tuple[SiteEventView, ...] = ()
    """What happened on the day of the build, in other years."""
    day: str = ""
    """``28 November``"""


@frozen
class ArchiveGroup:
    """Other lists to look in: the categories, the tags, the years."""

    heading: str
    links: tuple[LinkView, ...]


@frozen
class IndexView:
    """Briefings, newest first, by year: all of them, or those of a category, a tag or a year."""

    title: str
    groups: tuple[DrawnGroup, ...]
    newer: LinkView | None = None
    """The page of this list with newer briefings."""
    older: LinkView | None = None
    archive: tuple[ArchiveGroup, ...] = ()
    kind: str = ""
    """``Category``, ``Tag``, ``Year``; "" for all briefings."""
    count: str = ""
    """``12 briefings``: in the whole list, of which this may be one page."""
    lang: str = ""
    """The language of the title, where it is not the page's."""

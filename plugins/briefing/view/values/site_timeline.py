"""The timeline of all briefings, and what happened on this day."""

from ...frozen import frozen
from ...model.dates import EdtfDate
from ..text import DateView, LinkView
from .strip import StripView
from .timeline import GapView, Marker


@frozen
class SiteEventView:
    """An event as pages of the whole site show it, once, with every briefing that tells of it."""

    title: str
    url: str
    """Its place in the first of these briefings."""
    when: EdtfDate
    date: DateView
    year: str
    marker: Marker
    status_words: str
    importance: int
    actors: tuple[LinkView, ...]
    """Names; the url is the id, which the filter asks for."""
    categories: tuple[str, ...]
    briefings: tuple[LinkView, ...]
    """Titles of briefings, each with the event's place there."""
    lang: str = ""
    """The language of the title, where it is not the page's."""
    span_step: int = 0
    """The height of a span, as on a briefing's own timeline."""


@frozen
class YearView:
    """The events that began in a year."""

    year: str
    id: str
    """``year-2023``"""
    gap: GapView | None
    """The years without an event before it, where there are such."""
    events: tuple[SiteEventView, ...]
    horizon: str = ""
    """``As of 8 May 2023``, above the first year of what had not happened yet."""


@frozen
class YearBar:
    """A year that has a page of its own: how many events, and as a share of the fullest year in per cent."""

    link: LinkView
    count: str
    share: float


@frozen
class SiteTimelineView:
    """A page of the timeline: all events where they are few, else the years, and each year's own page."""

    title: str
    caption: str
    """``8 events, 1910 to 2023``"""
    strip: StripView | None
    years: tuple[YearView, ...]
    bars: tuple[YearBar, ...]
    actors: tuple[LinkView, ...]
    """What the filter offers: those who took part in something, by name."""
    categories: tuple[str, ...]
    parent: LinkView | None = None
    """The page of all years, on a year's own."""
    earlier: LinkView | None = None
    later: LinkView | None = None

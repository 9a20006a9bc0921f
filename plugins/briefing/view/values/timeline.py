"""The timeline as a list."""

from typing import Literal

from ...frozen import frozen
from ..text import DateView, LinkView
from .citations import CitationView

Marker = Literal["happened", "inferred", "scheduled", "called_for", "cancelled", "span", "span-inferred"]


@frozen
class GapView:
    """The time between two events: `step` sets its height, `words` say it."""

    step: int
    words: str
    dotted: bool
    """A year or more."""


@frozen
class EventView:
    """One event of the timeline."""

    id: str
    """``event-2019-tokyo-orders-curbs``, a link of its own."""
    title: str
    text: str
    date: DateView
    start: DateView | None
    """For a span its two ends, `start` at the head of the bar and `end` at the foot; else both None."""
    end: DateView | None
    span_step: int
    span_words: str
    """``35 years``; only for spans."""
    marker: Marker
    status_words: str
    """``scheduled``, ``called for``, ``cancelled``, ``ongoing``; "" for what happened."""
    as_written: str
    """The date in the source's own words."""
    importance: int
    folded: bool
    """Importance 2 and 3: title shown as one light line, the rest folded (only when there is a rest)."""
    location: str
    actors: tuple[LinkView, ...]
    citations: tuple[CitationView, ...]
    gap: GapView | None
    """The gap before this event."""
    source_lang: str = ""
    """The language of the source, where it is known."""


@frozen
class TimelineView:
    """The list of events, and the horizon: below it nothing had happened yet."""

    caption: str
    """``8 events, 1910 to May 2023``"""
    past: tuple[EventView, ...]
    horizon: str
    """``As of 8 May 2023``; "" where there is nothing ahead."""
    ahead: tuple[EventView, ...]
    legend: tuple[str, ...]
    """Which of ``span gap happened inferred scheduled`` stand in this timeline."""

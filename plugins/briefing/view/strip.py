"""The timeline as one line to true scale, for the header and for cards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar

from ..model.dates import EdtfDate
from ..model.timeline import TimelineEvent
from .date_words import gap_words
from .timeline import is_ahead
from .values import Anchor, StripBar, StripDot, StripLabel, StripView
from .wording import in_numbers, is_rtl, wording_of

SCALE = 96.0  # per cent of the width that the past takes when something lies ahead
LEAST_VOID = 18.0  # per cent; a shorter void is not named
LABEL = 9.5  # per cent that a year takes on the narrowest screen, 320 px
LEAST_APART = LABEL + 2.0  # per cent between the middles of two labels
WIDEST_DOT = 400  # days: a year-only date is a bar one year wide, anything shorter a dot
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    width: float

    def at(self, day: int) -> float:
        return round(self.width * (day - self.first) / max(1, self.last - self.first), 2)


def show_strip(timeline: Sequence[TimelineEvent], as_of: EdtfDate, locale: str) -> StripView | None:
    """Return the strip; None where fewer than two dates, or no time between them, leave nothing to measure."""
    past = [(e, extent) for e in timeline if not is_ahead(e) and (extent := _extent(e.date))]
    if len(past) < 2:
        return None
    now = max([end for _, (_, end) in past] + [as_of.end or 0])
    first = min(start for _, (start, _) in past)
    if now - first < 2:
        return None
    ahead = any(is_ahead(e) for e in timeline)
    scale = _Scale(first, now, SCALE if ahead else 100.0)
    void, words = _longest_void([(x, e.date) for e, x in past], locale)
    left, right = scale.at(void[0]), scale.at(void[1])
    is_named = bool(words) and right - left >= LEAST_VOID
    bars = [(e, x) for e, x in past if x[1] - x[0] >= 27]
    dots = [(e, x) for e, x in past if x[1] - x[0] < 27]
    strip = StripView(
        bars=tuple(
            StripBar(scale.at(a), max(0.4, round(scale.at(b) - scale.at(a), 2)), e.status == "ongoing")
            for e, (a, b) in bars
        ),
        dots=tuple(_dot(e, x, scale) for e, x in dots) + ((StripDot(100.0, "scheduled"),) if ahead else ()),
        labels=_labels([x for _, x in past], void if is_named else (), scale),
        voids=(StripLabel(round((left + right) / 2, 2), words, "middle"),) if is_named else (),
        now=scale.at(now),
        description=_description([x for _, x in past], ahead, locale),
    )
    return _mirrored(strip) if is_rtl(locale) else strip


def _mirrored(strip: StripView) -> StripView:
    """Return a strip on which time runs from right to left; a label's anchor follows the direction of its text."""

    def opposite(x: float) -> float:
        return round(100 - x, 2)

    return replace(
        strip,
        bars=tuple(replace(bar, x=opposite(bar.x + bar.width)) for bar in strip.bars),
        dots=tuple(replace(dot, x=opposite(dot.x)) for dot in strip.dots),
        labels=tuple(replace(label, x=opposite(label.x)) for label in strip.labels),
        voids=tuple(replace(void, x=opposite(void.x)) for void in strip.voids),
        now=opposite(strip.now),
        start=strip.end,
        end=strip.start,
    )


def _extent(date: EdtfDate) -> Extent | None:
    return (date.start, date.end) if date.start is not None and date.end is not None else None


def _dot(event: TimelineEvent, extent: Extent, scale: _Scale) -> StripDot:
    return StripDot(scale.at(extent[0]), "inferred" if event.date_basis == "inferred" else "happened")


def _labels(extents: Sequence[Extent], void: tuple[int, ...], scale: _Scale) -> tuple[StripLabel, ...]:
    """Return the years at which something begins or ends, as far apart as they must be.

    The first comes before all others, then the ends of the void that is named (or its name would seem to measure
    from another year), then the last.
    """
    days = sorted({day for extent in extents for day in extent})
    places: dict[int, float] = {}
    for day in (days[0], *void, days[-1], *days):
        x = scale.at(day)
        if _year(day) not in places and all(abs(_middle(x) - _middle(o)) >= LEAST_APART for o in places.values()):
            places[_year(day)] = x
    return tuple(StripLabel(x, str(year), _anchor(x)) for year, x in sorted(places.items()))


def _anchor(x: float) -> Anchor:
    return "start" if x < 4 else "end" if x > 90 else "middle"


def _middle(x: float) -> float:
    return x + {"start": LABEL / 2, "middle": 0, "end": -LABEL / 2}[_anchor(x)]


def _year(day: int) -> int:
    """Return the proleptic Gregorian year of a day number."""
    return calendar.fromordinal(day).year if 1 <= day <= 3652059 else round(day / 365.2425)


def _longest_void(dates: Iterable[tuple[Extent, EdtfDate]], locale: str) -> tuple[tuple[int, int], str]:
    """Return the longest stretch in which nothing is known to have happened, and how long it is in words."""
    ordered = sorted(dates, key=lambda each: each[0])
    longest, words, reached = (0, 0), "", ordered[0]
    for extent, date in ordered[1:]:
        if extent[0] - reached[0][1] > longest[1] - longest[0]:
            longest, words = (reached[0][1], extent[0]), gap_words(reached[1], date, locale)
        reached = max(reached, (extent, date), key=lambda each: each[0][1])
    return longest, words


def _description(extents: Sequence[Extent], ahead: bool, locale: str) -> str:
    first, last = min(a for a, _ in extents), max(b for _, b in extents)
    one, many = (
        in_numbers(
            "%(number)s date from %(start)s to %(end)s, drawn to scale; something is scheduled after that",
            "%(number)s dates from %(start)s to %(end)s, drawn to scale; something is scheduled after that",
        )
        if ahead
        else in_numbers(
            "%(number)s date from %(start)s to %(end)s, drawn to scale",
            "%(number)s dates from %(start)s to %(end)s, drawn to scale",
        )
    )
    return wording_of(locale).ngettext(one, many, len(extents), start=_year(first), end=_year(last))

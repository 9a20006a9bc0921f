"""The timeline as one line to true scale, for the header and for cards."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ..frozen import frozen, replace
from ..model.dates import EdtfDate
from ..model.timeline import TimelineEvent
from .date_words import gap_words
from .timeline import is_ahead
from .values import Anchor, StripBar, StripDot, StripLabel, StripView
from .wording import in_numbers, is_rtl, wording_of
from .years import year_of, year_words

SCALE = 96.0  # per cent of the width that the past takes when something lies ahead
LEAST_VOID = 18.0  # per cent; a shorter void is not named
DIGIT = 2.4  # per cent that one takes on the narrowest screen, 320 px; labels stand as far apart
WIDE_DIGIT = 1.15  # per cent on a strip of 42rem, see strip.css
Extent = tuple[int, int]


@frozen
class _Scale:
    first: int
    last: int
    width: float

    def at(self, day: int) -> float:
        return round(self.width * (day - self.first) / max(1, self.last - self.first), 2)


@lru_cache(maxsize=2)  # asked for by a page and by its card, most often in one language
def show_strip(timeline: tuple[TimelineEvent, ...], as_of: EdtfDate, locale: str) -> StripView | None:
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
        dots=tuple(sorted(_dots(dots, ahead, scale), key=lambda dot: dot.kind == "happened")),  # painted last
        labels=_labels([x for _, x in past], void if is_named else (), scale, locale),
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


def _dots(past: Iterable[tuple[TimelineEvent, Extent]], ahead: bool, scale: _Scale) -> Iterator[StripDot]:
    yield from (_dot(event, extent, scale) for event, extent in past)
    if ahead:
        yield StripDot(100.0, "scheduled")


def _dot(event: TimelineEvent, extent: Extent, scale: _Scale) -> StripDot:
    return StripDot(scale.at(extent[0]), "inferred" if event.date_basis == "inferred" else "happened")


def _labels(extents: Sequence[Extent], void: tuple[int, ...], scale: _Scale, locale: str) -> tuple[StripLabel, ...]:
    """Return the years at which something begins or ends, as far apart as they must be.

    The first comes before all others, then the ends of the void that is named (or its name would seem to measure
    from another year), then the last. What has room only on a wide strip comes after those.
    """
    days = sorted({day for extent in extents for day in extent})
    labels: dict[int, StripLabel] = {}
    for digit in (DIGIT, WIDE_DIGIT):
        for day in (days[0], *void, days[-1], *days):
            year, x = year_of(day), scale.at(day)
            if year in labels:
                continue
            label = _label(x, year_words(year, locale), digit)
            if not any(_touch(label, other, digit) for other in labels.values()):
                labels[year] = label
    return tuple(label for _, label in sorted(labels.items()))


def _label(x: float, text: str, digit: float) -> StripLabel:
    is_wide = digit == WIDE_DIGIT
    width = digit * len(text)
    last = 100 - (width / 2 if is_wide else width)  # on a narrow strip the newest years are pulled in, to make room
    anchor: Anchor = "start" if x < width / 2 else "end" if x > last else "middle"
    return StripLabel(x, text, anchor, is_wide)


def _touch(one: StripLabel, other: StripLabel, digit: float) -> bool:
    (a, b), (c, d) = _taken(one, digit), _taken(other, digit)
    return a < d + digit and c < b + digit


def _taken(label: StripLabel, digit: float) -> tuple[float, float]:
    width = digit * len(label.text)
    start = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return start, start + width


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
    return wording_of(locale).ngettext(
        one, many, len(extents), start=year_words(year_of(first), locale), end=year_words(year_of(last), locale)
    )

"""What a calendar shows of a briefing: scheduled and cancelled events, and what to watch that has a date.

A date takes the days it can mean, all of them: a month is a span with a note. What is called for is not scheduled
and stands in no calendar; nor does a date vaguer than a year, which would fill it.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from ..frozen import frozen, replace
from ..model.dates import EdtfDate
from ..model.timeline import DateBasis
from ..view.dates import show_date
from ..view.fiction import marked
from ..view.markup import anchors, slug_of
from .addresses import permanent_id
from .characters import language, one_line
from .published import Published, first_day, is_hedged, last_day

LONGEST = 366
"""Days that a date which is no span may mean."""
Certainty = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@frozen
class CalendarEntry:
    """One entry of a calendar; texts are clean, and all but the description on one line."""

    uid: str
    """A UUID that stays the same when the date changes."""
    stamp: datetime
    """When the briefing was last changed, in UTC."""
    starts: date | datetime
    """The first day, or a moment in UTC."""
    ends: date | None
    """The day after the last; None for a moment."""
    summary: str
    """The title, with (?) where the date is not certain."""
    description: str
    """The date in words, with what is not known of it; then what else there is to say, and the briefing's title."""
    location: str
    url: str
    """Of the place on the briefing's page, relative to the site's root."""
    status: Certainty
    lang: str


@lru_cache(maxsize=1)  # asked for its own calendar, and for that of all
def calendar_entries(published: Published) -> tuple[CalendarEntry, ...]:
    """Return the entries of one briefing, events first."""
    dated = (*_events(published), *_watched(published))
    return tuple(entry for each in dated for entry in _entry(published, each))


def each_once(entries: Iterable[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    """Return the entries of many briefings, newest first, with those that say the same of the same days as one.

    It is as the newest briefing tells it, under the id of the oldest: subscribers have that one already.
    """
    found: dict[tuple[object, ...], CalendarEntry] = {}
    for entry in entries:
        key = (entry.starts, entry.ends, entry.summary.casefold())
        found[key] = replace(found.get(key, entry), uid=entry.uid)
    return tuple(found.values())


@frozen
class _Dated:
    """Something with a date: `key` tells it from others of the briefing, `place` is its anchor on the page."""

    key: str
    place: str
    date: EdtfDate
    title: str
    text: str = ""
    location: str = ""
    basis: DateBasis = "stated"
    is_cancelled: bool = False
    is_open: bool = False
    """It is a question, and not an event."""

    @property
    def is_sure(self) -> bool:
        return self.basis != "inferred" and not is_hedged(self.date)

    @property
    def status(self) -> Certainty:
        if self.is_cancelled:
            return "CANCELLED"
        return "CONFIRMED" if self.is_sure and not self.is_open else "TENTATIVE"


def _events(published: Published) -> Iterator[_Dated]:
    for event, shown in published.events():
        if event.status in ("scheduled", "cancelled"):
            cancelled = event.status == "cancelled"
            words = (event.title, event.text, event.location)
            yield _Dated(shown.id, shown.id, event.date, *words, event.date_basis, cancelled)


def _watched(published: Published) -> Iterator[_Dated]:
    keys = anchors(f"watch-{slug_of(item.text)}" for item in published.briefing.watch)
    for item, key in zip(published.briefing.watch, keys, strict=True):
        if item.date and item.status == "open":
            yield _Dated(key, "what-to-watch", item.date, item.text, is_open=True)


def _entry(published: Published, dated: _Dated) -> Iterator[CalendarEntry]:
    """Yield the entry, or nothing where its date has no place in a calendar."""
    when = _when(dated.date)
    if when is None:
        return
    title = marked(dated.title, published.view.fiction, published.view.lang)
    yield CalendarEntry(
        uid=permanent_id(published.site, published.view.url, dated.key),
        stamp=published.modified,
        starts=when[0],
        ends=when[1],
        summary=one_line(title) + ("" if dated.is_sure else " (?)"),
        description=_description(published, dated),
        location=one_line(dated.location),
        url=f"{published.view.url}#{dated.place}",
        status=dated.status,
        lang=language(published.view.lang),
    )


def _description(published: Published, dated: _Dated) -> str:
    shown = show_date(dated.date, dated.basis, published.view.lang)
    when = ", ".join((shown.words, *shown.qualifiers))
    return "\n".join(filter(None, map(one_line, (when, dated.text, published.view.title))))


def _when(date: EdtfDate) -> tuple[date | datetime, date | None] | None:
    """Return the days from the first to the day after the last, or a moment where the time is known with its offset.

    A time without an offset is of no zone that is known: its day is taken. Of a span of which one end is open or
    not known, the other is taken.
    """
    if date.precision == "time" and (moment := _moment(date.text)):
        return moment, None
    known = date if date.start is not None and date.end is not None else date.begins or date.ends
    starts, ends = (first_day(known), last_day(known)) if known else (None, None)
    if starts is None or ends is None or ends.year == 9999:
        return None
    if not date.is_interval and (ends - starts).days >= LONGEST:
        return None
    return starts, ends + timedelta(days=1)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None

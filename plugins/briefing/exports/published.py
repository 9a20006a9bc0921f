"""A briefing as exporters are given it, and its moments: nothing here asks a clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo

from ..model.briefing import Briefing
from ..model.dates import EdtfDate
from ..model.moment import in_zone
from ..model.source import Passage
from ..model.timeline import TimelineEvent
from ..parsing.resolve import Resolved
from ..view.citations import Verified
from ..view.site import Site
from ..view.timeline import is_ahead
from ..view.values import BriefingView, EventView
from .addresses import absolute

LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """A briefing with its page: what is known, and how it is shown. It equals itself alone."""

    resolved: Resolved
    view: BriefingView
    site: Site
    verified: Mapping[Passage, Verified] = field(default_factory=dict)
    """How each passage and quotation was found in its source."""
    zone: tzinfo = UTC
    """The time zone of moments that are written without an offset."""

    @property
    def briefing(self) -> Briefing:
        """The briefing itself."""
        return self.resolved.briefing

    @property
    def address(self) -> str:
        """The absolute address of its page; "" where the site has none."""
        return absolute(self.site, self.view.url)

    @property
    def published(self) -> datetime:
        """When it was published, in UTC."""
        return in_utc(self.briefing.date, self.zone)

    @property
    def modified(self) -> datetime:
        """When it was last changed, in UTC: as its editor says, or by its newest update, never before publication."""
        days = [first_day(update.date) for update in self.briefing.updates]
        moments = [in_utc(datetime.combine(day, time()), self.zone) for day in days if day]
        given = [in_utc(self.briefing.modified, self.zone)] if self.briefing.modified else []
        return max([self.published, *given, *moments])

    def events(self) -> Iterator[tuple[TimelineEvent, EventView]]:
        """Yield each event with what the page shows of it, in the order of the page."""
        if self.view.timeline:
            events = sorted(self.briefing.timeline, key=lambda e: e.date.sort_key)
            in_order = [e for e in events if not is_ahead(e)] + [e for e in events if is_ahead(e)]
            yield from zip(in_order, self.view.timeline.past + self.view.timeline.ahead, strict=True)


def in_utc(moment: datetime, zone: tzinfo = UTC) -> datetime:
    """Return a moment in UTC, to the second; at the ends of the calendar its offset goes unheeded."""
    placed = in_zone(moment, zone).replace(microsecond=0)
    try:
        return placed.astimezone(UTC)
    except OverflowError:
        return placed.replace(tzinfo=UTC)


def rfc3339(moment: datetime) -> str:
    """Return a moment in UTC as RFC 3339 writes it: ``2023-05-08T12:00:00Z``."""
    return moment.isoformat().replace("+00:00", "Z")


def first_day(when: EdtfDate) -> date | None:
    """Return the first day a date can mean; None where it is open, not known, or outside the years 1 to 9999."""
    return _day(when.start)


def last_day(when: EdtfDate) -> date | None:
    """Return the last day a date can mean, likewise."""
    return _day(when.end)


def is_hedged(when: EdtfDate) -> bool:
    """Tell whether a date is uncertain or approximate."""
    return when.uncertain or when.approximate


def _day(number: int | None) -> date | None:
    return date.fromordinal(number) if number is not None and 1 <= number <= LAST_DAY else None

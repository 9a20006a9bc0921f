"""The timeline of all briefings: one page while events are few, else a page of the years and pages of each year.

First a plan, from the days of every briefing's events: a page's address, the stretch of time it shows, and whose
records it needs. Then the page, from those records alone; so an edit makes only the pages anew that show it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as calendar
from itertools import groupby
from typing import ClassVar

from ..frozen import frozen, replace
from ..model.dates import EdtfDate
from .date_words import date_words, gap_words, step
from .head import Head
from .lists import one_of_each
from .markup import slug_of
from .record import BriefingRecord
from .site import TIMELINE_URL, Site
from .site_events import Told, show_site_events
from .strip import show_strip
from .values import GapView, LinkView, SiteEventView, SiteTimelineView, StripView, YearBar, YearView
from .wording import wording_of
from .years import first_day, year_of, year_words

MOST_EVENTS = 400  # on a page
LEAST_GAP = 366  # days between years that are drawn as a gap
Entry = tuple[int, str]
"""The day of an event, and the path of its briefing."""


@frozen
class TimelinePlan:
    """A page of the timeline: the stretch of entries it shows, from `first` to `last`, or the years there are."""

    kind: ClassVar[str] = "events"
    url: str
    year: str
    members: tuple[str, ...]
    first: Entry = (0, "")
    last: Entry = (0, "")
    years: tuple[tuple[str, str, int], ...] = ()
    """Each year with its address and the number of its events."""
    earlier: str = ""
    later: str = ""

    @property
    def id(self) -> str:
        """Which of what a briefing tells it shows: that of its year, or everything."""
        return self.year


def plan_timeline(published: Iterable[Head], site: Site) -> Iterator[TimelinePlan]:
    """Yield every page of the timeline; of translations it shows the one in the site's language."""
    heads = one_of_each(published, site.lang, site.lang).values()
    entries = sorted((day, h.path) for h in heads for day in h.events)
    if len(entries) <= MOST_EVENTS:
        yield _page(TIMELINE_URL, "", entries)
        return
    years = [(str(year), members) for year, members in _by_year(entries)]
    yield TimelinePlan(TIMELINE_URL, "", (), years=tuple((y, f"{TIMELINE_URL}{y}/", len(m)) for y, m in years))
    parts = [(year, number, part) for year, members in years for number, part in enumerate(_parts(members))]
    urls = [f"{TIMELINE_URL}{year}/{f'{number + 1}/' if number else ''}" for year, number, _ in parts]
    for (year, _, part), url, earlier, later in zip(parts, urls, ["", *urls], [*urls[1:], ""], strict=False):
        yield _page(url, year, part, earlier, later)


def _page(url: str, year: str, part: Sequence[Entry], earlier: str = "", later: str = "") -> TimelinePlan:
    members = tuple(dict.fromkeys(path for _, path in part))
    bounds = (part[0], part[-1]) if part else ((0, ""), (0, ""))
    return TimelinePlan(url, year, members, *bounds, earlier=earlier, later=later)


def _by_year(entries: Sequence[Entry]) -> Iterator[tuple[int, Sequence[Entry]]]:
    """Yield the entries of each year, found by its bounds and not by asking each."""
    at = 0
    while at < len(entries):
        year = year_of(entries[at][0])
        end = bisect_left(entries, (first_day(year + 1), ""), at + 1)
        yield year, entries[at:end]
        at = end


def _parts(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Yield stretches of a page's length; what a briefing tells of one day stays together."""
    at = 0
    while at < len(entries):
        end = at + MOST_EVENTS
        while end < len(entries) and entries[end] == entries[end - 1]:
            end += 1
        yield entries[at:end]
        at = end


def told_in(record: BriefingRecord, site: Site) -> dict[str, tuple[Told, ...]]:
    """Return the events of a briefing as the timeline tells them: under "", and those of each year under it."""
    head = record.head
    link, lang = LinkView(head.title, head.url), site.foreign(head.lang)
    told = tuple(Told(event, link, head.category, lang, head.reviewed) for event in record.events)
    years = [str(year_of(each.event.day or 0)) for each in told]
    by_year = {year: tuple(each for each, its in zip(told, years, strict=True) if its == year) for year in years}
    return {"": told, **by_year}


def show_timeline_page(plan: TimelinePlan, members: Mapping[str, Iterable[Told]], site: Site) -> SiteTimelineView:
    """Return a page of the timeline, from what each of its members tells, by path."""
    locale = site.lang
    words = wording_of(locale)
    told = [  # those of other stretches stand on other pages
        each
        for path, events in members.items()
        for each in events
        if plan.first <= (each.event.day or 0, path) <= plan.last
    ]
    events, as_of = show_site_events(told, locale), _as_of(told)
    number = sum(count for _, _, count in plan.years) or len(events)
    actors = {link.url: link for event in events for link in event.actors}
    title = words.gettext("Timeline")
    return SiteTimelineView(
        title=words.joined((title, year_words(int(plan.year), locale) if plan.year else "")),
        caption=words.ngettext("%(number)s event", "%(number)s events", number) if number else "",
        strip=_strip(told, as_of, locale) if as_of and not plan.year else None,
        years=tuple(_past_and_ahead(events, as_of, locale)) if as_of else (),
        bars=tuple(_bars(plan, site)),
        actors=tuple(sorted(actors.values(), key=lambda link: (link.text.casefold(), link.url))),
        categories=tuple(sorted({c for event in events for c in event.categories}, key=str.casefold)),
        parent=LinkView(words.gettext("All years"), TIMELINE_URL) if plan.year else None,
        earlier=LinkView(words.gettext("Earlier"), plan.earlier) if plan.earlier else None,
        later=LinkView(words.gettext("Later"), plan.later) if plan.later else None,
    )


def _as_of(told: Iterable[Told]) -> EdtfDate | None:
    """Return the day up to which the newest of the briefings knows; None without one."""
    newest = max((each.as_of for each in told), default=0)
    return EdtfDate.parse(calendar.fromordinal(newest).isoformat()) if newest else None


def _strip(told: Iterable[Told], as_of: EdtfDate, locale: str) -> StripView | None:
    return show_strip(tuple(each.event.event for each in told), as_of, locale)


def _past_and_ahead(events: Iterable[SiteEventView], as_of: EdtfDate, locale: str) -> Iterator[YearView]:
    """Yield the years of what has happened, then of what has not, so that one year may stand on both sides."""
    sides: tuple[list[SiteEventView], list[SiteEventView]] = ([], [])
    for event in events:
        sides[_is_ahead(event, as_of)].append(event)
    past, ahead = (list(_years(side, locale)) for side in sides)
    yield from past
    for year in ahead[:1]:
        horizon = wording_of(locale).gettext("As of %(date)s", date=date_words(as_of, locale))
        yield replace(year, id=f"{year.id}-ahead", horizon=horizon)
    yield from ahead[1:]


def _is_ahead(event: SiteEventView, as_of: EdtfDate) -> bool:
    end = event.when.end
    return event.marker in ("scheduled", "called_for") and (end is None or end > (as_of.end or 0))


def _years(events: Iterable[SiteEventView], locale: str) -> Iterator[YearView]:
    """Yield the years that have events; what lies between is measured from the last day known before."""
    reached: EdtfDate | None = None
    before = ""
    for year, group in groupby(events, key=lambda e: e.year):
        members = tuple(group)
        gap = _gap(reached, members[0].when, before, locale) if reached else None
        yield YearView(year, f"year-{slug_of(year)}", gap, members)
        reached = max((*((reached,) if reached else ()), *(e.when for e in members)), key=lambda date: date.end or 0)
        before = year


def _gap(reached: EdtfDate, next: EdtfDate, before: str, locale: str) -> GapView | None:
    """Return the time between two dates where it is more than a year; it says from when, if not the year `before`."""
    days = (next.start or 0) - (reached.end or 0)
    if days <= LEAST_GAP:
        return None
    length, last = gap_words(reached, next, locale), year_words(year_of(reached.end or 0), locale)
    if last != before:
        length = wording_of(locale).gettext("%(length)s after %(year)s", length=length, year=last)
    return GapView(step(days), length, dotted=True)


def _bars(plan: TimelinePlan, site: Site) -> Iterator[YearBar]:
    most = max((count for _, _, count in plan.years), default=1)
    number = wording_of(site.lang).number
    for year, url, count in plan.years:
        yield YearBar(LinkView(year_words(int(year), site.lang), url), number(count), round(100 * count / most, 1))

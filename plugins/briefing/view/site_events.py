"""Events as the whole site knows them: kept with each briefing's record, shown in the language of the site."""

from collections.abc import Iterable, Sequence

from ..frozen import frozen, replace
from ..model.timeline import TimelineEvent
from ..parsing.resolve import Resolved
from .date_words import step
from .dates import show_listed_date
from .fiction import known_as, marked
from .timeline import event_ids, is_ahead, marker_of, status_words
from .values import LinkView, SiteEventView
from .years import year_of, year_words


@frozen
class SiteEvent:
    """An event of a briefing without what only the briefing's page shows."""

    event: TimelineEvent
    id: str
    """Its anchor on the page."""
    actors: tuple[tuple[str, str], ...]
    """The ids and names of those who took part."""

    @property
    def day(self) -> int | None:
        """Return the day it is sorted by: its first or else its last; of what lies ahead its last or else its first."""
        days = (self.event.date.start, self.event.date.end)
        return next((day for day in (days[::-1] if is_ahead(self.event) else days) if day is not None), None)

    @property
    def anniversary(self) -> int:
        """Return month and day of what happened on a known day, ``508`` for 8 May; else 0."""
        date = self.event.date
        known = date.precision in ("day", "time") and self.event.status == "occurred" and not date.uncertain
        return date.components[1] * 100 + date.components[2] if known else 0


@frozen
class Told:
    """An event with the briefing that tells of it."""

    event: SiteEvent
    briefing: LinkView
    category: str
    lang: str = ""
    """The briefing's language, where it is not the page's."""
    as_of: int = 0
    """The day up to which the briefing knows."""


def site_events(resolved: Resolved, site_lang: str) -> tuple[SiteEvent, ...]:
    """Return the events of a briefing that have a date, in the order of its page."""
    found = (_site_event(event, id, resolved, site_lang) for event, id in event_ids(resolved))
    return tuple(event for event in found if event.day is not None)


def _site_event(event: TimelineEvent, id: str, resolved: Resolved, site_lang: str) -> SiteEvent:
    b = resolved.briefing
    named = tuple((a, known_as(resolved.cast[a], site_lang)) for a in event.actors if a in resolved.cast)
    title = marked(event.title, b.fiction, b.lang or site_lang)
    return SiteEvent(replace(event, title=title, text="", as_written="", location="", actors=(), passage=()), id, named)


def show_site_events(told: Iterable[Told], locale: str) -> tuple[SiteEventView, ...]:
    """Return events in the order of their dates, each once: the same words on the same date are the same event."""
    same: dict[tuple[str, str], list[Told]] = {}
    for each in told:
        same.setdefault((each.event.event.date.text, each.event.event.title.casefold()), []).append(each)
    ordered = sorted(same.values(), key=lambda group: (group[0].event.day or 0, group[0].event.event.date.sort_key))
    return tuple(_shown(group, locale) for group in ordered)


def _shown(group: Sequence[Told], locale: str) -> SiteEventView:
    first = group[0].event
    event = first.event
    places = {t.briefing.url: LinkView(t.briefing.text, f"{t.briefing.url}#{t.event.id}", t.lang) for t in group}
    actors = dict(pair for t in group for pair in t.event.actors)
    return SiteEventView(
        title=event.title,
        url=next(iter(places.values())).url,
        when=event.date,
        date=show_listed_date(event.date, event.date_basis, locale),
        year=year_words(year_of(first.day or 0), locale),
        marker=marker_of(event),
        status_words=status_words(event, locale),
        importance=min(t.event.event.importance for t in group),
        actors=tuple(LinkView(name, id) for id, name in actors.items()),
        categories=tuple(dict.fromkeys(t.category for t in group if t.category)),
        briefings=tuple(places.values()),
        lang=group[0].lang,
        span_step=step(event.date.days or 1) if event.date.is_interval else 0,
    )

"""The timeline: time measured, the certain set apart from the uncertain, the past from what lies ahead."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.dates import EdtfDate, days_between
from ..model.timeline import TimelineEvent
from ..parsing.resolve import Resolved
from .actors import anchor
from .citations import Citations
from .date_words import date_words, gap_words, span_words, step
from .dates import show_date
from .markup import anchors, slug_of
from .values import DateView, EventView, GapView, LinkView, Marker, TimelineView
from .wording import translatable, wording_of

LEAST_GAP = 3  # steps; below it a gap is not drawn
YEAR = 365  # days
STATUS_WORDS = {
    "occurred": "",
    "ongoing": translatable("ongoing"),
    "scheduled": translatable("scheduled"),
    "called_for": translatable("called for"),
    "cancelled": translatable("cancelled"),
}


def is_ahead(event: TimelineEvent) -> bool:
    """Tell whether an event had not happened yet when the briefing was written."""
    return event.status in ("scheduled", "called_for")


def show_timeline(resolved: Resolved, as_of: EdtfDate, citations: Citations, locale: str) -> TimelineView | None:
    """Return the events in order of their dates, those ahead after the horizon; None where there are none."""
    events = sorted(resolved.briefing.timeline, key=lambda e: e.date.sort_key)
    if not events:
        return None
    past, ahead = [e for e in events if not is_ahead(e)], [e for e in events if is_ahead(e)]
    ids = (id for _, id in event_ids(resolved))
    shown = [_event(e, before, next(ids), resolved, citations, locale) for before, e in _pairs(past)]
    shown_ahead = [_event(e, before, next(ids), resolved, citations, locale) for before, e in _pairs(ahead)]
    return TimelineView(
        caption=_caption(events, locale),
        past=tuple(shown),
        horizon=wording_of(locale).gettext("As of %(date)s", date=date_words(as_of, locale)) if ahead else "",
        ahead=tuple(shown_ahead),
        legend=_legend(shown + shown_ahead),
    )


def event_ids(resolved: Resolved) -> Iterator[tuple[TimelineEvent, str]]:
    """Yield the events in the order of the page, those ahead last, each with its anchor."""
    events = sorted(resolved.briefing.timeline, key=lambda e: (is_ahead(e), e.date.sort_key))
    yield from zip(events, anchors(f"event-{slug_of(e.title)}" for e in events), strict=False)


def _pairs(events: Sequence[TimelineEvent]) -> Iterable[tuple[TimelineEvent | None, TimelineEvent]]:
    return zip([None, *events[:-1]], events, strict=True) if events else ()


def _event(
    event: TimelineEvent,
    before: TimelineEvent | None,
    id: str,
    resolved: Resolved,
    citations: Citations,
    locale: str,
) -> EventView:
    start, end = _ends(event, locale)
    return EventView(
        id=id,
        title=event.title,
        text=event.text,
        date=show_date(event.date, event.date_basis, locale),
        start=start,
        end=end,
        span_step=step(event.date.days or 1) if start else 0,
        span_words=span_words(event.date, locale) if start else "",
        marker=marker_of(event),
        status_words=status_words(event, locale),
        as_written=event.as_written,
        importance=event.importance,
        folded=event.importance > 1 and bool(event.text or event.location or event.actors),
        location=event.location,
        actors=_actors(event, resolved),
        citations=citations.cite(event.passage, "timeline", quoting=(event.title, event.text)),
        gap=_gap(before.date, event.date, locale) if before else None,
        source_lang=citations.lang_of(event.passage) if event.as_written else "",
    )


def _ends(event: TimelineEvent, locale: str) -> tuple[DateView | None, DateView | None]:
    begins, ends = event.date.begins, event.date.ends
    if not event.date.is_interval or begins is None or ends is None:
        return None, None
    return show_date(begins, event.date_basis, locale), show_date(ends, event.date_basis, locale)


def status_words(event: TimelineEvent, locale: str) -> str:
    """Return what is said of an event that has not simply happened: ``scheduled``, ``ongoing``."""
    words = STATUS_WORDS[event.status]
    return wording_of(locale).gettext(words) if words else ""


def marker_of(event: TimelineEvent) -> Marker:
    """Return how an event is drawn on the axis."""
    if event.status in ("scheduled", "called_for", "cancelled"):
        return event.status
    inferred = event.date_basis == "inferred"
    if event.date.is_interval and event.date.begins and event.date.ends:
        return "span-inferred" if inferred else "span"
    return "inferred" if inferred else "happened"


def _actors(event: TimelineEvent, resolved: Resolved) -> tuple[LinkView, ...]:
    boxes = {a.id for a in resolved.briefing.actors}
    return tuple(
        LinkView(resolved.cast[id].name, f"#{anchor(id)}" if id in boxes else "")
        for id in event.actors
        if id in resolved.cast
    )


def _gap(earlier: EdtfDate, later: EdtfDate, locale: str) -> GapView | None:
    days = days_between(earlier, later)
    if step(days) < LEAST_GAP:
        return None
    return GapView(step(days), gap_words(earlier, later, locale), dotted=days >= YEAR)


def _caption(events: Sequence[TimelineEvent], locale: str) -> str:
    first, last = events[0].date, max((e.date for e in events), key=lambda d: d.end or d.start or 0)
    wording = wording_of(locale)
    ends = list(dict.fromkeys(date_words(d, locale) for d in (first.begins, last.ends) if d))
    period = wording.gettext("%(start)s to %(end)s", start=ends[0], end=ends[1]) if len(ends) == 2 else "".join(ends)
    return wording.joined((wording.ngettext("%(number)s event", "%(number)s events", len(events)), period))


def _legend(events: Iterable[EventView]) -> tuple[str, ...]:
    found = {e.marker.partition("-")[0] for e in events} | {"gap" for e in events if e.gap and e.gap.dotted}
    found |= {"inferred" for e in events if e.marker == "span-inferred"}
    return tuple(
        kind
        for kind in ("span", "gap", "happened", "inferred", "scheduled", "called_for", "cancelled")
        if kind in found
    )

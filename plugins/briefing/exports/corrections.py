"""What was put right, for the page of corrections, and what is overdue: pure lists over small entries of briefings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model.dates import EdtfDate
from ..view.dates import show_date
from ..view.markup import smarten
from ..view.values import DateView, LinkView
from ..view.wording import wording_of
from .calendar_entries import lapses_on
from .feed_entries import KINDS
from .published import Published
from .schema_org import CORRECTIONS


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """One correction, clarification or retraction, and the briefing it was made in."""

    day: EdtfDate
    date: DateView
    kind_words: str
    text: str
    was: str
    now: str
    briefing: LinkView
    """Leads to the updates on its page."""
    lang: str


@dataclass(frozen=True, slots=True)
class WatchEntry:
    """One open thing to watch that has a date, and the briefing it stands in."""

    lapses_on: date
    """The first day on which it is overdue."""
    text: str
    date: DateView
    briefing: LinkView
    path: str
    """The briefing's file, for its editors."""


def correction_entries(published: Published) -> tuple[CorrectionEntry, ...]:
    """Return the corrections of one briefing; an update corrects nothing."""
    view = published.view
    link = LinkView(view.title, f"{view.url}#updates")
    return tuple(
        CorrectionEntry(
            update.date,
            show_date(update.date, locale=view.lang),
            wording_of(view.lang).gettext(KINDS[update.kind]),
            smarten(update.text),
            update.was,
            update.now,
            link,
            view.lang,
        )
        for update in published.briefing.updates
        if update.kind in CORRECTIONS
    )


def newest_corrections(entries: Iterable[CorrectionEntry]) -> list[CorrectionEntry]:
    """Return the corrections of all briefings, newest first; those of one day in the order of their addresses."""
    in_order = sorted(entries, key=lambda entry: (entry.briefing.url, entry.text))
    return sorted(in_order, key=lambda entry: entry.day.sort_key, reverse=True)


def watch_entries(published: Published) -> tuple[WatchEntry, ...]:
    """Return what of one briefing can lapse."""
    return tuple(_watched(published))


def lapsed(entries: Iterable[WatchEntry], today: date) -> list[WatchEntry]:
    """Return what is overdue on a day, longest first."""
    overdue = (entry for entry in entries if entry.lapses_on <= today)
    return sorted(overdue, key=lambda entry: (entry.lapses_on, entry.path, entry.text))


def _watched(published: Published) -> Iterator[WatchEntry]:
    view = published.view
    for item in published.briefing.watch:
        day = lapses_on(item)
        if day and item.date:
            shown = show_date(item.date, locale=view.lang)
            link = LinkView(view.title, f"{view.url}#what-to-watch")
            yield WatchEntry(day, smarten(item.text), shown, link, published.resolved.manuscript.fields.file.path)

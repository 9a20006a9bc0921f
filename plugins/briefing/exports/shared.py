"""What one briefing gives to the files that are made of many: its parts, and the facts that tell in which it stands.

A part is a small frozen value, kept with the briefing under its kind, and under an id where a briefing has several of
a kind; a file is made anew only where one of its parts has changed. A new file across briefings needs a line in
`PARTS` for what it shows, and a plan in `plans`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from .actor_mentions import actor_mentions
from .calendar_entries import CalendarEntry, calendar_entries
from .corrections import correction_entries
from .entry_text import EntryText
from .feed_entries import feed_entries
from .feed_forms import FORMS
from .published import Published
from .related import Facts, facts_of

Parts = Mapping[str, Any]
"""The parts of one kind, by id; "" where there is only one."""


def _mentions(published: Published) -> Parts:
    return {mention.actor.id: mention for mention in actor_mentions(published)}


def _whole(part: Callable[[Published], Any]) -> Callable[[Published], Parts]:
    def parts(published: Published) -> Parts:
        value = part(published)
        return {"": value} if value else {}

    return parts


def _entries(published: Published) -> Parts:
    """Return the entries of feeds in each form: a briefing stands in the feeds of all it names."""
    entries, site = feed_entries(published), published.site
    return {name: tuple(form.entry(entry, site) for entry in entries) for name, form in FORMS.items()}


def _names(published: Published) -> Mapping[str, str]:
    """Return the names of all that a briefing names by an id: what it shares with another is said with them."""
    return {id: actor.name for id, actor in published.resolved.cast.items()}


PARTS: Mapping[str, Callable[[Published], Parts]] = {
    "actor": _mentions,
    "calendar": _whole(calendar_entries),
    "corrections": _whole(correction_entries),
    "feed": _entries,
    "names": _whole(_names),
}


class Traits(NamedTuple):
    """What of a briefing tells in which files its parts stand; plain values, so that ten thousand load in no time."""

    facts: tuple[Any, ...]
    """What it is related by: the fields of `Facts`."""
    actors: tuple[tuple[str, str, str, str], ...]
    """Id, name, kind and country of each actor who is mentioned."""
    moments: tuple[float, ...]
    """Of its entries in a feed, in seconds since 1970."""
    ahead: int
    """The last day of its entries in the calendar, as `datetime.date.toordinal` counts; 0 where it has none."""
    corrected: tuple[str, ...]
    """The days of its corrections, as they are written."""
    changed: int = 0
    """When it was last changed, in seconds since 1970."""

    @property
    def kin_facts(self) -> Facts:
        """What it is related by."""
        return Facts(*self.facts)


NO_TRAITS = Traits((), (), (), 0, ())


def share(published: Published) -> tuple[Traits, Mapping[str, Parts]]:
    """Return what a briefing gives to others: its traits, and its parts by kind."""
    parts = {kind: found for kind, find in PARTS.items() if (found := find(published))}
    entries: tuple[EntryText, ...] = next(iter(parts["feed"].values()))
    traits = Traits(
        facts=tuple(_plain(facts_of(published))),
        actors=tuple((a.id, a.name, a.kind, a.country) for a in (m.actor for m in parts.get("actor", {}).values())),
        moments=tuple(entry.published.timestamp() for entry in entries),
        ahead=max(map(_last_day, parts.get("calendar", {}).get("", ())), default=0),
        changed=int(published.modified.timestamp()),
        corrected=tuple(entry.day.text for entry in parts.get("corrections", {}).get("", ())),
    )
    return traits, parts


FACTS = tuple(f.name for f in fields(Facts))


def _plain(facts: Facts) -> Iterator[Any]:
    yield from (getattr(facts, name) for name in FACTS)


def _last_day(entry: CalendarEntry) -> int:
    return entry.ends.toordinal() - 1 if entry.ends else entry.starts.toordinal()

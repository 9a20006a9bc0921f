"""What one published briefing has to be looked after: what it watches, whom it rests on, who appears in it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from ..model.dates import EdtfDate
from ..parsing.resolve import Resolved, looks_like_an_id
from ..view.fiction import marked
from ..view.head import Head
from ..view.site import Site, briefing_url
from ..view.watch import lapses_on, open_items


@dataclass(frozen=True, slots=True)
class Place:
    """A briefing, and a line of its file; `url` is its page, below the site's root."""

    title: str
    url: str
    file: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Watched:
    """Something still open to watch."""

    text: str
    date: EdtfDate | None
    overdue_from: int
    """The first day on which it is overdue, as `datetime.date.toordinal` counts; 0 where it never is."""
    place: Place


@dataclass(frozen=True, slots=True)
class Used:
    """A source or a person as one briefing uses it."""

    name: str
    place: Place
    url: str = ""
    archive_url: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one published briefing has to be looked after."""

    place: Place
    reviewed: int
    """The day up to which it is known to hold, counted so."""
    watched: tuple[Watched, ...]
    sources: tuple[Used, ...]
    strangers: tuple[Used, ...]
    """Who appears in it and has no entry in the register."""


def originals(heads: Sequence[Head]) -> list[Head]:
    """Return the briefings that are looked after on their own: a translation goes with its original."""
    there = {head.slug for head in heads if not head.is_translation}
    return [head for head in heads if not (head.is_translation and head.slug in there)]


def facts_of(resolved: Resolved, site: Site, reviewed: int, registered: Collection[str]) -> Facts:
    """Return what a briefing has to be looked after; `registered` are the ids of the register."""
    b, fields = resolved.briefing, resolved.manuscript.fields
    page = Place(marked(b.title, b.fiction, "en"), briefing_url(resolved, site.lang), fields.file.path)

    def at(*steps: str | int) -> Place:
        return Place(page.title, page.url, page.file, fields.at(*steps).line)

    watched = (Watched(w.text, w.date, lapses_on(w), at("watch", b.watch.index(w))) for w in open_items(b))
    sources = (Used(s.title or s.id, at("sources", i), s.url, s.archive_url) for i, s in enumerate(b.sources))
    return Facts(page, reviewed, tuple(watched), tuple(sources), tuple(_strangers(resolved, at, registered)))


def _strangers(resolved: Resolved, at: Callable[..., Place], registered: Collection[str]) -> Iterator[Used]:
    """Yield everybody without an entry, once: the briefing's own actors, and names that are nobody's id."""
    b = resolved.briefing
    own = {a.id: a.name for a in b.actors if a.id not in registered}
    named = [(("actors", i), a.id) for i, a in enumerate(b.actors)]
    named += [(("views", i), v.expert) for i, v in enumerate(b.views)]
    named += [(("quotations", i), q.speaker) for i, q in enumerate(b.quotations)]
    known = {*registered, *(a.name for a in resolved.cast.values() if a.id in registered)}
    seen: set[str] = set()
    for steps, id in named:
        name = own.get(id, id)
        if id not in known and name not in known | seen and (id in own or not looks_like_an_id(id)):
            seen.add(name)
            yield Used(name, at(*steps))

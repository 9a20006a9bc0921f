"""Which files across briefings there are, and whose parts each shows: actors, feeds, the calendar, corrections, data.

A plan is made from what is known of every briefing; the file then from the parts of its members alone. A list shows a
briefing once: in the site's language where it has a translation.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import nsmallest
from typing import ClassVar, Literal

from ..view.head import Head
from ..view.lists import categories, newest_first, numbered, one_of_each, tags
from ..view.site import Site, category_url, tag_url
from ..view.values import LinkView
from .actor_page import ACTORS_URL, ActorEntry, actor_url
from .atom import Feed
from .briefing_data import SCHEMA_URL
from .feed_entries import MOST
from .shared import Traits

CALENDAR_URL = "calendar.ics"
CORRECTIONS_URL = "corrections/"
DATA_URL = "data/"
MOST_CORRECTIONS = 100
PAST_DAYS = 366
"""How long the calendar keeps what is over, in days before the newest briefing."""
FEEDS: Mapping[str, str] = {"atom": "atom.xml", "json": "feed.json"}
"""The forms of a feed, and the name of the file beside the page it follows."""


@dataclass(frozen=True, slots=True)
class ActorPlan:
    """A page of an actor."""

    kind: ClassVar = "actor"
    id: str
    url: str
    members: tuple[str, ...]
    newer: LinkView | None
    older: LinkView | None
    briefings: int
    """In how many the actor has a part, on this page or another."""


@dataclass(frozen=True, slots=True)
class ActorIndexPlan:
    """The index of all actors."""

    kind: ClassVar = ""
    id: ClassVar = ""
    url: str
    actors: tuple[ActorEntry, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedPlan:
    """A feed in one of its forms."""

    kind: ClassVar = "feed"
    id: ClassVar = ""
    feed: Feed
    form: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """The dates ahead of all briefings."""

    kind: ClassVar = "calendar"
    id: ClassVar = ""
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsPlan:
    """What was put right: the newest, or everything of a year."""

    kind: ClassVar = "corrections"
    id: ClassVar = ""
    url: str
    year: str
    members: tuple[str, ...]
    archive: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class DataPlan:
    """The data of a year's briefings, one a line; its members are named by the files that hold the lines."""

    kind: ClassVar = ""
    id: ClassVar = ""
    members: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataPagePlan:
    """What data there is, and the schema it keeps to."""

    kind: ClassVar = ""
    id: ClassVar = ""
    form: Literal["page", "schema"]
    years: tuple[tuple[int, int], ...] = ()
    members: tuple[str, ...] = ()


ExportPlan = ActorPlan | ActorIndexPlan | FeedPlan | CalendarPlan | CorrectionsPlan | DataPlan | DataPagePlan


def plan_exports(published: Sequence[Head], traits: Mapping[str, Traits], site: Site) -> dict[str, ExportPlan]:
    """Return the plan of each file across briefings, by its name."""
    ordered = newest_first(one_of_each(published, site.lang, site.lang).values())
    by_actor = _by_actor(published, traits, site)
    plans: dict[str, ExportPlan] = dict(_actors(by_actor, traits))
    plans |= _feeds(ordered, by_actor, traits, site)
    plans |= _calendar(ordered, traits)
    plans |= _corrections(published, traits)
    return plans | _data(published)


def feed_url(page: str, form: str) -> str:
    """Return the address of a feed, beside the page it follows."""
    return f"{page}{FEEDS[form]}"


def _by_actor(published: Sequence[Head], traits: Mapping[str, Traits], site: Site) -> dict[str, list[Head]]:
    """Return the briefings of each actor, newest first, of translations one."""
    found: dict[str, list[Head]] = {}
    for h in newest_first(published):
        for id, *_ in traits[h.path].actors:
            found.setdefault(id, []).append(h)
    if len({h.lang for h in published}) > 1:
        found = {id: newest_first(one_of_each(heads, site.lang, site.lang).values()) for id, heads in found.items()}
    return dict(sorted(found.items()))


def _actors(by_actor: Mapping[str, Sequence[Head]], traits: Mapping[str, Traits]) -> Iterator[tuple[str, ExportPlan]]:
    entries = []
    for id, heads in by_actor.items():
        newest = next(actor for actor in traits[heads[0].path].actors if actor[0] == id)
        entries.append(ActorEntry(*newest, len(heads)))
        for page in numbered(actor_url(id), newest[1], heads):
            members = tuple(h.path for h in page.items)
            plan = ActorPlan(
                id, page.url, members, page.newer, page.older, len(heads) if page.url == actor_url(id) else 0
            )
            yield f"{page.url}index.html", plan
    if entries:
        yield f"{ACTORS_URL}index.html", ActorIndexPlan(ACTORS_URL, tuple(entries))


def _feeds(
    ordered: Sequence[Head], by_actor: Mapping[str, Sequence[Head]], traits: Mapping[str, Traits], site: Site
) -> dict[str, ExportPlan]:
    """Return a feed of everything, of each other language, category, tag and actor."""
    plans: dict[str, ExportPlan] = {}
    for title, page, lang, heads in _followed(ordered, by_actor, traits, site):
        members = _newest(heads, traits)
        for form in FEEDS:
            url = feed_url(page, form)
            plans[url] = FeedPlan(Feed(title, url, page, lang), form, members)
    return plans


def _followed(
    ordered: Sequence[Head], by_actor: Mapping[str, Sequence[Head]], traits: Mapping[str, Traits], site: Site
) -> Iterator[tuple[str, str, str, Iterable[Head]]]:
    """Yield the title, the page and the language of what can be followed, with its briefings."""
    if ordered:
        yield site.name, "", site.lang, ordered
    heads: Sequence[Head]
    for name, heads in categories(ordered).items():
        yield f"{site.name}: {name}", category_url(name), site.lang, heads
    for name, heads in tags(ordered).items():
        yield f"{site.name}: {name}", tag_url(name), site.lang, heads
    for id, heads in by_actor.items():
        name = next(actor[1] for actor in traits[heads[0].path].actors if actor[0] == id)
        yield f"{site.name}: {name}", actor_url(id), site.lang, heads


def _newest(heads: Iterable[Head], traits: Mapping[str, Traits]) -> tuple[str, ...]:
    """Return the paths of those that have one of the newest entries: an old briefing has one when it is corrected."""
    entries = nsmallest(MOST, ((-moment, h.path) for h in heads for moment in traits[h.path].moments))
    return tuple(dict.fromkeys(path for _, path in entries))


def _calendar(ordered: Sequence[Head], traits: Mapping[str, Traits]) -> dict[str, ExportPlan]:
    if not ordered:
        return {}
    since = datetime.fromtimestamp(ordered[0].opens, UTC).toordinal() - PAST_DAYS
    members = tuple(h.path for h in ordered if traits[h.path].ahead >= since)
    return {CALENDAR_URL: CalendarPlan(members)} if members else {}


def _corrections(published: Sequence[Head], traits: Mapping[str, Traits]) -> dict[str, ExportPlan]:
    if not published:
        return {}
    made = sorted(((day, h.path) for h in published for day in traits[h.path].corrected), reverse=True)
    years: dict[str, dict[str, None]] = {}
    for day, path in made:
        years.setdefault(day[:4], {})[path] = None
    archive = (
        tuple(LinkView(year, f"{CORRECTIONS_URL}{year}/") for year in years) if len(made) > MOST_CORRECTIONS else ()
    )
    members = tuple(dict.fromkeys(path for _, path in made[:MOST_CORRECTIONS]))
    plans: dict[str, ExportPlan] = {
        f"{CORRECTIONS_URL}index.html": CorrectionsPlan(CORRECTIONS_URL, "", members, archive)
    }
    for link in archive:
        plans[f"{link.url}index.html"] = CorrectionsPlan(link.url, link.text, tuple(years[link.text]))
    return plans


def _data(published: Sequence[Head]) -> dict[str, ExportPlan]:
    if not published:
        return {}
    years: dict[int, list[Head]] = {}
    for h in sorted(published, key=lambda h: (h.opens, h.path)):
        years.setdefault(h.year, []).append(h)
    plans: dict[str, ExportPlan] = {
        data_url(year): DataPlan(tuple(h.path for h in heads), tuple(f"{h.url}briefing.json" for h in heads))
        for year, heads in years.items()
    }
    counts = tuple((year, len(heads)) for year, heads in sorted(years.items(), reverse=True))
    return plans | {
        f"{DATA_URL}index.html": DataPagePlan("page", counts),
        SCHEMA_URL: DataPagePlan("schema"),
    }


def data_url(year: int) -> str:
    """Return the address of the data of a year's briefings."""
    return f"{DATA_URL}{year}.jsonl"

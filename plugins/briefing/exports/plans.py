"""Which files across briefings there are, and whose parts each shows: actors, feeds, the calendar, corrections, data.

A plan is made from what is known of every briefing; the file then from the parts of its members alone. A list shows a
briefing once: in the site's language where it has a translation.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from heapq import nsmallest
from itertools import islice
from typing import ClassVar, Literal

from ..frozen import frozen
from ..view.actors import actor_url
from ..view.head import Head
from ..view.lists import categories, newest_first, one_of_each, tags
from ..view.numbered import numbered
from ..view.site import ACTORS_URL, CORRECTIONS_URL, DATA_URL, Site, category_url, tag_url
from ..view.values import AlternateView, LinkView
from .actor_page import ActorEntry
from .atom import Feed
from .briefing_data import SCHEMA_URL
from .feed_entries import MOST
from .feed_forms import FORMS, FeedForm
from .shared import Traits

CALENDAR_URL = "calendar.ics"
MOST_CORRECTIONS = 100
MOST_OF_ACTOR = 10
"""Entries in the feed of an actor: there are as many such feeds as actors."""
MOST_DATED = 1000
"""Briefings whose dates are in the calendar of all: no program follows one of a hundred thousand entries."""
PAST_DAYS = 366
"""How long the calendar keeps what is over, in days before the newest briefing."""


@frozen
class ActorPlan:
    """A page of an actor."""

    kind: ClassVar[str] = "actor"
    id: str
    url: str
    members: tuple[str, ...]
    newer: LinkView | None
    older: LinkView | None
    briefings: int
    """In how many the actor has a part; said on the front page alone, so that older ones stay as they are."""


@frozen
class ActorIndexPlan:
    """The index of all actors."""

    url: str
    actors: tuple[ActorEntry, ...]
    members: tuple[str, ...] = ()


@frozen
class FeedPlan:
    """A feed in one of its forms."""

    kind: ClassVar[str] = "feed"
    id: str
    """Of its form."""
    feed: Feed
    members: tuple[str, ...]

    @property
    def form(self) -> FeedForm:
        """How it is written."""
        return FORMS[self.id]


@frozen
class CalendarPlan:
    """The dates ahead of all briefings."""

    kind: ClassVar[str] = "calendar"
    id: ClassVar[str] = ""
    members: tuple[str, ...]


@frozen
class CorrectionsPlan:
    """What was put right: the newest, or everything of a year."""

    kind: ClassVar[str] = "corrections"
    id: ClassVar[str] = ""
    url: str
    year: str
    members: tuple[str, ...]
    archive: tuple[LinkView, ...] = ()


@frozen
class DataPlan:
    """The data of a year's briefings, one a line; its members are named by the files that hold the lines."""

    members: tuple[str, ...]
    lines: tuple[str, ...]


@frozen
class DataPagePlan:
    """What data there is, and the schema it keeps to."""

    form: Literal["page", "schema"]
    years: tuple[tuple[int, int], ...] = ()
    calendar: str = ""
    """The address of the calendar, where there is one."""
    members: tuple[str, ...] = ()


ExportPartsPlan = ActorPlan | FeedPlan | CalendarPlan | CorrectionsPlan
"""What is made of one part of each member, of the plan's kind and id."""
ExportPlan = ExportPartsPlan | ActorIndexPlan | DataPlan | DataPagePlan


def plan_exports(published: Sequence[Head], traits: Mapping[str, Traits], site: Site) -> dict[str, ExportPlan]:
    """Return the plan of each file across briefings, by its name."""
    ordered = newest_first(one_of_each(published, site.lang, site.lang).values())
    by_actor = _by_actor(published, traits, site)
    plans: dict[str, ExportPlan] = dict(_actors(by_actor, traits))
    plans |= _feeds(published, by_actor, traits, site)
    plans |= _calendar(ordered, traits)
    plans |= _corrections(published, traits)
    return plans | _data(published, CALENDAR_URL if CALENDAR_URL in plans else "")


def feed_folder(lang: str, site: Site) -> str:
    """Return where the feed of all briefings in a language is; in the site's own it is at the root."""
    return "" if lang == site.lang else f"{lang.lower()}/"


def feed_links(folder: str, title: str) -> tuple[AlternateView, ...]:
    """Return what leads from a page to the feed in a folder, in each of its forms."""
    return tuple(AlternateView(folder + f.name, f.media_type, f"{title} ({f.title})") for f in FORMS.values())


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
            known = 0 if page.newer else len(heads)
            yield f"{page.url}index.html", ActorPlan(id, page.url, members, page.newer, page.older, known)
    yield f"{ACTORS_URL}index.html", ActorIndexPlan(ACTORS_URL, tuple(entries))


def _feeds(
    published: Sequence[Head], by_actor: Mapping[str, Sequence[Head]], traits: Mapping[str, Traits], site: Site
) -> dict[str, ExportPlan]:
    """Return a feed of everything, of each other language, category, tag and actor."""
    plans: dict[str, ExportPlan] = {}
    for title, folder, page, lang, heads in _followed(published, by_actor, traits, site):
        most = MOST_OF_ACTOR if folder.startswith(ACTORS_URL) else MOST
        members = _newest(heads, traits, most)
        for id, form in FORMS.items():
            name = folder + form.name
            plans[name] = FeedPlan(id, Feed(title, name, page, lang, most), members)
    return plans


def _followed(
    published: Sequence[Head], by_actor: Mapping[str, Sequence[Head]], traits: Mapping[str, Traits], site: Site
) -> Iterator[tuple[str, str, str, str, Iterable[Head]]]:
    """Yield what can be followed: its title, the folder of its feed, its page, its language, its briefings."""
    ordered = newest_first(one_of_each(published, site.lang, site.lang).values())
    if ordered:
        yield site.name, "", "", site.lang, ordered
    for lang in sorted({h.lang for h in published} - {site.lang}):
        yield site.name, feed_folder(lang, site), "", lang, newest_first(h for h in published if h.lang == lang)
    for name, members in categories(published).items():  # one of a translation's own has a page, and so a feed
        url = category_url(name)
        yield (
            f"{site.name}: {name}",
            url,
            url,
            site.lang,
            newest_first(one_of_each(members, site.lang, site.lang).values()),
        )
    for name, members in tags(ordered).items():
        url = tag_url(name)
        yield f"{site.name}: {name}", url, url, site.lang, members
    for id, heads in by_actor.items():
        name = next(actor[1] for actor in traits[heads[0].path].actors if actor[0] == id)
        url = actor_url(id)
        yield f"{site.name}: {name}", url, url, site.lang, heads


def _newest(heads: Iterable[Head], traits: Mapping[str, Traits], most: int) -> tuple[str, ...]:
    """Return the paths of those that have one of the newest entries: an old briefing has one when it is corrected."""
    entries = nsmallest(most, ((-moment, h.path) for h in heads for moment in traits[h.path].moments))
    return tuple(dict.fromkeys(path for _, path in entries))


def _calendar(ordered: Sequence[Head], traits: Mapping[str, Traits]) -> dict[str, ExportPlan]:
    if not ordered:
        return {}
    since = datetime.fromtimestamp(ordered[0].opens, UTC).toordinal() - PAST_DAYS
    members = tuple(islice((h.path for h in ordered if traits[h.path].ahead >= since), MOST_DATED))
    return {CALENDAR_URL: CalendarPlan(members)} if members else {}


def _corrections(published: Sequence[Head], traits: Mapping[str, Traits]) -> dict[str, ExportPlan]:
    made = sorted(((day, h.path) for h in published for day in traits[h.path].corrected), reverse=True)
    years: dict[str, dict[str, None]] = {}
    for day, path in made:
        years.setdefault(day[:4], {})[path] = None
    is_long = len(made) > MOST_CORRECTIONS
    archive = tuple(LinkView(year, f"{CORRECTIONS_URL}{year}/") for year in years if is_long)
    members = tuple(dict.fromkeys(path for _, path in made[:MOST_CORRECTIONS]))
    plans: dict[str, ExportPlan] = {
        f"{CORRECTIONS_URL}index.html": CorrectionsPlan(CORRECTIONS_URL, "", members, archive)
    }
    for link in archive:
        plans[f"{link.url}index.html"] = CorrectionsPlan(link.url, link.text, tuple(years[link.text]))
    return plans


def _data(published: Sequence[Head], calendar: str) -> dict[str, ExportPlan]:
    years: dict[int, list[Head]] = {}
    for h in sorted(published, key=lambda h: (h.opens, h.path)):
        years.setdefault(h.year, []).append(h)
    plans: dict[str, ExportPlan] = {
        data_url(year): DataPlan(tuple(h.path for h in heads), tuple(f"{h.url}briefing.json" for h in heads))
        for year, heads in years.items()
    }
    counts = tuple((year, len(heads)) for year, heads in sorted(years.items(), reverse=True))
    return plans | {
        f"{DATA_URL}index.html": DataPagePlan("page", counts, calendar),
        SCHEMA_URL: DataPagePlan("schema"),
    }


def data_url(year: int) -> str:
    """Return the address of the data of a year's briefings."""
    return f"{DATA_URL}{year}.jsonl"

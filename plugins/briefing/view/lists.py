"""Pages that list briefings: which there are, and what each shows; the home page, all briefings, years, categories.

First a plan, from what is known of every briefing: a page's address and whose records it shows. Then the page, from
those records alone. So a page is made anew only when one of them has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import groupby
from typing import ClassVar

from ..frozen import frozen, replace
from .date_words import day_words
from .head import Head
from .numbered import PAGE_SIZE, numbered
from .record import BriefingRecord
from .site import BRIEFINGS_URL, Site, category_url, tag_url
from .site_events import Told, show_site_events
from .values import ArchiveGroup, BriefingCard, CardGroup, DrawnCard, DrawnGroup, HomeView, IndexView, LinkView
from .wording import translatable, wording_of

MOST_WATCHED = 6
MOST_REMEMBERED = 12
MOST_IN_A_GROUP = 5
MOST_TAGS = 60  # in the list of them
CATEGORY, TAG, YEAR = translatable("Category"), translatable("Tag"), translatable("Year")


@frozen
class Group:
    """Briefings under one heading, by their paths."""

    heading: LinkView
    members: tuple[str, ...]


@frozen
class ListPlan:
    """A page of a list: its address, and whose cards it shows, newest first."""

    kind: ClassVar[str] = "card"
    id: ClassVar[str] = ""
    url: str
    title: str
    groups: tuple[Group, ...]
    newer: LinkView | None = None
    older: LinkView | None = None
    archive: tuple[ArchiveGroup, ...] = ()
    of: str = ""
    """``Category``, ``Tag`` or ``Year``, in English; "" for all briefings."""
    count: int = 0
    """How many briefings the whole list has."""
    lang: str = ""
    """The language of the title, where it is not the site's: that of all briefings of a category."""
    followed: str = ""
    """The folder of the feed that follows it; "" is that of all briefings."""

    @property
    def members(self) -> tuple[str, ...]:
        """The paths of every briefing shown."""
        return tuple(path for group in self.groups for path in group.members)


@frozen
class HomePlan:
    """The front page: the newest briefing, others by category, and open items with their place in the record."""

    lead: str
    groups: tuple[Group, ...]
    watch: tuple[tuple[str, int], ...]
    on_this_day: tuple[tuple[str, int], ...] = ()
    day: tuple[int, int] = (0, 0)
    """Month and day of the build, where something happened on it."""

    @property
    def members(self) -> tuple[str, ...]:
        """The paths of every briefing shown."""
        shown = (path for group in self.groups for path in group.members)
        return tuple(filter(None, (self.lead, *shown, *(path for path, _ in (*self.watch, *self.on_this_day)))))


def newest_first(heads: Iterable[Head]) -> list[Head]:
    """Return briefings by date of publication, newest first; those of one moment in the order of their paths."""
    return sorted(heads, key=lambda h: (-h.opens, h.path))


def one_of_each(heads: Iterable[Head], lang: str, default_lang: str) -> dict[str, Head]:
    """Return briefings by slug; of translations the one in `lang`, else in the site's language, else the original."""

    def nearness(h: Head) -> tuple[bool, bool, bool]:
        return h.lang == lang, h.lang == default_lang, not h.is_translation

    return {h.slug: h for h in sorted(heads, key=nearness)}


def plan_home(published: Iterable[Head], site: Site, today: tuple[int, int] = (0, 0), day: int = 0) -> HomePlan:
    """Return what the front page shows: the newest, then the newest of each category, then what comes up soonest.

    `today` is the month and the day of the build: what happened on it in any year is remembered. `day` is the same as
    `datetime.date.toordinal` counts: what was to happen before it is no longer to watch.
    """
    ordered = newest_first(one_of_each(published, site.lang, site.lang).values())
    if not ordered:
        return HomePlan("", (), ())
    rest = ordered[1:]
    groups = [Group(LinkView(name, category_url(name)), _first(members)) for name, members in categories(rest).items()]
    others = _first([h for h in rest if not h.category])
    if others:
        groups.append(Group(LinkView(wording_of(site.lang).gettext("More"), ""), others))
    items = sorted((key, h.path, i) for h in ordered for i, key in enumerate(h.watch) if not 0 < h.overdue[i] <= day)
    watch = tuple((path, i) for _, path, i in items[:MOST_WATCHED])
    wanted = today[0] * 100 + today[1]
    happened = [
        (h.events[i], h.path, i)
        for h in ordered
        if wanted in h.anniversaries
        for i, day in enumerate(h.anniversaries)
        if day == wanted
    ]
    memories = tuple((path, i) for _, path, i in sorted(happened, reverse=True)[:MOST_REMEMBERED])
    return HomePlan(ordered[0].path, tuple(groups), watch, memories, today if memories else (0, 0))


def plan_lists(published: Iterable[Head], site: Site) -> Iterator[ListPlan]:
    """Yield every page of every list: all briefings, the years, the categories, the tags.

    A list shows a briefing once: in the site's language where it has a translation, as Pelican lists articles.
    """
    published = list(published)
    ordered = newest_first(one_of_each(published, site.lang, site.lang).values())
    years = {year: list(members) for year, members in groupby(ordered, key=lambda h: h.year)}
    by_category, by_tag = categories(ordered), tags(ordered)
    archive = {
        translatable("By category"): tuple(LinkView(name, category_url(name)) for name in by_category),
        translatable("By tag"): tuple(LinkView(name, tag_url(name)) for name in _most_used(by_tag)),
        translatable("By year"): tuple(LinkView(str(year), year_url(year)) for year in years) if len(years) > 1 else (),
    }
    groups = tuple(ArchiveGroup(heading, links) for heading, links in archive.items() if links)
    newest = _by_year(ordered[: 2 * PAGE_SIZE])
    yield ListPlan(BRIEFINGS_URL, translatable("All briefings"), newest, archive=groups, count=len(ordered))
    for year, members in years.items():
        yield from _pages(year_url(year), str(year), members, YEAR)
    for name, members in categories(published).items():  # a translation's own category has a page: its page leads there
        each = newest_first(one_of_each(members, site.lang, site.lang).values())
        (lang, *others) = {h.lang for h in members}
        yield from _pages(category_url(name), name, each, CATEGORY, "" if others else site.foreign(lang))
    for name, members in by_tag.items():
        yield from _pages(tag_url(name), name, members, TAG)


def year_url(year: int) -> str:
    """Return the address of a year's page."""
    return f"{BRIEFINGS_URL}{year}/"


def categories(heads: Iterable[Head]) -> dict[str, list[Head]]:
    """Return briefings by their category, under the spelling that comes first, in the order of the addresses."""
    found: dict[str, list[Head]] = {}
    for h in heads:
        if h.category:
            found.setdefault(category_url(h.category), []).append(h)
    return {min(members, key=lambda h: h.path).category: members for _, members in sorted(found.items())}


def tags(ordered: Iterable[Head]) -> dict[str, list[Head]]:
    """Return briefings by each of their tags, likewise."""
    found: dict[str, dict[str, Head]] = {}
    names: dict[str, tuple[str, str]] = {}
    for h in ordered:
        for name in h.tags:
            url = tag_url(name)
            found.setdefault(url, {})[h.path] = h
            names[url] = min(names.get(url, (h.path, name)), (h.path, name))
    return {names[url][1]: list(members.values()) for url, members in sorted(found.items())}


def _most_used(lists: Mapping[str, Sequence[Head]]) -> list[str]:
    """Return the names with the most briefings, in their order."""
    shown = frozenset(nlargest(MOST_TAGS, lists, key=lambda name: len(lists[name])))
    return [name for name in lists if name in shown]


def _pages(url: str, title: str, ordered: Sequence[Head], kind: str, lang: str = "") -> Iterator[ListPlan]:
    followed = "" if kind == YEAR else url
    for page in numbered(url, title, ordered):
        count = 0 if page.newer else len(ordered)
        groups = _by_year(page.items)
        leaf = ListPlan(page.url, title, groups, page.newer, page.older)
        yield replace(leaf, of=kind, count=count, lang=lang, followed=followed)


def _by_year(ordered: Sequence[Head]) -> tuple[Group, ...]:
    years = groupby(ordered, key=lambda h: h.year)
    return tuple(Group(LinkView(str(year), year_url(year)), tuple(h.path for h in members)) for year, members in years)


def _first(heads: Sequence[Head]) -> tuple[str, ...]:
    return tuple(h.path for h in heads[:MOST_IN_A_GROUP])


def show_home(plan: HomePlan, records: Mapping[str, BriefingRecord], site: Site) -> HomeView:
    """Return the front page."""
    lead = records[plan.lead].card if plan.lead else None
    watch = tuple(records[path].watch[index] for path, index in plan.watch)
    memories = [(records[path], records[path].events[i]) for path, i in plan.on_this_day]
    told = [
        Told(event, LinkView(r.head.title, r.head.url), r.head.category, site.foreign(r.head.lang))
        for r, event in memories
    ]
    day = day_words(*plan.day, site.lang) if told else ""
    return HomeView(lead, _groups(plan.groups, records), watch, show_site_events(told, site.lang)[::-1], day)


def show_list(plan: ListPlan, cards: Mapping[str, DrawnCard], site: Site) -> IndexView:
    """Return a page of a list, from the cards of its members by their paths."""
    words = wording_of(site.lang)
    return IndexView(
        title=list_title(plan, site),
        groups=tuple(DrawnGroup(g.heading, tuple(cards[path] for path in g.members)) for g in plan.groups),
        newer=plan.newer,
        older=plan.older,
        archive=tuple(replace(group, heading=words.gettext(group.heading)) for group in plan.archive),
        kind=words.gettext(plan.of) if plan.of else "",
        count=words.ngettext("%(number)s briefing", "%(number)s briefings", plan.count) if plan.count else "",
        lang=plan.lang,
    )


def list_title(plan: ListPlan, site: Site) -> str:
    """Return the heading of a list."""
    return plan.title if plan.of else wording_of(site.lang).gettext(plan.title)


def _groups(groups: Iterable[Group], records: Mapping[str, BriefingRecord]) -> tuple[CardGroup, ...]:
    def card(path: str) -> BriefingCard:
        return records[path].card

    return tuple(CardGroup(group.heading, tuple(map(card, group.members))) for group in groups)

"""Pages that list briefings: which there are, and what each shows; the home page, all briefings, years, categories.

First a plan, from what is known of every briefing: a page's address and whose records it shows. Then the page, from
those records alone. So a page is made anew only when one of them has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from .head import Head
from .record import BriefingRecord
from .site import BRIEFINGS_URL, Site, category_url, tag_url
from .values import BriefingCard, CardGroup, HomeView, IndexView, LinkView

T = TypeVar("T")
MOST_WATCHED = 6
MOST_IN_A_GROUP = 5
PAGE_SIZE = 30  # cards of a page that is full; a front page has up to twice as many


@dataclass(frozen=True, slots=True)
class Group:
    """Briefings under one heading, by their paths."""

    heading: LinkView
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A page of a list: its address, and whose records it shows, newest first."""

    url: str
    title: str
    groups: tuple[Group, ...]
    newer: LinkView | None = None
    older: LinkView | None = None
    archive: tuple[LinkView, ...] = ()
    """Other lists to look in: the years."""
    followed: str = ""
    """The folder of the feed that follows it; "" is that of all briefings."""

    @property
    def members(self) -> tuple[str, ...]:
        """The paths of every briefing shown."""
        return tuple(path for group in self.groups for path in group.members)


@dataclass(frozen=True, slots=True)
class HomePlan:
    """The front page: the newest briefing, others by category, and open items with their place in the record."""

    lead: str
    groups: tuple[Group, ...]
    watch: tuple[tuple[str, int], ...]

    @property
    def members(self) -> tuple[str, ...]:
        """The paths of every briefing shown."""
        shown = (path for group in self.groups for path in group.members)
        return tuple(filter(None, (self.lead, *shown, *(path for path, _ in self.watch))))


def newest_first(heads: Iterable[Head]) -> list[Head]:
    """Return briefings by date of publication, newest first; those of one moment in the order of their paths."""
    return sorted(heads, key=lambda h: (-h.opens, h.path))


def one_of_each(heads: Iterable[Head], lang: str, default_lang: str) -> dict[str, Head]:
    """Return briefings by slug; of translations the one in `lang`, else in the site's language, else the original."""

    def nearness(h: Head) -> tuple[bool, bool, bool]:
        return h.lang == lang, h.lang == default_lang, not h.is_translation

    return {h.slug: h for h in sorted(heads, key=nearness)}


def plan_home(published: Iterable[Head], site: Site) -> HomePlan:
    """Return what the front page shows: the newest, then the newest of each category, then what comes up soonest."""
    ordered = newest_first(one_of_each(published, site.lang, site.lang).values())
    if not ordered:
        return HomePlan("", (), ())
    rest = ordered[1:]
    groups = [Group(LinkView(name, category_url(name)), _first(members)) for name, members in categories(rest).items()]
    others = _first([h for h in rest if not h.category])
    if others:
        groups.append(Group(LinkView("More", ""), others))
    items = sorted((key, h.path, i) for h in ordered for i, key in enumerate(h.watch))
    return HomePlan(ordered[0].path, tuple(groups), tuple((path, i) for _, path, i in items[:MOST_WATCHED]))


def plan_lists(published: Iterable[Head], site: Site) -> Iterator[ListPlan]:
    """Yield every page of every list: all briefings, the years, the categories.

    A list shows a briefing once: in the site's language where it has a translation, as Pelican lists articles.
    """
    published = list(published)
    ordered = newest_first(one_of_each(published, site.lang, site.lang).values())
    years = {year: list(members) for year, members in groupby(ordered, key=lambda h: h.year)}
    links = tuple(LinkView(str(year), year_url(year)) for year in years)
    newest = ordered[: 2 * PAGE_SIZE]
    archive = links if len(newest) < len(ordered) else ()
    yield ListPlan(BRIEFINGS_URL, "All briefings", _by_year(newest), archive=archive)
    for year, members in years.items():
        yield from _pages(year_url(year), str(year), members)
    for name, members in categories(published).items():
        url = category_url(name)
        yield from _pages(url, name, newest_first(one_of_each(members, site.lang, site.lang).values()), url)
    for name, members in tags(ordered).items():
        url = tag_url(name)
        yield ListPlan(url, name, _by_year(members[: 2 * PAGE_SIZE]), archive=archive, followed=url)


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


def _pages(url: str, title: str, ordered: Sequence[Head], followed: str = "") -> Iterator[ListPlan]:
    for page in numbered(url, title, ordered):
        yield ListPlan(page.url, title, _by_year(page.items), page.newer, page.older, followed=followed)


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a long list."""

    url: str
    items: Sequence[T]
    newer: LinkView | None = None
    older: LinkView | None = None


def numbered(url: str, title: str, ordered: Sequence[T]) -> Iterator[Leaf[T]]:
    """Yield the pages of one list, numbered from its oldest: what is new changes the front page alone.

    A numbered page is full and stays as it is; the front page has the rest, a page's worth at least.
    """
    full = max(0, len(ordered) // PAGE_SIZE - 1)
    links = [LinkView(title, f"{url}page/{number}/" if number else url) for number in (*range(1, full + 1), 0)]
    front = len(ordered) - full * PAGE_SIZE
    yield Leaf(url, ordered[:front], older=links[-2] if full else None)
    for i in range(full):
        end = len(ordered) - i * PAGE_SIZE
        yield Leaf(links[i].url, ordered[end - PAGE_SIZE : end], links[i + 1], links[i - 1] if i else None)


def _by_year(ordered: Sequence[Head]) -> tuple[Group, ...]:
    years = groupby(ordered, key=lambda h: h.year)
    return tuple(Group(LinkView(str(year), year_url(year)), tuple(h.path for h in members)) for year, members in years)


def _first(heads: Sequence[Head]) -> tuple[str, ...]:
    return tuple(h.path for h in heads[:MOST_IN_A_GROUP])


def show_home(plan: HomePlan, records: Mapping[str, BriefingRecord]) -> HomeView:
    """Return the front page."""
    lead = records[plan.lead].card if plan.lead else None
    watch = tuple(records[path].watch[index] for path, index in plan.watch)
    return HomeView(lead, _groups(plan.groups, records), watch)


def show_list(plan: ListPlan, records: Mapping[str, BriefingRecord]) -> IndexView:
    """Return a page of a list."""
    return IndexView(plan.title, _groups(plan.groups, records), plan.newer, plan.older, plan.archive)


def _groups(groups: Iterable[Group], records: Mapping[str, BriefingRecord]) -> tuple[CardGroup, ...]:
    def card(path: str) -> BriefingCard:
        return records[path].card

    return tuple(CardGroup(group.heading, tuple(map(card, group.members))) for group in groups)

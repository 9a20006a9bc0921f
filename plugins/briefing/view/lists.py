"""Pages that list briefings: the home page, all briefings, a category."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from ..model.dates import EdtfDate
from ..model.moment import in_zone
from ..model.source import Passage
from ..parsing.resolve import Resolved
from .briefing import as_of_date, counts, show_quotation, show_watch
from .citations import Citations, Verified
from .dates import show_date
from .markup import smarten
from .site import Site, briefing_url, category_url
from .strip import show_strip
from .values import BriefingCard, CardGroup, HomeView, IndexView, LinkView, WatchItemView

VerifiedOf = Callable[[Resolved], Mapping[Passage, Verified]]
NONE: Mapping[Passage, Verified] = {}
MOST_WATCHED = 6
MOST_IN_A_GROUP = 5


def newest_first(briefings: Iterable[Resolved]) -> list[Resolved]:
    """Return briefings by date of publication, newest first; those of one moment in the order of their paths."""
    in_order = sorted(briefings, key=lambda r: r.manuscript.path)
    return sorted(in_order, key=lambda r: in_zone(r.briefing.date), reverse=True)


def show_card(resolved: Resolved, site: Site, verified: Mapping[Passage, Verified] = NONE) -> BriefingCard:
    """Return all that a list shows of a briefing; `verified` says how its quotation was, where that is shown."""
    b, locale = resolved.briefing, resolved.briefing.lang or site.lang
    return BriefingCard(
        title=smarten(b.title),
        url=briefing_url(resolved, site.lang),
        lang=locale,
        summary=smarten(b.summary),
        category=_category(resolved),
        as_of=show_date(as_of_date(b), locale=locale),
        counts=counts(resolved),
        strip=show_strip(b.timeline, as_of_date(b), locale),
        quotation=next((show_quotation(q, resolved, Citations(verified), "") for q in b.quotations[:1]), None),
    )


def show_home(briefings: Sequence[Resolved], site: Site, verified: VerifiedOf = lambda _: NONE) -> HomeView:
    """Return the front page: the newest briefing, the others by category, and what is open across all of them."""
    ordered = newest_first(briefings)
    if not ordered:
        return HomeView(None, (), ())
    groups = [CardGroup(heading, cards[:MOST_IN_A_GROUP]) for heading, cards in _by_category(ordered[1:], site)]
    return HomeView(show_card(ordered[0], site, verified(ordered[0])), tuple(groups), _watch(ordered, site))


def show_index(briefings: Iterable[Resolved], site: Site, title: str) -> IndexView:
    """Return all the briefings given, newest first, by year."""
    years = groupby(newest_first(briefings), key=lambda r: r.briefing.date.year)
    groups = (
        CardGroup(LinkView(str(year), f"#year-{year}"), tuple(show_card(r, site) for r in members))
        for year, members in years
    )
    return IndexView(title, tuple(groups))


def categories(briefings: Iterable[Resolved]) -> dict[str, list[Resolved]]:
    """Return briefings by the address of their category, under the name that was met first."""
    found: dict[str, list[Resolved]] = {}
    for r in briefings:
        if r.briefing.category:
            found.setdefault(category_url(r.briefing.category), []).append(r)
    return {members[0].briefing.category: members for _, members in sorted(found.items())}


def _by_category(ordered: Sequence[Resolved], site: Site) -> Iterable[tuple[LinkView, tuple[BriefingCard, ...]]]:
    for name, members in categories(ordered).items():
        yield LinkView(name, category_url(name)), tuple(show_card(r, site) for r in members[:MOST_IN_A_GROUP])
    others = tuple(show_card(r, site) for r in ordered if not r.briefing.category)
    if others:
        yield LinkView("More", ""), others


def _watch(ordered: Sequence[Resolved], site: Site) -> tuple[WatchItemView, ...]:
    """Return the open items of all briefings, those with a date first and the soonest first."""
    items = [(w.date, r, i) for r in ordered for i, w in enumerate(r.briefing.watch) if w.status == "open"]
    items.sort(key=lambda item: item[0].sort_key if item[0] else EdtfDate.parse("9999").sort_key)
    return tuple(_watch_item(r, i, site) for _, r, i in items[:MOST_WATCHED])


def _watch_item(r: Resolved, index: int, site: Site) -> WatchItemView:
    only = replace(r.briefing, watch=(replace(r.briefing.watch[index], passage=()),))
    link = LinkView(smarten(r.briefing.title), briefing_url(r, site.lang))
    return show_watch(only, Citations({}), r.briefing.lang or site.lang, link)[0]


def _category(resolved: Resolved) -> LinkView | None:
    name = resolved.briefing.category
    return LinkView(name, category_url(name)) if name else None

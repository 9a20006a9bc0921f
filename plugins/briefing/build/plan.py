"""Which files the site shall have, and what each is made from: keys to compare, nothing rendered yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..exports.plans import ExportPlan, plan_exports
from ..exports.related import Kinship
from ..exports.shared import Traits
from ..view.citations import source_url
from ..view.head import Head
from ..view.lists import HomePlan, ListPlan, one_of_each, plan_home, plan_lists
from ..view.site import Site
from ..view.site_timeline import TimelinePlan, plan_timeline
from .fingerprint import digest
from .pages import HOME, MISSING, save_as


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """The page of a source whose text may be shown: the source, and the briefings that cite it."""

    id: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingPlan:
    """The page for what is not found."""

    members: tuple[str, ...] = ()


Plan = HomePlan | ListPlan | TimelinePlan | SourcePlan | MissingPlan | ExportPlan


@dataclass(frozen=True, slots=True)
class Sorted:
    """Briefings by what becomes of them."""

    published: tuple[Head, ...] = ()
    """Those that have a page and are listed."""
    unlisted: tuple[Head, ...] = ()
    """Drafts and hidden ones: they have a page, and nothing leads there."""
    embargoed: tuple[Head, ...] = ()
    """Those whose date has not come: they are nowhere in the output."""
    today: tuple[int, int] = (0, 0)
    day: int = 0
    """The day of the build, as `datetime.date.toordinal` counts."""
    """Month and day of the build."""

    @property
    def shown(self) -> tuple[Head, ...]:
        """Every briefing that has a page."""
        return self.published + self.unlisted


def sort_out(heads: Iterable[Head], now: float) -> Sorted:
    """Return briefings by what becomes of them at a moment, in seconds since 1970."""
    found: dict[str, list[Head]] = {"published": [], "unlisted": [], "embargoed": []}
    for h in heads:
        kind = "embargoed" if h.opens > now else "published" if h.status == "published" else "unlisted"
        found[kind].append(h)
    return Sorted(tuple(found["published"]), tuple(found["unlisted"]), tuple(found["embargoed"]))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a briefing's page says of others: related pages and translations by their heads, addresses of links."""

    related: Mapping[str, Head] = field(default_factory=dict)
    twins: tuple[Head, ...] = ()
    links: tuple[str, ...] = ()
    overdue: tuple[int, ...] = ()
    """Which of its open items to watch are overdue, by their numbers."""
    kin: tuple[tuple[Head, Kinship], ...] = ()
    """Related briefings, and why they are; found when all others are known, and not of the key."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of the actors they may share, by id."""

    @property
    def key(self) -> str:
        """What the page depends on of it."""
        if not (self.related or self.twins or self.links or self.overdue):
            return ""
        related = (f"{slug} {h.url} {h.title}" for slug, h in sorted(self.related.items()))
        twins = (f"{h.lang} {h.url} {h.is_translation} {h.title}" for h in self.twins)
        return digest(*related, "\0", *twins, "\0", *self.links, "\0", *map(str, self.overdue))


ALONE = Neighbours()


def neighbours(briefings: Sorted, targets: Mapping[str, str], default_lang: str) -> dict[str, Neighbours]:
    """Return what each briefing's page says of others, for those that say anything, by path.

    `targets` are the addresses of files that links may name, by their path below the content folder.
    """
    families: dict[str, list[Head]] = {}
    for h in briefings.published:
        families.setdefault(h.slug, []).append(h)
    overdue = {h.path: over for h in briefings.shown if (over := _overdue(h, briefings.day))}
    speaking = [
        h
        for h in briefings.shown
        if h.related or h.links or h.path in overdue or len(families.get(h.slug, ())) > (h.status == "published")
    ]
    langs = {h.lang for h in speaking if h.related}
    by_slug = {lang: one_of_each(briefings.published, lang, default_lang) for lang in langs}
    return {
        h.path: Neighbours(
            related={slug: by_slug[h.lang][slug] for slug in h.related if slug in by_slug[h.lang]},
            twins=tuple(t for t in families.get(h.slug, ()) if t is not h),
            links=tuple(targets.get(target, "") for target in h.links),
            overdue=overdue.get(h.path, ()),
        )
        for h in speaking
    }


def _overdue(head: Head, day: int) -> tuple[int, ...]:
    """Return the numbers of the open items to watch that are overdue on a day."""
    return tuple(n for n, first in enumerate(head.overdue) if 0 < first <= day) if head.overdue else ()


def plan_pages(briefings: Sorted, traits: Mapping[str, Traits], site: Site) -> dict[str, Plan]:
    """Return every page that is not a briefing's own, by the file it is written to."""
    plans: dict[str, Plan] = {
        HOME: plan_home(briefings.published, site, briefings.today, briefings.day),
        MISSING: MissingPlan(),
    }
    plans |= {save_as(plan.url): plan for plan in plan_lists(briefings.published, site)}
    plans |= {save_as(plan.url): plan for plan in plan_timeline(briefings.published, site)}
    plans |= {save_as(source_url(plan.id)): plan for plan in _sources(briefings)}
    return plans | plan_exports(briefings.published, traits, site)


def _sources(briefings: Sorted) -> Iterator[SourcePlan]:
    """Yield the page of each source that may be shown; only what is published links back to a briefing."""
    cited: dict[str, list[str]] = {}
    for h in (*briefings.published, *briefings.unlisted):
        for id in h.shown_sources:
            cited.setdefault(id, []).append(h.path)
    yield from (SourcePlan(id, tuple(paths)) for id, paths in sorted(cited.items()))

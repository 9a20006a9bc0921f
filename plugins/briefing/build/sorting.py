"""Briefings by what becomes of them, and what the page of each says of others: of heads alone, at every build."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from ..frozen import frozen
from ..view.head import Head
from .fingerprint import digest

if TYPE_CHECKING:
    from ..exports.related import Kinship


@frozen
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
    ordinary: tuple[tuple[str, int], ...] = ()
    """The addresses of Pelican's own articles and pages, and when each was last changed, in seconds since 1970."""

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


@frozen
class Neighbours:
    """What a briefing's page says of others: related pages and translations by their heads, addresses of links."""

    related: Mapping[str, Head] = field(default_factory=dict)
    twins: tuple[Head, ...] = ()
    links: tuple[str, ...] = ()
    overdue: tuple[int, ...] = ()
    """Which of its open items to watch are overdue, by their numbers."""
    kin: "tuple[tuple[Head, Kinship], ...]" = ()
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
    by_slug = _by_slug(briefings, {h.lang for h in speaking if h.related}, default_lang)
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


def _by_slug(briefings: Sorted, langs: Collection[str], default_lang: str) -> dict[str, dict[str, Head]]:
    """Return for each language the briefings that its pages mean by a slug."""
    if not langs:
        return {}
    from ..view.lists import one_of_each

    return {lang: one_of_each(briefings.published, lang, default_lang) for lang in langs}

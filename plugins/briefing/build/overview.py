"""The site at a glance: what a build needs to know where nothing has changed, without a look at each briefing."""

from collections.abc import Callable, Iterable, Iterator
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from ..view.head import Head
from .addresses import places_of
from .sorting import Sorted

if TYPE_CHECKING:
    from ..view.record import BriefingRecord


class Overview(NamedTuple):
    """The briefings of a site together; plain values, which hold from one moment until another."""

    published: int
    unlisted: int
    embargoed: tuple[str, ...]
    """The paths of those whose date has not come."""
    since: float
    """When the newest of those that are shown was published, in seconds since 1970."""
    until: float
    """When the next will be."""
    public: dict[str, str]
    """The addresses of those that readers can find, by path."""
    drafts: dict[str, str]
    """The addresses of those that only who knows them can."""
    linked: tuple[str, ...]
    """The files that public ones link to, by their path below the content folder."""
    linked_by_drafts: tuple[str, ...]
    copied: tuple[str, ...]
    """Those of them that are linked as files to be copied, and not as texts."""
    pointed: tuple[str, ...]
    """The files of the site into which a plain link points, to a place in it."""

    def holds(self, now: float) -> bool:
        """Tell whether it still does."""
        return self.since <= now < self.until

    def targets(self) -> frozenset[str]:
        """Return the files that any briefing links to."""
        return frozenset((*self.linked, *self.linked_by_drafts))


def overview_of(briefings: Sorted, record: "Callable[[str], BriefingRecord]") -> Overview:
    """Return the overview of a site; `record` is asked for those that have links."""
    public = [h for h in briefings.shown if h.status != "draft"]
    drafts = [h for h in briefings.shown if h.status == "draft"]
    return Overview(
        published=len(briefings.published),
        unlisted=len(briefings.unlisted),
        embargoed=tuple(h.path for h in briefings.embargoed),
        since=max((h.opens for h in briefings.shown), default=-inf),
        until=min((h.opens for h in briefings.embargoed), default=inf),
        public={h.path: h.url for h in public},
        drafts={h.path: h.url for h in drafts},
        linked=_linked(public),
        linked_by_drafts=_linked(drafts),
        copied=_distinct(_copied(briefings.shown, record)),
        pointed=_distinct(place for h in briefings.shown for a in h.addresses for place in _pointed(a)),
    )


def _linked(heads: Iterable[Head]) -> tuple[str, ...]:
    return _distinct(target for h in heads for target in h.links)


def _copied(heads: Iterable[Head], record: "Callable[[str], BriefingRecord]") -> Iterator[str]:
    for head in heads:
        if head.links:
            yield from (place.name for place in record(head.path).places["links"] if place.kind != "filename")


def _pointed(address: str) -> Iterator[str]:
    path, _, fragment = address.partition("#")
    if fragment:
        yield from places_of(path)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))

"""What the page of each briefing says of others, found for all of them where that may have changed.

Kept by path as names, so that one page can be made anew without a look at ten thousand briefings.
"""

import marshal
import pickle
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..view.head import Head
from .fingerprint import digest
from .sorting import ALONE, Neighbours, Sorted, neighbours

if TYPE_CHECKING:
    from .reading import Reading

Kin = tuple[tuple[str, tuple[str, ...], str, bool], ...]
"""The nearest kin of a briefing: the path of each, and what they share."""


class About(NamedTuple):
    """What a page says of others, these by their paths."""

    related: Mapping[str, str] = MappingProxyType({})
    twins: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    overdue: tuple[int, ...] = ()
    kin: Kin = ()


NOTHING = About()


class Abouts:
    """What each page says of others: found anew for `briefings`, or as the last build found it."""

    def __init__(self, reading: "Reading", briefings: Sorted | None, targets: Mapping[str, str]) -> None:
        self.reading, self.store = reading, reading.store
        self._kept: dict[str, tuple[str, About]] = {}
        self._is_known = briefings is None
        if briefings is not None:
            self._find(briefings, targets)

    def key(self, path: str) -> str:
        """Return what a page is made from of others; "" where it speaks of none."""
        return self._of(path)[0]

    def links(self, path: str) -> tuple[str, ...]:
        """Return the addresses that the links of a briefing lead to."""
        return self._of(path)[1].links

    def of(self, path: str) -> Neighbours | None:
        """Return what a page says of others, if anything."""
        key, about = self._of(path)
        if not key:
            return None
        from ..exports.related import Kinship

        rows = self.reading.rows
        raw = self.reading.raw_part(path, "names", "") if any(actors for _, actors, *_ in about.kin) else None
        return Neighbours(
            related={slug: rows[other].head for slug, other in about.related.items()},
            twins=tuple(rows[other].head for other in about.twins),
            links=about.links,
            overdue=about.overdue,
            kin=tuple((rows[k[0]].head, Kinship(rows[k[0]].head.url, *k[1:])) for k in about.kin),  # type: ignore[arg-type]
            names=pickle.loads(raw) if raw else {},  # noqa: S301 - our own store
        )

    def save(self) -> None:
        """Keep what was found."""
        before = dict(self.store.rows("SELECT path, key FROM abouts"))
        self.store.drop("abouts", (path for path in before if path not in self._kept))
        changed = ((path, kept) for path, kept in self._kept.items() if before.get(path) != kept[0])
        self.store.put(
            "abouts", ((path, key, marshal.dumps((dict(about.related), *about[1:]))) for path, (key, about) in changed)
        )

    def _of(self, path: str) -> tuple[str, About]:
        if self._is_known and path not in self._kept:
            found = self.store.rows("SELECT key, about FROM abouts WHERE path = ?", path)
            self._kept[path] = _opened(*found[0]) if found else ("", NOTHING)
        return self._kept.get(path, ("", NOTHING))

    def _find(self, briefings: Sorted, targets: Mapping[str, str]) -> None:
        heads = {h.path: h for h in briefings.published}
        near, kin = neighbours(briefings, targets, self.reading.lang), self._kin(heads)
        for path in near.keys() | kin.keys():
            found = near.get(path, ALONE)
            related = {slug: h.path for slug, h in found.related.items()}
            twins = tuple(h.path for h in found.twins)
            about = About(related, twins, found.links, found.overdue, kin.get(path, ()))
            shown = (f"{heads[k[0]].url}\0{heads[k[0]].title}\0{k[1:]}" for k in about.kin)
            key = "".join((found.key, digest(*shown) if about.kin else ""))
            if key:
                self._kept[path] = key, about

    def _kin(self, heads: Mapping[str, Head]) -> dict[str, Kin]:
        """Return the kin of all; looked for anew only where what relates them has changed."""
        rows = self.reading.rows
        facts = digest(*(f"{path}\0{h.url}\0{rows.shared(path).traits.facts}" for path, h in heads.items()))
        if self.store.load("kin facts", "") == facts:
            return self._kept_kin()
        self.store.keep("kin facts", facts)
        return dict(self._look(heads))

    def _kept_kin(self) -> dict[str, Kin]:
        found = ((path, _opened(key, raw)[1].kin) for path, key, raw in self.store.rows("SELECT * FROM abouts"))
        return {path: kin for path, kin in found if kin}

    def _look(self, heads: Mapping[str, Head]) -> Iterator[tuple[str, Kin]]:
        from ..exports.related import related

        rows = self.reading.rows
        paths = {h.url: path for path, h in heads.items()}
        traits = (rows.shared(path).traits for path in heads)
        for url, found in related([each.kin_facts for each in traits if each.facts]).items():
            if found:
                yield paths[url], tuple((paths[k.key], k.actors, k.nearness, k.same_category) for k in found)


def _opened(key: str, raw: bytes) -> tuple[str, About]:
    return key, About._make(marshal.loads(raw))  # noqa: S302 - our own store

"""What the page of each briefing says of others, found for all of them where that may have changed.

Kept by path as names, so that one page can be made anew without a look at ten thousand briefings.
"""

import marshal
import pickle
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..view.head import Head
from .fingerprint import digest, digest_of
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
    """What each page says of others: found anew for `briefings`, or as the last build found it.

    It stands in the store from the moment it is found; at hand are what tells whether it is another, and links.
    """

    def __init__(self, reading: "Reading", briefings: Sorted | None, targets: Mapping[str, str]) -> None:
        self.reading, self.store = reading, reading.store
        self._keys: dict[str, str] = {}
        self._links: dict[str, tuple[str, ...]] = {}
        self._is_known = briefings is None
        if briefings is not None:
            self._find(briefings, targets)

    def key(self, path: str) -> str:
        """Return what a page is made from of others; "" where it speaks of none."""
        return self._kept(path)[0] if self._is_known else self._keys.get(path, "")

    def links(self, path: str) -> tuple[str, ...]:
        """Return the addresses that the links of a briefing lead to."""
        return self._kept(path)[1].links if self._is_known else self._links.get(path, ())

    def of(self, path: str) -> Neighbours | None:
        """Return what a page says of others, if anything."""
        key, about = self._kept(path)
        if not key:
            return None
        from ..exports.related import Kinship

        head = self.reading.rows.head
        raw = self.reading.raw_parts((path,), "names", "")[0] if any(actors for _, actors, *_ in about.kin) else None
        return Neighbours(
            related={slug: head(other) for slug, other in about.related.items()},
            twins=tuple(map(head, about.twins)),
            links=about.links,
            overdue=about.overdue,
            kin=tuple((head(k[0]), Kinship(head(k[0]).url, *k[1:])) for k in about.kin),  # type: ignore[arg-type]
            names=pickle.loads(raw) if raw else {},  # noqa: S301 - our own store
        )

    def _kept(self, path: str) -> tuple[str, About]:
        found = self.store.rows("SELECT key, about FROM abouts WHERE path = ?", path)
        return _opened(*found[0]) if found else ("", NOTHING)

    def _find(self, briefings: Sorted, targets: Mapping[str, str]) -> None:
        before = dict(self.store.rows("SELECT path, key FROM abouts"))
        near = neighbours(briefings, targets, self.reading.lang)
        heads = {h.path: h for h in briefings.published}
        for path, kin in self._kin(heads):
            self._keep(path, near.pop(path, ALONE), kin, heads, before)
        for path, found in near.items():
            self._keep(path, found, (), heads, before)
        self.store.drop("abouts", (path for path in before if path not in self._keys))

    def _keep(
        self, path: str, found: Neighbours, kin: Kin, heads: Mapping[str, Head], before: Mapping[str, str]
    ) -> None:
        related = {slug: h.path for slug, h in found.related.items()}
        about = About(related, tuple(h.path for h in found.twins), found.links, found.overdue, kin)
        shown = (f"{heads[k[0]].url}\0{heads[k[0]].title}\0{k[1:]}" for k in kin)
        key = "".join((found.key, digest(*shown) if kin else ""))
        if key:
            self._keys[path] = key
            if found.links:
                self._links[path] = found.links
            if before.get(path) != key:
                self.store.put("abouts", [(path, key, marshal.dumps((dict(related), *about[1:])))])

    def _kin(self, heads: Mapping[str, Head]) -> Iterable[tuple[str, Kin]]:
        """Return the kin of those that have some; looked for anew only where what relates them has changed."""
        rows = self.reading.rows
        rows.load()
        facts = digest_of(f"{path}\0{h.url}\0{rows[path].shared.traits.facts}" for path, h in heads.items())
        if self.store.load("kin facts", "") == facts:
            return self._kept_kin()
        self.store.keep("kin facts", facts)
        return self._look(heads)

    def _kept_kin(self) -> list[tuple[str, Kin]]:
        found = ((path, _opened(key, raw)[1].kin) for path, key, raw in self.store.rows("SELECT * FROM abouts"))
        return [(path, kin) for path, kin in found if kin]

    def _look(self, heads: Mapping[str, Head]) -> Iterator[tuple[str, Kin]]:
        from ..exports.related import each_with_kin

        paths = {h.url: path for path, h in heads.items()}
        traits = (self.reading.rows[path].shared.traits for path in heads)
        for url, found in each_with_kin([each.kin_facts for each in traits if each.facts]):
            if found:
                yield paths[url], tuple((paths[k.key], k.actors, k.nearness, k.same_category) for k in found)


def _opened(key: str, raw: bytes) -> tuple[str, About]:
    return key, About._make(marshal.loads(raw))  # noqa: S302 - our own store

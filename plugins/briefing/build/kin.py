"""Which briefings are related, and why: computed once for all of them, and only where what relates them has changed."""

import marshal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..view.head import Head
from .fingerprint import digest
from .reading import Reading
from .sorting import Sorted

if TYPE_CHECKING:  # looked for only where a briefing has changed
    from ..exports.related import Kinship

Stored = dict[str, tuple[tuple[str, tuple[str, ...], str, bool], ...]]
"""The nearest kin of each briefing by path: the path of each, and what they share."""


class Kinsman(NamedTuple):
    """A related briefing, and why it is."""

    head: Head
    kinship: "Kinship"


class Kin:
    """The related briefings of each that is published."""

    def __init__(self, reading: Reading, briefings: Sorted) -> None:
        self.reading, self.briefings = reading, briefings
        self.heads = {h.path: h for h in briefings.published}
        self._found: Stored | None = None

    @cached_property
    def keys(self) -> dict[str, str]:
        """What the page of each briefing says of related ones, by path; one that has none is not there."""
        store, rows = self.reading.store, self.reading.rows
        kept = store.fact("kin keys")
        made_from, facts, keys = marshal.loads(kept) if kept else ("", "", {})  # noqa: S302 - our own store
        now_made_from = digest(*(f"{path}\0{rows[path].key}" for path in self.heads))
        if made_from != now_made_from:
            now_facts = digest(*(f"{h.url}\0{h.title}\0{self._traits(h)}" for h in self.heads.values()))
            if facts != now_facts:
                keys = self._look()
            store.state("kin keys", marshal.dumps((now_made_from, now_facts, keys)))
        return dict(keys)

    def of(self, path: str) -> tuple[Kinsman, ...]:
        """Return the kin of a briefing, nearest first."""
        if path not in self.keys:
            return ()
        from ..exports.related import Kinship

        if self._found is None:
            self._found = marshal.loads(self.reading.store.fact("kin"))  # noqa: S302 - our own store
        return tuple(Kinsman(self.heads[other], Kinship(other, *why)) for other, *why in self._found[path])

    def _traits(self, head: Head) -> tuple[object, ...]:
        return self.reading.shared[head.path].traits.facts

    def _look(self) -> dict[str, str]:
        """Find the kin of all; return the key of each, and keep what was found."""
        from ..exports.related import related

        shared = self.reading.shared
        paths = {h.url: path for path, h in self.heads.items()}
        kin = related([shared[path].traits.kin_facts for path in self.heads if shared[path].traits.facts])
        self._found = {
            paths[url]: tuple((paths[k.key], k.actors, k.nearness, k.same_category) for k in found)
            for url, found in kin.items()
            if found
        }
        self.reading.store.state("kin", marshal.dumps(self._found))
        return {
            path: digest(*(f"{self.heads[k[0]].url}\0{self.heads[k[0]].title}\0{k[1:]}" for k in found))
            for path, found in self._found.items()
        }

"""What the store keeps of a briefing between builds."""

import marshal
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics import Diagnostics
from ..view.head import Head
from .fingerprint import digest
from .store import Store

if TYPE_CHECKING:
    from ..exports.shared import Traits
    from ..view.record import BriefingRecord


class Row(NamedTuple):
    """A briefing that was made without an error."""

    digest: str
    """SHA-256 of its file."""
    key: str
    """What its page was made from, the page's neighbours aside."""
    uses: str
    """The names of entries and saved copies it was made with, one a line."""
    head: Head
    record_key: str
    """What the pages that show its record are made from."""
    shared: bytes | None = None
    """What files across briefings need of one that is published, as it is kept: `Shared`."""


class Shared:
    """What tells in which files across briefings a briefing stands, and what these are made from."""

    def __init__(self, traits: "Traits", keys: bytes) -> None:
        self.traits, self._keys = traits, keys

    @cached_property
    def keys(self) -> Mapping[tuple[str, str], str]:
        """Of each of its parts, by kind and id."""
        return marshal.loads(self._keys) if self._keys else {}  # noqa: S302 - our own store


def pack(traits: "Traits", keys: Mapping[tuple[str, str], str]) -> bytes:
    """Return what a briefing shares, as it is kept."""
    return marshal.dumps((tuple(traits), marshal.dumps(dict(keys), 0)), 0)  # the first version alone has one form


def unpack(shared: bytes | None) -> Shared:
    """Return what a briefing shares; one that has errors or is not published shares nothing."""
    from ..exports.shared import NO_TRAITS, Traits

    if shared is None:
        return Shared(NO_TRAITS, b"")
    traits, keys = marshal.loads(shared)  # noqa: S302 - our own store
    return Shared(Traits(*traits), keys)


class Rows(MutableMapping[str, Row]):
    """The rows of all briefings by path; each is fetched from the store when it is asked for, or all of them at once.

    `before` has each that was changed or removed as it was, None where it is new.
    """

    def __init__(self, store: Store, paths: Iterable[str]) -> None:
        self._store, self._paths = store, set(paths)
        self._known: dict[str, Row] = {}
        self._shared: dict[str, Shared] = {}
        self.before: dict[str, Row | None] = {}

    def __getitem__(self, path: str) -> Row:
        """Return the row of a briefing; raises KeyError."""
        if path not in self._paths:
            raise KeyError(path)
        if path not in self._known:
            self._known[path] = self._fetched(path)
        return self._known[path]

    def __setitem__(self, path: str, row: Row) -> None:
        """Change or add a row."""
        self._remember(path)
        self._paths.add(path)
        self._known[path] = row
        self._shared.pop(path, None)

    def __delitem__(self, path: str) -> None:
        """Remove a row."""
        self._remember(path)
        self._paths.remove(path)
        self._known.pop(path, None)
        self._shared.pop(path, None)

    def __iter__(self) -> Iterator[str]:
        """Yield the paths in order."""
        return iter(sorted(self._paths))

    def __contains__(self, path: object) -> bool:
        """Tell whether a briefing has a row."""
        return path in self._paths

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._paths)

    def all(self) -> dict[str, Row]:
        """Return every row, in the order of their paths."""
        if len(self._known) < len(self._paths):
            found = ((path, _row(values)) for path, *values in self._store.rows("SELECT * FROM briefings"))
            self._known = {path: row for path, row in found if path in self._paths} | self._known
        return {path: self._known[path] for path in self}

    def shared(self, path: str) -> Shared:
        """Return what a briefing gives to files across briefings."""
        if path not in self._shared:
            self._shared[path] = unpack(self[path].shared)
        return self._shared[path]

    @property
    def are_regrouped(self) -> bool:
        """Tell whether a briefing is new or gone, or what tells where it stands in the site is not as it was."""
        return any(
            old is None or path not in self or self._stands_elsewhere(path, old) for path, old in self.before.items()
        )

    def save(self) -> None:
        """Keep in the store what was changed."""
        self._store.drop("briefings", (path for path in self.before if path not in self))
        self._store.put("briefings", ((path, *_values(self[path])) for path in self.before if path in self))

    def _stands_elsewhere(self, path: str, old: Row) -> bool:
        new = self[path]
        return old.head != new.head or unpack(old.shared).traits != self.shared(path).traits

    def _remember(self, path: str) -> None:
        if path not in self.before:
            self.before[path] = self.get(path)

    def _fetched(self, path: str) -> Row:
        ((_, *values),) = self._store.rows("SELECT * FROM briefings WHERE path = ?", path)
        return _row(values)


def _row(values: Sequence[Any]) -> Row:
    digest, key, uses, head, record_key, shared = values
    return Row(digest, key, uses, Head._make(marshal.loads(head)), record_key, shared)  # noqa: S302 - our own store


def _values(row: Row) -> tuple[Any, ...]:
    return (row.digest, row.key, row.uses, marshal.dumps(tuple(row.head)), row.record_key, row.shared)


def pickled(value: Any) -> bytes:
    """Return a value as bytes that are equal for equal values, whichever of their parts are one object."""
    file = BytesIO()
    pickler = _Pickler(file, 5)
    pickler.fast = True
    pickler.dump(value)
    return file.getvalue()


class _Reductions(dict[type, Callable[[Any], Any]]):
    """How a dataclass is kept: as a call with its fields, which is three times as fast as its own way."""

    def __missing__(self, kind: Any) -> Callable[[Any], Any]:
        """Return what says how a dataclass is made again; raises KeyError for what is none."""
        known = fields(kind) if is_dataclass(kind) else ()
        if not known:
            raise KeyError(kind)
        names = tuple(field.name for field in known)
        values = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        if any(field.kw_only for field in known):
            self[kind] = lambda value: (_by_name, (kind, values(value)))
        else:
            self[kind] = lambda value: (kind, values(value))
        return self[kind]


class _Pickler(pickle.Pickler):
    dispatch_table = _Reductions()


def _by_name(kind: Any, values: tuple[Any, ...]) -> Any:
    return kind(**dict(zip(_names(kind), values, strict=True)))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def kept_record(record: "BriefingRecord") -> tuple[bytes, str]:
    """Return a record as it is kept, and a digest of what lists show of it: not of where anything is written."""
    shown = pickled((record.head, record.card, record.watch, record.events))
    return shown + pickled((record.sources, record.relations, record.places, record.cited)), digest(shown)


def record_from(kept: bytes) -> "BriefingRecord":
    """Return a record that was kept."""
    from ..view.record import BriefingRecord

    file = pickle.Unpickler(BytesIO(kept))  # noqa: S301 - our own store
    (head, card, watch, events), (sources, relations, places, cited) = file.load(), file.load()
    return BriefingRecord(head, card, watch, sources, relations, places, events, cited)


def remarks_of(remarks: bytes) -> tuple[Diagnostics, tuple[Any, ...]]:
    """Return what was said of a briefing, and of the saved copies it rests on."""
    said: tuple[Diagnostics, tuple[Any, ...]] = pickle.loads(remarks)  # noqa: S301 - our own store
    return said

"""What the store keeps of a briefing between builds."""

import marshal
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
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

WIDTH = 16  # bytes of a digest
FEW = 1000
"""Rows that are kept as they are asked for: a briefing that is edited and those that it names."""
ROWS = "SELECT path, digest, key, head, record_key, shared FROM briefings"
Names = tuple[tuple[str, str], ...]
"""The kinds and ids of a briefing's parts."""
Opened = tuple["Traits", Names, bytes]


class Row(NamedTuple):
    """A briefing that was made without an error."""

    digest: str
    """SHA-256 of its file."""
    key: str
    """What its page was made from, the page's neighbours aside."""
    head: Head
    record_key: str
    """What the pages that show its record are made from."""
    shared: "Shared"


class Shared:
    """What tells in which files across briefings a briefing stands, and what these are made from.

    It is as it is kept until it is asked for; opened it takes twice the room.
    """

    __slots__ = ("_opened", "packed")

    def __init__(self, packed: bytes | None = None, opened: "Opened | None" = None) -> None:
        self.packed, self._opened = packed, opened

    @property
    def opened(self) -> "Opened":
        """Its traits, the kinds and ids of its parts, and their digests; one with errors, or a draft, has nothing."""
        if self._opened is None:
            from ..exports.shared import NO_TRAITS, Traits

            traits, names, digests = marshal.loads(self.packed) if self.packed else (NO_TRAITS, (), b"")  # noqa: S302
            self._opened = Traits(*traits), names, digests
        return self._opened

    @property
    def traits(self) -> "Traits":
        """What tells in which files it stands."""
        return self.opened[0]

    def key(self, kind: str, id: str) -> bytes:
        """Return the digest of a part; b"" where there is none."""
        _, names, digests = self.opened
        at = names.index((kind, id)) * WIDTH if (kind, id) in names else len(digests)
        return digests[at : at + WIDTH]


def pack(traits: "Traits", keys: Mapping[tuple[str, str], bytes]) -> bytes:
    """Return what a briefing shares, as it is kept."""
    return marshal.dumps((tuple(traits), tuple(keys), b"".join(keys.values())), 0)  # the first version has one form


class Rows:
    """The rows of all briefings by path: in the store from the moment they are known, and fetched when asked for.

    Where every briefing is asked for, `load` fetches all at once, and `forget` lets go of all but their heads: with a
    hundred thousand of them memory is what there is least of. `before` has each that was changed or removed as it was,
    None where it is new.
    """

    def __init__(self, store: Store, paths: Iterable[str]) -> None:
        self._store, self._paths = store, set(paths)
        self._known: dict[str, Row] = {}
        self._heads: dict[str, Head] = {}
        self._is_loaded = False
        self.before: dict[str, Row | None] = {}

    def __getitem__(self, path: str) -> Row:
        """Return the row of a briefing; raises KeyError."""
        if path not in self._paths:
            raise KeyError(path)
        found = self._known.get(path)
        if found is None:
            _, *values = self._store.row(f"{ROWS} WHERE path = ?", path)
            found = _row(values)
            if not self._heads and len(self._known) < FEW:  # else nearly all will be asked for, each once
                self._known[path] = found
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the paths in order."""
        return iter(sorted(self._paths))

    def __contains__(self, path: object) -> bool:
        """Tell whether a briefing has a row."""
        return path in self._paths

    def head(self, path: str) -> Head:
        """Return what lists need of a briefing; raises KeyError."""
        return self._heads.get(path) or self[path].head

    def heads(self) -> Mapping[str, Head]:
        """Return what lists need of every briefing, in the order of their paths."""
        if len(self._heads) < len(self._paths):
            self.load()
        return self._heads

    def load(self) -> None:
        """Fetch every row."""
        if not self._is_loaded:
            one = Pool().one
            each = self._store.each(ROWS)
            found = {path: _slim(_row(values), one) for path, *values in each if path in self._paths}
            self._known = {path: found[path] for path in self}
            self._heads = {path: row.head for path, row in self._known.items()}
            self._is_loaded = True

    def forget(self, *, heads: bool = False) -> None:
        """Let go of every row; their heads stay where they are not to go too."""
        self._known, self._is_loaded = {}, False
        if heads:
            self._heads = {}

    def put(self, path: str, row: Row, uses: Iterable[str]) -> None:
        """Change or add a row; `uses` are the names of the entries and saved copies that it was made with."""
        self._changes(path)
        self._paths.add(path)
        packed = marshal.dumps(tuple(row.head))
        values = (path, row.digest, row.key, "\n".join(uses), packed, row.record_key, row.shared.packed)
        self._store.put("briefings", [values])

    def drop(self, path: str) -> None:
        """Remove a row, where there is one."""
        if path in self._paths:
            self._changes(path)
            self._paths.remove(path)
            self._store.drop("briefings", [path])

    @property
    def are_regrouped(self) -> bool:
        """Tell whether a briefing is new or gone, or what tells where it stands in the site is not as it was."""
        return any(
            old is None or path not in self or self._stands_elsewhere(path, old) for path, old in self.before.items()
        )

    def _stands_elsewhere(self, path: str, old: Row) -> bool:
        new = self[path]
        return old.head != new.head or old.shared.traits != new.shared.traits

    def _changes(self, path: str) -> None:
        """Remember a row as it was before the first change of it."""
        if path not in self.before:
            self.before[path] = self[path] if path in self._paths else None
        self._known.pop(path, None)
        self._heads.pop(path, None)
        self._is_loaded = False


def _row(values: Sequence[Any]) -> Row:
    digest, key, head, record_key, shared = values
    return Row(digest, key, Head._make(marshal.loads(head)), record_key, Shared(shared))  # noqa: S302 - our own store


def _slim(row: Row, one: Callable[[Any], Any]) -> Row:
    """Return a row in as little memory as it can have."""
    traits, names, digests = row.shared.opened
    opened = type(traits)._make(map(one, traits)), tuple(map(one, names)), digests
    return row._replace(head=Head._make(map(one, row.head)), shared=Shared(opened=opened))


class Pool:
    """Equal values made one object: names, words and days come again and again in ten thousand briefings."""

    def __init__(self) -> None:
        self._texts: dict[Any, Any] = {}
        self._numbers: dict[int, int] = {}  # apart: 1 and 1.0 are equal, and not the same

    def one(self, value: Any) -> Any:
        """Return the first value that was equal to it."""
        kind = type(value)
        if kind is str:
            return self._texts.setdefault(value, value)
        if kind is int:
            return self._numbers.setdefault(value, value)
        if kind is not tuple or not value:
            return value
        made = tuple(map(self.one, value))
        return self._texts.setdefault(made, made) if all(type(each) is str for each in made) else made


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

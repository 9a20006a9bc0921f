"""What the store keeps of a briefing between builds."""

import marshal
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics import Diagnostics
from ..view.head import Head
from .signature import Signature
from .store import Store

if TYPE_CHECKING:
    from ..exports.shared import Traits


@dataclass(frozen=True, slots=True)
class Row:
    """A briefing that was made without an error."""

    signature: Signature
    digest: str
    """SHA-256 of its file."""
    key: str
    """What its page was made from, the page's neighbours aside."""
    uses: str
    """The names of entries and saved copies it was made with, one a line."""
    head: Head
    record_key: str
    """What the pages that show its record are made from."""
    remarks: bytes | None = None
    """Its warnings, as they are kept."""
    shared: bytes | None = None
    """What files across briefings need of one that is published, as it is kept: `Shared`."""


class Shared(NamedTuple):
    """What tells in which files across briefings a briefing stands, and what these are made from."""

    traits: "Traits"
    keys: Mapping[tuple[str, str], str]
    """Of each of its parts, by kind and id."""


def pack(traits: "Traits", keys: Mapping[tuple[str, str], str]) -> bytes:
    """Return what a briefing shares, as it is kept."""
    return marshal.dumps((tuple(traits), dict(keys)), 0)  # the first version alone has one form for equal values


def unpack(shared: bytes | None) -> Shared:
    """Return what a briefing shares; one that has errors or is not published shares nothing."""
    from ..exports.shared import NO_TRAITS, Traits

    if shared is None:
        return Shared(NO_TRAITS, {})
    traits, keys = marshal.loads(shared)  # noqa: S302 - our own store
    return Shared(Traits(*traits), keys)


def load_rows(store: Store) -> dict[str, Row]:
    """Return what the store has, by path."""
    found: dict[str, Row] = {}
    for path, size, mtime, ctime, inode, digest, key, uses, head, record_key, remarks, shared in store.rows(
        "SELECT * FROM briefings"
    ):
        known = Head._make(marshal.loads(head))  # noqa: S302 - our own store
        found[path] = Row((size, mtime, ctime, inode), digest, key, uses, known, record_key, remarks, shared)
    return found


def save_rows(store: Store, rows: Mapping[str, Row]) -> None:
    """Keep rows in the store."""
    store.put(
        "briefings",
        (
            (
                path,
                *r.signature,
                r.digest,
                r.key,
                r.uses,
                marshal.dumps(tuple(r.head)),
                r.record_key,
                r.remarks,
                r.shared,
            )
            for path, r in rows.items()
        ),
    )


def pickled(value: Any) -> bytes:
    """Return a value as bytes that are equal for equal values, whichever of their parts are one object."""
    file = BytesIO()
    pickler = _Pickler(file, 5)
    pickler.fast = True
    pickler.dump(value)
    return file.getvalue()


class _Pickler(pickle.Pickler):
    """Keeps a dataclass as a call with its fields: three times as fast as its own way."""

    def reducer_override(self, value: Any) -> Any:
        """Return how a value is made again."""
        kind: Any = type(value)
        reduce = _reduction(kind)
        return reduce(value) if reduce else NotImplemented


@cache
def _reduction(kind: Any) -> Callable[[Any], Any] | None:
    """Return what says how a dataclass is made again; None for what is none."""
    known = fields(kind) if is_dataclass(kind) else ()
    if not known:
        return None
    names = tuple(field.name for field in known)
    values = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    if any(field.kw_only for field in known):
        return lambda value: (_by_name, (kind, names, values(value)))
    return lambda value: (kind, values(value))


def _by_name(kind: type, names: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    return kind(**dict(zip(names, values, strict=True)))


def remarks_of(row: Row) -> tuple[Diagnostics, tuple[Any, ...]]:
    """Return what was said of a briefing, and of the saved copies it rests on."""
    return pickle.loads(row.remarks) if row.remarks else ((), ())  # noqa: S301 - our own store

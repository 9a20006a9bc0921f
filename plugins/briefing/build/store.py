"""What the last build knew, in one file: safe to delete, safe to kill, made anew when it is damaged or of another make.

Nothing in it is believed without a look: sources are compared with the files that are there, pages with the files
in the output. So a store that is behind costs time, and never a wrong page. Every value but the keys of rows carries a
checksum: SQLite does not notice when some bytes of its file are no more what they were.
"""

import marshal
import sqlite3
import weakref
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
StoreError = sqlite3.Error
"""What is raised where the store cannot be read or written: there is no room, most often."""
VERSION = 12
KEYS = {"parts": 2}
"""How many columns of a table rows are found by, where that is more than the first."""
SUM = 4  # bytes of a checksum
TEXT, BYTES = b"t", b"b"
TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE briefings (path TEXT PRIMARY KEY, digest TEXT, key TEXT, uses TEXT, head BLOB, record_key TEXT,
    shared BLOB);
CREATE TABLE records (path TEXT PRIMARY KEY, record BLOB);
CREATE TABLE parts (path TEXT, kind TEXT, parts BLOB, PRIMARY KEY (path, kind));
CREATE TABLE evidence (path TEXT PRIMARY KEY, rows TEXT);
CREATE TABLE bodies (path TEXT PRIMARY KEY, key TEXT, html TEXT);
CREATE TABLE abouts (path TEXT PRIMARY KEY, key TEXT, about BLOB);
CREATE TABLE lists (path TEXT PRIMARY KEY, key TEXT, kind TEXT, id TEXT, plan BLOB);
CREATE TABLE stands (path TEXT PRIMARY KEY, names BLOB);
"""


class DamagedError(sqlite3.DatabaseError):
    """Something in the store is not what was put there; the file is gone when this is raised."""


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the store is damaged, its tables perhaps; else it cannot be read or written."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return isinstance(error, DamagedError) or code in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
    )


def sealed(value: str | bytes | None) -> bytes | None:
    """Return a value with a checksum."""
    if value is None:
        return None
    raw, kind = (value.encode("utf-8", "surrogatepass"), TEXT) if isinstance(value, str) else (value, BYTES)
    return b"".join((raw, kind, zlib.crc32(kind, zlib.crc32(raw)).to_bytes(SUM, "big")))  # some are megabytes


def opened(value: Any) -> Any:
    """Return a value of a row as it was put there; raises DamagedError."""
    if not isinstance(value, bytes):
        return value
    if zlib.crc32(memoryview(value)[:-SUM]).to_bytes(SUM, "big") != value[-SUM:]:
        raise DamagedError("a value is not what it was")
    raw = value[: -SUM - 1]
    return raw.decode("utf-8", "surrogatepass") if value[-SUM - 1 : -SUM] == TEXT else raw


class Store:
    """An open store; what is written is there for the next build only once `commit` has returned."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.connection = self._open()
        except sqlite3.DatabaseError:
            self._remove()
            self.connection = self._open()
        self.close = weakref.finalize(self, self.connection.close)

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, isolation_level=None)
        # A kill is survived by the journal; the loss of power as well, but for a store that is made anew.
        connection.execute("PRAGMA synchronous = OFF")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                connection.close()
                self._remove()
                connection = sqlite3.connect(self.path, isolation_level=None)
                connection.execute("PRAGMA synchronous = OFF")
            connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        connection.execute("BEGIN")
        return connection

    def _remove(self) -> None:
        for ending in ("", "-journal", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return what a query finds; raises DamagedError."""
        return list(self.each(query, *values))

    def row(self, query: str, *values: Any) -> tuple[Any, ...]:
        """Return the one row that a query finds; raises DamagedError where there is none."""
        found = self.rows(query, *values)
        if len(found) != 1:
            raise self.damaged("a row is not there")
        return found[0]

    def each(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds, of a whole table for instance, without having all of it at once."""
        with self._minded(), closing(self.connection.execute(query, values)) as found:
            yield from (tuple(map(opened, row)) for row in found)

    @contextmanager
    def _minded(self) -> Iterator[None]:
        """Notice damage; raises DamagedError."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                raise self.damaged(str(error)) from error
            raise

    def _write(self, query: str, rows: Iterable[tuple[Any, ...]] = ((),)) -> None:
        with self._minded():
            self.connection.executemany(query, rows)

    def damaged(self, why: str) -> DamagedError:
        """Forget everything, and be of no use any more; return what is to be raised."""
        self.close()
        self._remove()
        return DamagedError(why)

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows in full, each in the place of one of the same key."""
        keys = KEYS.get(table, 1)
        for first in (rows := iter(rows)):
            marks = ", ".join("?" * len(first))
            each = ((*row[:keys], *map(sealed, row[keys:])) for row in _with(first, rows))
            self._write(f"REPLACE INTO {table} VALUES ({marks})", each)  # noqa: S608 - ours

    def drop(self, table: str, paths: Iterable[str]) -> None:
        """Remove the rows of some paths."""
        self._write(f"DELETE FROM {table} WHERE path = ?", ((path,) for path in paths))  # noqa: S608

    def lend(self, table: str, columns: str) -> None:
        """Make a table that is gone when the store is closed: for what would take too much memory."""
        self.connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} ({columns})")

    def fact(self, name: str) -> bytes:
        """Return a single fact, or b"" where it is not known."""
        found = self.rows("SELECT value FROM facts WHERE name = ?", name)
        return bytes(found[0][0]) if found else b""

    def state(self, name: str, value: bytes) -> None:
        """Write a single fact."""
        self.put("facts", [(name, value)])

    def load(self, name: str, default: T) -> T:
        """Return a single fact that is made of plain values, or what stands for one that is not known."""
        raw = self.fact(name)
        return marshal.loads(raw) if raw else default  # noqa: S302 - our own store

    def keep(self, name: str, value: Any) -> None:
        """Write a single fact that is made of plain values."""
        self.state(name, marshal.dumps(value))

    def forget(self, *names: str) -> None:
        """Remove facts."""
        self._write("DELETE FROM facts WHERE name = ?", ((name,) for name in names))

    def clear(self, table: str) -> None:
        """Remove all rows of a table."""
        self._write(f"DELETE FROM {table}")  # noqa: S608 - ours

    def forget_bodies(self) -> None:
        """Remove converted prose of briefings that are no more."""
        self._write("DELETE FROM bodies WHERE path NOT IN (SELECT path FROM briefings)")

    def commit(self) -> None:
        """Make everything written so far last."""
        with self._minded():
            self.connection.execute("COMMIT")
            self.connection.execute("BEGIN")


def _with(first: tuple[Any, ...], rest: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    yield first
    yield from rest

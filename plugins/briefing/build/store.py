"""What the last build knew, in one file: safe to delete, safe to kill, made anew when it is damaged or of another make.

Nothing in it is believed without a look: sources are compared with the files that are there, pages with the files
in the output. So a store that is behind costs time, and never a wrong page.
"""

import marshal
import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
StoreError = sqlite3.Error
"""What is raised where the store cannot be read or written: there is no room, most often."""
VERSION = 11
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


class Store:
    """An open store; what is written is there for the next build only once `commit` has returned."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.connection = self._open()
        except sqlite3.DatabaseError:
            self._discard()
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
                self._discard()
                connection = sqlite3.connect(self.path, isolation_level=None)
                connection.execute("PRAGMA synchronous = OFF")
            connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        connection.execute("BEGIN")
        return connection

    def _discard(self) -> None:
        for ending in ("", "-journal", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        with closing(self.connection.execute(query, values)) as found:
            return found.fetchall()

    def each(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds, of a whole table for instance, without having all of it at once."""
        with closing(self.connection.execute(query)) as found:
            yield from found

    def put(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows in full, each in the place of one of the same key."""
        for first in (rows := iter(rows)):
            marks = ", ".join("?" * len(first))
            self.connection.executemany(f"REPLACE INTO {table} VALUES ({marks})", _with(first, rows))  # noqa: S608 - ours

    def drop(self, table: str, paths: Iterable[str]) -> None:
        """Remove the rows of some paths."""
        self.connection.executemany(f"DELETE FROM {table} WHERE path = ?", ((path,) for path in paths))  # noqa: S608

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
        self.connection.executemany("DELETE FROM facts WHERE name = ?", ((name,) for name in names))

    def clear(self, table: str) -> None:
        """Remove all rows of a table."""
        self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - ours

    def forget_bodies(self) -> None:
        """Remove converted prose of briefings that are no more."""
        self.connection.execute("DELETE FROM bodies WHERE path NOT IN (SELECT path FROM briefings)")

    def commit(self) -> None:
        """Make everything written so far last."""
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN")


def _with(first: tuple[Any, ...], rest: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    yield first
    yield from rest

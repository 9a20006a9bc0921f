"""What many files looked like, and which of them look different now: as columns, for there are sixty thousand."""

import marshal
import os
import signal
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from .executors import cores
from .signature import MARKED, NOWHERE, UNMARKED, UNSURE, Signature, signature_of

MANY = 4000
"""Files from which on a process of its own looks at them, where there is a second processor."""
WIDTH = len(UNSURE)
Columns = tuple[str, str, bytes, bytes]
"""Names and what each was made from, both joined; what each looked like, and the mark of what was in it, in a row."""
NOTHING_KNOWN: Columns = ("", "", b"", b"")


class Looks:
    """Files of a tree by name: what each was made from, what it looked like, and the mark of what was in it.

    Four columns and the place of each name in them: hundreds of bytes less for each file than objects of its own.
    """

    def __init__(self, columns: Columns = NOTHING_KNOWN) -> None:
        names, keys, seen, marks = columns
        self.names = names.split("\0") if seen else []
        self.seen = array("q", seen)
        self._marks = bytearray(marks)
        self._joined = keys if seen else None
        self._gone: set[str] = set()
        self._places: dict[str, int] | None = None  # an unchanged site asks for none

    def __contains__(self, name: object) -> bool:
        """Tell whether a file is known."""
        return name in self._known and name not in self._gone

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all that are known."""
        yield from (name for name in self.names if name not in self._gone)

    def __len__(self) -> int:
        """Return how many are known."""
        return len(self.names) - len(self._gone)

    def key(self, name: str) -> str:
        """Return what a file was made from; "" for one that is not known."""
        return self._keys[self._known[name]] if name in self else ""

    def look(self, name: str) -> Signature:
        """Return what a file looked like; UNSURE for one that is not known."""
        at = self._known[name] * WIDTH if name in self else -1
        return tuple(self.seen[at : at + WIDTH]) if at >= 0 else UNSURE  # type: ignore[return-value]

    def mark(self, name: str) -> bytes:
        """Return the mark of what was in a file; UNMARKED for one that is not known."""
        at = self._known[name] * MARKED if name in self else -1
        return bytes(self._marks[at : at + MARKED]) if at >= 0 else UNMARKED

    def put(self, name: str, key: str, seen: Signature, mark: bytes = UNMARKED) -> None:
        """Note a file."""
        at = self._known.setdefault(name, len(self.names))
        if at == len(self.names):
            self.names.append(name)
            self._keys.append(key)
            self.seen.extend(seen)
            self._marks.extend(mark)
        else:
            self._gone.discard(name)
            self._keys[at] = key
            self.seen[at * WIDTH : (at + 1) * WIDTH] = array("q", seen)
            self._marks[at * MARKED : (at + 1) * MARKED] = mark

    def drop(self, name: str) -> bool:
        """Forget a file; tell whether it was known."""
        was_known = name in self
        if was_known:
            self._gone.add(name)
        return was_known

    @property
    def columns(self) -> Columns:
        """All that is known, as it is kept."""
        if not self._gone:
            return "\0".join(self.names), "\0".join(self._keys), self.seen.tobytes(), bytes(self._marks)
        left = [(n, name) for n, name in enumerate(self.names) if name not in self._gone]
        seen = b"".join(self.seen[n * WIDTH : (n + 1) * WIDTH].tobytes() for n, _ in left)
        marks = b"".join(self._marks[n * MARKED : (n + 1) * MARKED] for n, _ in left)
        return "\0".join(name for _, name in left), "\0".join(self._keys[n] for n, _ in left), seen, marks

    @property
    def _known(self) -> dict[str, int]:
        if self._places is None:
            self._places = {name: n for n, name in enumerate(self.names)}
        return self._places

    @cached_property
    def _keys(self) -> list[str]:
        return [] if self._joined is None else self._joined.split("\0")


class Look:
    """A look at files of trees, in a process of its own where they are many: `differing` says which look different.

    The process only looks, writes what it found, and is gone; where it cannot be had, or fails, the look is taken here.
    """

    def __init__(self, *trees: tuple[Path, Looks]) -> None:
        self.trees = trees
        self._pipe, self._child = (-1, 0)
        if sum(len(looks) for _, looks in trees) >= MANY and cores() > 1 and hasattr(os, "fork"):
            self._begin()

    def differing(self) -> list[list[str]]:
        """Return of each tree the files that look different, or are not there."""
        numbers = self._read() if self._child else None
        found = self._here() if numbers is None else numbers
        return [[looks.names[n] for n in each] for (_, looks), each in zip(self.trees, found, strict=True)]

    def _here(self) -> list[list[int]]:
        return [differing(tree, looks.names, looks.seen) for tree, looks in self.trees]

    def close(self) -> None:
        """End the process, where nobody wants to know any more."""
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self._read()

    def _begin(self) -> None:
        self._pipe, end = os.pipe()
        self._child = os.fork()
        if self._child:
            os.close(end)
            return
        status = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # that is for the build to answer
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            with os.fdopen(end, "wb") as pipe:
                pipe.write(marshal.dumps(self._here()))
            status = 0
        finally:
            os._exit(status)

    def _read(self) -> list[list[int]] | None:
        with os.fdopen(self._pipe, "rb") as pipe:
            raw = pipe.read()
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        return marshal.loads(raw) if status == 0 else None  # noqa: S302 - from our own process


def differing(tree: Path, names: Sequence[str], seen: "array[int]") -> list[int]:
    """Return which of some files of a tree, by their numbers, look different from what was seen, or are not there."""
    try:
        folder = os.open(tree, os.O_RDONLY)
    except OSError:
        return list(range(len(names)))
    try:
        now = array("q")
        for name in names:
            try:
                now.extend(signature_of(os.stat(name, dir_fd=folder, follow_symlinks=False)))
            except OSError:
                now.extend(NOWHERE)
    finally:
        os.close(folder)
    if now.tobytes() == seen.tobytes():
        return []
    return [n for n in range(len(names)) if now[n * WIDTH : (n + 1) * WIDTH] != seen[n * WIDTH : (n + 1) * WIDTH]]

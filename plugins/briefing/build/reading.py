"""The first half of a build: every briefing that is not as it was is read, checked and made; the others are known."""

import json
import os
import pickle
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic, Diagnostics, errors_in
from ..parsing.load import MARKDOWN_ENDINGS, Shelf, display_name, ignored_file, load_bytes
from ..view.head import Head
from .executors import Workers, executor_for, in_shards
from .fingerprint import digest
from .inputs import Inputs
from .rows import Row, load_rows, pickled, remarks_of, save_rows
from .signature import UNSURE, Signature, list_files, now, settled
from .store import Store

if TYPE_CHECKING:  # made only where something must be made: an unchanged site does without
    from ..view.record import BriefingRecord
    from .make import Job, Made, World
    from .saved import CopyProblem

SHARD = 16  # briefings
IN_MEMORY = 64_000_000  # bytes of pages that wait until all are known
Progress = Callable[[int, int], None]


def quiet(_done: int, _total: int) -> None:
    """Say nothing of the progress."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A briefing made just now: its pages wait in the spool, with holes, for all others to be known."""

    token: str
    pages: tuple[tuple[str, int, int], ...]
    """A file below the output, and where its text begins and how long it is in the spool, in bytes."""
    record: "BriefingRecord"


class Reading:
    """What is known of every briefing; `key` is what all of them depend on, `world_of` makes the world of the work."""

    def __init__(
        self, store: Store, shelf: Shelf, lang: str, key: str, world_of: Callable[[Inputs], "World"], workers: Workers
    ) -> None:
        self.store, self.shelf, self.lang, self.key = store, shelf, lang, key
        self.world_of, self.workers = world_of, workers
        known = store.fact("key") == key.encode()
        if not known:
            for table in ("briefings", "records", "evidence", "inputs"):
                store.clear(table)
        self.inputs = Inputs(store, shelf)
        self.rows: dict[str, Row] = load_rows(store)
        self.changed_rows: dict[str, Row] = {}
        self.made: dict[str, Waiting] = {}
        self.template_problems: dict[tuple[str, int], Diagnostic] = {}
        self.copies: list[CopyProblem] = []
        self.failed_evidence: list[dict[str, Any]] = []
        self.files = 0
        self.failing = 0
        self._world: World | None = None
        self._spool = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - as long as this
        self.close = weakref.finalize(self, self._spool.close)

    @property
    def world(self) -> "World":
        """The world of the work, made when something must be made."""
        if self._world is None:
            self._world = self.world_of(self.inputs)
        return self._world

    @property
    def heads(self) -> list[Head]:
        """What is known of every sound briefing, in the order of their paths."""
        return [self.rows[path].head for path in sorted(self.rows)]

    def read(self, progress: Progress = quiet) -> Diagnostics:
        """Make what is not as it was; return all that is wrong with any briefing, entry or saved copy."""
        listed, ignored = list_sources(self.shelf)
        self.files = len(listed)
        changed = self.inputs.changed()
        self._forget(self.rows.keys() - listed.keys())
        dirty = {path: listed[path] for path in listed if not self._is_clean(path, listed[path], changed)}
        found = [*ignored, *self.make(dirty, progress), *self.inputs.remarks()]
        for row in self.rows.values():
            if row.remarks:
                said, copies = remarks_of(row)
                found += said
                self.copies += copies
        if self.copies:
            from .saved import once_each

            found += once_each(self.copies, self.shelf)
        return tuple(found)

    def make(self, dirty: Mapping[str, Signature | None], progress: Progress = quiet) -> Diagnostics:
        """Make briefings; return what is wrong with those that have errors."""
        if not dirty:
            return ()
        from .make import make_shard

        found: list[Diagnostic] = []
        read: dict[str, tuple[Signature, str]] = {}

        def shards() -> Iterator[Sequence["Job"]]:
            for paths in in_shards(list(dirty), SHARD):
                jobs = [self._job(path, dirty[path], read, found) for path in paths]
                yield [job for job in jobs if job]

        with executor_for(self.workers, self.world, len(dirty)) as run:
            for done, shard in enumerate(run(make_shard, shards()), 1):
                for made in shard:
                    found += self._take(made, *read.pop(made.path))
                progress(min(done * SHARD, len(dirty)), len(dirty))
        return tuple(found)

    def pages_of(self, path: str) -> Iterator[tuple[str, str]]:
        """Yield the files of a briefing that was made just now, with their text."""
        for name, start, length in self.made[path].pages:
            self._spool.seek(start)
            yield name, self._spool.read(length).decode()

    def raw_record(self, path: str) -> bytes:
        """Return a briefing's record as it is kept."""
        return bytes(self.store.rows("SELECT record FROM records WHERE path = ?", path)[0][0])

    def record(self, path: str) -> "BriefingRecord":
        """Return a briefing's record."""
        if path in self.made:
            return self.made[path].record
        record: BriefingRecord = pickle.loads(self.raw_record(path))  # noqa: S301 - our own store
        return record

    def evidence(self) -> list[dict[str, Any]]:
        """Return how every quotation of the site was verified, in the order of files and lines."""
        found = [each for (rows,) in self.store.rows("SELECT rows FROM evidence") for each in json.loads(rows)]
        return sorted(found + self.failed_evidence, key=lambda e: (e["briefing"], e["line"], e["column"]))

    def saved_files(self) -> frozenset[str]:
        """Return the saved copies that briefings rest on."""
        used = {name for row in self.rows.values() for name in row.uses.split("\n")}
        return frozenset(name.removeprefix("saved:") for name in used if name.startswith("saved:"))

    def save(self) -> None:
        """Keep in the store what was learned."""
        save_rows(self.store, self.changed_rows)
        self.inputs.save()
        self.store.state("key", self.key.encode())
        self.store.forget_bodies()

    def _is_clean(self, path: str, signature: Signature | None, changed: frozenset[str]) -> bool:
        """Tell whether a briefing is what it was, and everything it names is."""
        row = self.rows.get(path)
        if row is None or (changed and not changed.isdisjoint(row.uses.split("\n"))):
            return False
        if signature == row.signature:
            return True
        read_at = now()
        raw, _ = load_bytes(self.shelf, self.shelf.content / path, is_plain=True) if signature else (None, ())
        if raw is None or signature is None or sha256(raw).hexdigest() != row.digest:
            return False
        self._keep(path, replace(row, signature=settled(signature, read_at)))
        return True

    def _job(
        self, path: str, signature: Signature | None, read: dict[str, tuple[Signature, str]], found: list[Diagnostic]
    ) -> "Job | None":
        from .make import Job

        read_at, place = now(), self.shelf.content / path
        raw, problems = load_bytes(self.shelf, place, is_plain=signature is not None)
        found += problems
        if raw is None:
            self._lose(path)
            return None
        read[path] = (settled(signature, read_at) if signature else UNSURE, sha256(raw).hexdigest())
        body = self.store.rows("SELECT key, html FROM bodies WHERE path = ?", path)
        return Job(path, display_name(self.shelf, place), raw, *(body[0] if body else ("", "")))

    def _take(self, made: "Made", signature: Signature, digest: str) -> Diagnostics:
        """Keep what was made of a briefing; return what is wrong with one that has errors, which is not kept."""
        if made.problem:
            place = made.problem.span
            self.template_problems.setdefault((place.path, place.line), made.problem)
        copies = tuple(c.diagnostic for c in made.copies)
        if made.record is None or errors_in(made.diagnostics + copies):
            self._lose(made.path)
            self.copies += made.copies
            self.failed_evidence += made.evidence
            return made.diagnostics
        record = pickled(made.record)
        row = Row(
            signature,
            digest,
            self._key(digest, made.uses),
            "\n".join(made.uses),
            made.record.head,
            sha256(record).hexdigest()[:32],
            pickle.dumps((made.diagnostics, made.copies)) if made.diagnostics or made.copies else None,
        )
        self._keep(made.path, row)
        self.store.put("records", [(made.path, record)])
        if made.evidence:
            self.store.put("evidence", [(made.path, json.dumps(made.evidence, ensure_ascii=False))])
        if made.body_key:
            self.store.put("bodies", [(made.path, made.body_key, made.body)])
        self.made[made.path] = Waiting(made.token, tuple(self._wait(*page) for page in made.pages), made.record)
        return ()

    def _key(self, digest_of_file: str, uses: Sequence[str]) -> str:
        """Return what a briefing is made from; the files it names are known to the store from now on."""
        return digest(self.key, digest_of_file, *(f"{name} {self.inputs.digest(name)}" for name in uses))

    def _wait(self, name: str, text: str) -> tuple[str, int, int]:
        start = self._spool.seek(0, os.SEEK_END)
        return name, start, self._spool.write(text.encode("utf-8", "replace"))

    def _keep(self, path: str, row: Row) -> None:
        self.rows[path] = self.changed_rows[path] = row

    def _lose(self, path: str) -> None:
        self.failing += 1
        self._forget([path])

    def _forget(self, paths: Any) -> None:
        gone = list(paths)
        for path in gone:
            self.rows.pop(path, None)
        for table in ("briefings", "records", "evidence"):
            self.store.drop(table, gone)


def list_sources(shelf: Shelf) -> tuple[dict[str, Signature | None], Diagnostics]:
    """Return the files that are briefings by their path, in order, and a warning for each file that is not one."""
    found: dict[str, Signature | None] = {}
    ignored: list[Diagnostic] = []
    for folder in shelf.briefings:
        # Below a folder that is a link nothing is plain: reading it says where it leads.
        is_plain = (shelf.content / folder).resolve().is_relative_to(shelf.content.resolve())
        for name, looked in sorted(list_files(str(shelf.content / folder))):
            path, signature = (f"{folder}/{name}" if name else folder), (looked if is_plain else None)
            if signature and not name.lower().endswith(MARKDOWN_ENDINGS):
                ignored.append(ignored_file(display_name(shelf, Path(shelf.content, path)), MARKDOWN_ENDINGS[0]))
            else:
                found[path] = signature
    return found, tuple(ignored)

"""The first half of a build: every briefing that is not as it was is read, checked and made; the others are known."""

import json
import marshal
import pickle
import shutil
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..diagnostics import Code, Diagnostic, Diagnostics, errors_in
from ..parsing.load import Shelf, display_name, load_bytes
from ..view.head import Head
from .executors import Pool, Workers, in_shards
from .fingerprint import digest
from .inputs import Inputs
from .rows import Row, Rows, Shared, record_from, remarks_of
from .signature import UNSURE, Signature, now, settled
from .source_files import list_sources
from .store import Store

if TYPE_CHECKING:  # made only where something must be made: an unchanged site does without
    from ..view.record import BriefingRecord
    from .make import Job, World
    from .saved import CopyProblem
    from .sheets import Sent

SHARD = 16  # briefings
ASKED = 500  # briefings whose parts are asked for at a time
MANY = 100  # briefings for which templates are compiled before the work is shared out
TABLES = ("briefings", "records", "parts", "evidence", "abouts")
"""What is kept of each briefing, but for its prose as it was converted."""
FACTS = ("sources", "inputs", "remarks", "kin facts", "agree", "planned", "overview", "lapsed", "templates")
Progress = Callable[[int, int], None]


def quiet(_done: int, _total: int) -> None:
    """Say nothing of the progress."""


class Reading:
    """What is known of every briefing; `key` is what all of them depend on, `world_of` makes the world of the work.

    The files of those that are made wait in a folder of their own.
    """

    def __init__(
        self, store: Store, shelf: Shelf, lang: str, key: str, world_of: Callable[[Inputs], "World"], workers: Workers
    ) -> None:
        self.store, self.shelf, self.lang, self.key = store, shelf, lang, key
        self.aside = store.path.with_name("made")
        self.world_of, self.pool = world_of, Pool(workers)
        self.is_known = store.fact("key") == key.encode()
        if not self.is_known:
            store.forget(*FACTS)
            for table in TABLES:
                store.clear(table)
        self.inputs = Inputs(store, shelf)
        self.seen: dict[str, Signature] = store.load("sources", {})
        self.remarks: dict[str, bytes] = store.load("remarks", {})
        """What was said of briefings that have no error, as it is kept."""
        self.rows = Rows(store, self.seen)
        self.made: set[str] = set()
        """The briefings whose files wait."""
        self.template_problems: dict[tuple[str, int], Diagnostic] = {}
        self.copies: list[CopyProblem] = []
        self.failed_evidence: list[dict[str, Any]] = []
        self._is_changed = False
        self.files = 0
        self.unread: set[str] = set()
        """Briefings of which nothing is known: what names them may be right."""
        self._world: World | None = None
        self._cleared = weakref.finalize(self, shutil.rmtree, self.aside, ignore_errors=True)

    def close(self) -> None:
        """Let go of whoever does the work, and of what waits."""
        self.pool.close()
        self._cleared()

    @property
    def world(self) -> "World":
        """The world of the work, made when something must be made."""
        if self._world is None:
            self._world = self.world_of(self.inputs)
        return self._world

    @property
    def heads(self) -> list[Head]:
        """What is known of every sound briefing, in the order of their paths."""
        return list(self.rows.heads().values())

    def read(self, progress: Progress = quiet) -> Diagnostics:
        """Make what is not as it was; return all that is wrong with any briefing, entry or saved copy."""
        listed, ignored = list_sources(self.shelf)
        self.files = len(listed)
        changed = self.inputs.changed()
        self._forget(self.seen.keys() - listed.keys())
        users, seen = self._users(changed), self.seen
        suspects = users.union(path for path, look in listed.items() if not look or look != seen.get(path))
        dirty = {p: listed[p] for p in listed if p in suspects and (p in users or not self._is_clean(p, listed[p]))}
        found = [*ignored, *self.make(dirty, progress), *self._of_entries()]
        for remarks in self.remarks.values():
            said, copies = remarks_of(remarks)
            found += said
            self.copies += copies
        self.copies += self.inputs.unsound_copies()
        if self.copies:
            from .saved import once_each

            found += once_each(self.copies, self.shelf)
        return tuple(found)

    def make(self, dirty: Mapping[str, Signature | None], progress: Progress = quiet) -> Diagnostics:
        """Make briefings; return what is wrong with those that have errors."""
        if not dirty:
            return ()
        from .sheets import make_shard

        self.aside.mkdir(parents=True, exist_ok=True)
        self.store.lend("waiting", "path TEXT PRIMARY KEY, files BLOB")
        if self.world.templates and len(dirty) > MANY:
            self.world.templates.compile()
        found: list[Diagnostic] = []
        read: dict[str, tuple[Signature, str]] = {}

        def shards() -> Iterator[Sequence["Job"]]:
            for paths in in_shards(list(dirty), SHARD):
                jobs = [self._job(path, dirty[path], read, found) for path in paths]
                yield [job for job in jobs if job]

        run = self.pool.run(self.world, len(dirty))
        for done, shard in enumerate(run(make_shard, shards()), 1):
            for sent in shard:
                found += self._take(sent, *read.pop(sent.path))
            progress(min(done * SHARD, len(dirty)), len(dirty))
        return tuple(found)

    def waiting(self, path: str) -> bytes:
        """Return which files of a briefing wait, and where."""
        return bytes(self.store.row("SELECT files FROM waiting WHERE path = ?", path)[0])

    def raw_record(self, path: str) -> bytes:
        """Return a briefing's record as it is kept."""
        return bytes(self.store.row("SELECT record FROM records WHERE path = ?", path)[0])

    def _of_entries(self) -> Diagnostics:
        """Return what is wrong with the entries; a mark in one is an error where it would be published."""
        found = self.inputs.remarks()
        if not any(d.code is Code.UNSURE_MARK for d in found):
            return found
        from .open_marks import as_published

        return as_published(found, self)

    def record(self, path: str) -> "BriefingRecord":
        """Return a briefing's record."""
        return record_from(self.raw_record(path))

    def raw_parts(self, paths: Sequence[str], kind: str, id: str) -> tuple[bytes, ...]:
        """Return a part of each of some briefings as it is kept; asked for by the hundred, for a file shows many."""
        found: dict[str, bytes] = {}
        for some in in_shards(paths, ASKED):
            marks = ", ".join("?" * len(some))
            query = f"SELECT path, parts FROM parts WHERE kind = ? AND path IN ({marks})"  # noqa: S608 - marks alone
            found.update(self.store.rows(query, kind, *some))
        if not found.keys() >= set(paths):
            raise self.store.damaged("a part is not there")
        return tuple(marshal.loads(found[path])[id] for path in paths)  # noqa: S302 - our own store

    def evidence(self) -> list[dict[str, Any]]:
        """Return how every quotation of the site was verified, in the order of files and lines."""
        found = [each for (rows,) in self.store.rows("SELECT rows FROM evidence") for each in json.loads(rows)]
        return sorted(found + self.failed_evidence, key=lambda e: (e["briefing"], e["line"], e["column"]))

    def saved_files(self) -> frozenset[str]:
        """Return the saved copies that briefings rest on."""
        return frozenset(name.removeprefix("saved:") for name in self.names_used() if name.startswith("saved:"))

    def names_used(self) -> set[str]:
        """Return the names of all entries and saved copies that any briefing was made with."""
        each = self.store.each("SELECT path, uses FROM briefings")
        return {name for path, uses in each if path in self.rows for name in uses.split("\n")}

    def save(self) -> None:
        """Keep in the store what was learned."""
        self.inputs.save()
        if self._is_changed:
            self.store.keep("sources", self.seen)
            self.store.keep("remarks", self.remarks)
        if not self.is_known:
            self.store.state("key", self.key.encode())
            self.store.forget_bodies()

    def _users(self, changed: frozenset[str]) -> set[str]:
        """Return the briefings that were made with a file that is not what it was."""
        if not changed:
            return set()
        found = self.store.rows("SELECT path, uses FROM briefings")
        return {path for path, uses in found if not changed.isdisjoint(uses.split("\n"))}

    def _is_clean(self, path: str, signature: Signature | None) -> bool:
        """Tell whether a briefing that looks different is what it was."""
        if path not in self.rows:
            return False
        read_at = now()
        raw, _ = load_bytes(self.shelf, self.shelf.content / path, is_plain=True) if signature else (None, ())
        if raw is None or signature is None or sha256(raw).hexdigest() != self.rows[path].digest:
            return False
        self._see(path, settled(signature, read_at))
        return True

    def _see(self, path: str, signature: Signature) -> None:
        self.seen[path], self._is_changed = signature, True

    def _job(
        self, path: str, signature: Signature | None, read: dict[str, tuple[Signature, str]], found: list[Diagnostic]
    ) -> "Job | None":
        from .make import Job

        read_at, place = now(), self.shelf.content / path
        raw, problems = load_bytes(self.shelf, place, is_plain=signature is not None)
        found += problems
        if raw is None:
            self._forget([path])
            self.unread.add(path)
            return None
        read[path] = (settled(signature, read_at) if signature else UNSURE, sha256(raw).hexdigest())
        body = self.store.rows("SELECT key, html FROM bodies WHERE path = ?", path)
        return Job(path, display_name(self.shelf, place), raw, *(body[0] if body else ("", "")))

    def _take(self, sent: "Sent", signature: Signature, digest: str) -> Diagnostics:
        """Keep what was made of a briefing; return what is wrong with one that has errors."""
        from .sheets import put_aside

        if sent.problem:
            place = sent.problem.span
            self.template_problems.setdefault((place.path, place.line), sent.problem)
        copies = tuple(c.diagnostic for c in sent.copies)
        if sent.head is None or errors_in(sent.diagnostics + copies):
            self._fail(sent)
            return sent.diagnostics
        row = Row(digest, self._key(digest, sent.uses), sent.head, sent.record_key, Shared(sent.shared))
        self.rows.put(sent.path, row, sent.uses)
        self._see(sent.path, signature)
        self.remarks.pop(sent.path, None)
        if sent.diagnostics or sent.copies:
            self.remarks[sent.path] = pickle.dumps((sent.diagnostics, sent.copies))
        self.store.put("records", [(sent.path, sent.record)])
        self.store.drop("parts", [sent.path])
        self.store.put("parts", ((sent.path, kind, parts) for kind, parts in sent.parts))
        if sent.evidence:
            self.store.put("evidence", [(sent.path, json.dumps(sent.evidence, ensure_ascii=False))])
        if sent.body_key:
            self.store.put("bodies", [(sent.path, sent.body_key, sent.body)])
        self.made.add(sent.path)
        self.store.put("waiting", [(sent.path, put_aside(sent.waiting, sent.path, self.aside))])
        return ()

    def _key(self, digest_of_file: str, uses: Sequence[str]) -> str:
        """Return what a briefing is made from; the files it names are known to the store from now on."""
        return digest(self.key, digest_of_file, *(f"{name} {self.inputs.digest(name)}" for name in uses))

    def _fail(self, sent: "Sent") -> None:
        """Know a briefing with errors for the other checks of this run, which will write nothing and keep nothing."""
        self._forget([sent.path])
        self.copies += sent.copies
        self.failed_evidence += sent.evidence
        if sent.head is None:
            self.unread.add(sent.path)
        else:
            self.rows.put(sent.path, Row("", "", sent.head, "", Shared()), sent.uses)
            self.store.put("records", [(sent.path, sent.record)])

    def _forget(self, paths: Any) -> None:
        gone = list(paths)
        for path in gone:
            self.rows.drop(path)
            self.remarks.pop(path, None)
            self._is_changed = self.seen.pop(path, None) is not None or self._is_changed
        for table in (*TABLES, "bodies"):
            self.store.drop(table, gone)

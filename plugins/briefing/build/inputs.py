"""The files that briefings share: the register, the catalogue, the saved copies; which of them have changed."""

import marshal
import pickle
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostics
from ..model.actor import Actor
from ..model.source import Source
from ..parsing.load import Shelf, list_entries
from .entries import Entries
from .signature import UNSURE, Signature, look_at, now, settled
from .store import Store

if TYPE_CHECKING:  # only where something is wrong
    from .saved import CopyProblem


@dataclass(frozen=True, slots=True)
class Input:
    """A file as it was last read; `digest` is "" where there is none."""

    signature: Signature
    digest: str
    remarks: bytes | None = None
    """What is wrong with it, and the saved copy that it names, as they are kept."""


class Inputs:
    """What the store knows of shared files, brought up to date by looking at each once."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self.shelf, self.store = shelf, store
        rows = store.rows("SELECT * FROM inputs")
        self.old = {name: Input(tuple(signature), digest, remarks) for name, *signature, digest, remarks in rows}
        self.new: dict[str, Input] = {}
        self.written: set[str] = set()
        self.pins: dict[str, tuple[str, str]] = {}
        """The saved copy of each source of the catalogue that has one, and its checksum; known once `remarks` are."""
        actors, problems = list_entries(shelf, shelf.actors)
        sources, more = list_entries(shelf, shelf.sources)
        self.problems = problems + more
        self.register = Entries(shelf, Actor, actors)
        self.catalogue = Entries(shelf, Source, sources)

    def remarks(self) -> Diagnostics:
        """Return what is wrong with the entries, all of them; those that are as they were are not read again."""
        found = self.problems
        for kind, entries in (("actor", self.register), ("source", self.catalogue)):
            for id in entries.paths:
                found += self._remarks(f"{kind}:{id}", entries, id)
        return found

    def unsound_copies(self) -> list["CopyProblem"]:
        """Return what is wrong with the saved copies that the catalogue names, cited or not."""
        found = [self._unsound(id, *self.pins[id]) for id in self.catalogue.paths if id in self.pins]
        return [problem for problem in found if problem]

    def _unsound(self, id: str, file: str, sha256: str) -> "CopyProblem | None":
        if sha256 and self.digest(f"saved:{file}") == sha256.lower():
            return None
        from .saved import problem_in_catalogue

        return problem_in_catalogue(self.shelf, self.catalogue[id])

    def changed(self) -> frozenset[str]:
        """Return the names of files that are not what they were when something was made with them."""
        return frozenset(name for name, old in self.old.items() if self.digest(name) != old.digest)

    def digest(self, name: str) -> str:
        """Return the digest of a file: ``actor:ID``, ``source:ID`` or ``saved:FILE``; "" where it is not there."""
        return self._look(name).digest

    def save(self) -> None:
        """Keep what was learned."""
        fresh = ((name, self.new[name]) for name in sorted(self.written))
        self.store.put("inputs", ((name, *i.signature, i.digest, i.remarks) for name, i in fresh))

    def _look(self, name: str) -> Input:
        if name not in self.new:
            self.new[name] = self._read(name)
        return self.new[name]

    def _read(self, name: str) -> Input:
        path, old = self._path(name), self.old.get(name)
        signature = look_at(path) if path else None
        if old and signature == old.signature:
            return old
        self.written.add(name)
        read_at = now()
        try:
            digest = sha256(path.read_bytes()).hexdigest() if path else ""
        except (OSError, ValueError):
            digest = ""
        return Input(settled(signature, read_at) if signature else UNSURE, digest)

    def _path(self, name: str) -> Path | None:
        kind, _, id = name.partition(":")
        if kind == "saved":
            return self.shelf.root / id
        return (self.register if kind == "actor" else self.catalogue).paths.get(id)

    def _remarks(self, name: str, entries: "Entries[Actor] | Entries[Source]", id: str) -> Diagnostics:
        seen, old = self._look(name), self.old.get(name)
        if not old or old.digest != seen.digest:
            found, entry = entries.remarks(id), entries[id]
            pin = (entry.file, entry.sha256) if isinstance(entry, Source) and entry.file else None
            said = pickle.dumps(found) if found else b""
            seen = self.new[name] = replace(seen, remarks=marshal.dumps((said, pin)) if said or pin else None)
        said, pin = marshal.loads(seen.remarks) if seen.remarks else (b"", None)  # noqa: S302 - our own store
        if pin:
            self.pins[id] = pin
        return pickle.loads(said) if said else ()  # noqa: S301 - our own store

"""The files that briefings share: the register, the catalogue, the saved copies; which of them have changed."""

import marshal
import os
import pickle
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Diagnostics
from ..parsing.load import Shelf, list_entries
from .entries import Entries
from .signature import NOWHERE, UNSURE, Signature, look_at, now, settled, signature_of
from .store import Store

if TYPE_CHECKING:  # an unchanged site reads none
    from ..model.actor import Actor
    from ..model.source import Source
    from .saved import CopyProblem


Kept = tuple[Signature | None, str, bytes | None]
"""An `Input` as it is kept."""


class Input(NamedTuple):
    """A file as it was last read; `digest` is "", and there is no signature, where there is none."""

    signature: Signature | None
    digest: str
    remarks: bytes | None = None
    """What is wrong with it, and the saved copy that it names, as they are kept."""


class Inputs:
    """What the store knows of shared files, brought up to date by looking at each once."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self.shelf, self.store = shelf, store
        self.new: dict[str, Input] = {}
        self._suspects: set[str] | None = None
        self.pins: dict[str, tuple[str, str]] = {}
        """The saved copy of each source of the catalogue that has one, and its checksum; known once `remarks` are."""
        actors, problems = list_entries(shelf, shelf.actors)
        sources, more = list_entries(shelf, shelf.sources)
        self.problems = problems + more
        self.register: Entries[Actor] = Entries(shelf, "actor", actors)
        self.catalogue: Entries[Source] = Entries(shelf, "source", sources)
        self._entries = {f"actor:{id}": str(path) for id, path in actors.items()}
        self._entries |= {f"source:{id}": str(path) for id, path in sources.items()}
        self._root = os.path.join(shelf.root, "")

    @cached_property
    def old(self) -> dict[str, Kept]:
        """Those that the last build knew; a preview asks for none."""
        return self.store.load("inputs", {})

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

        return problem_in_catalogue(self.shelf, self.catalogue.paths[id], self.catalogue[id])

    def changed(self) -> frozenset[str]:
        """Return the names of files that are not what they were when something was made with them."""
        # Twenty thousand names at every build: no call more than these.
        entries, root, stat = self._entries, self._root, os.stat
        suspects = set()
        for name, (signature, _, _) in self.old.items():
            path = root + name[6:] if name.startswith("saved:") else entries.get(name)
            try:
                if path is None:
                    is_same = signature is None
                else:
                    is_same = signature_of(stat(path, follow_symlinks=False)) == signature
            except (OSError, ValueError):
                is_same = False
            if not is_same:
                suspects.add(name)
        self._suspects = suspects
        return frozenset(name for name in suspects if self.digest(name) != self.old[name][1])

    def digest(self, name: str) -> str:
        """Return the digest of a file: ``actor:ID``, ``source:ID`` or ``saved:FILE``; "" where it is not there."""
        return self._look(name).digest

    def save(self) -> None:
        """Keep what was learned."""
        if self.new:
            self.store.keep("inputs", self.old | {name: tuple(seen) for name, seen in self.new.items()})

    def _look(self, name: str) -> Input:
        if name in self.new:
            return self.new[name]
        old = self.old.get(name)
        if old and (self._signature(name) == old[0] if self._suspects is None else name not in self._suspects):
            return Input._make(old)
        self.new[name] = seen = self._read(name, old)
        return seen

    def _read(self, name: str, old: "Kept | None") -> Input:
        path, read_at = self._path(name), now()
        signature = look_at(path) if path else None
        try:
            digest = sha256(Path(path).read_bytes()).hexdigest() if path else ""
        except (OSError, ValueError):
            digest = ""
        seen = settled(signature, read_at) if signature else UNSURE
        return Input(seen if path else None, digest, old[2] if old and old[1] == digest else None)

    def _signature(self, name: str) -> Signature | None:
        path = self._path(name)
        return look_at(path) or NOWHERE if path else None

    def _path(self, name: str) -> str:
        """Return where a file is; "" for an entry that is not there."""
        if name.startswith("saved:"):
            return f"{self._root}{name[6:]}"
        return self._entries.get(name, "")

    def _remarks(self, name: str, entries: "Entries[Actor] | Entries[Source]", id: str) -> Diagnostics:
        seen, old = self._look(name), self.old.get(name)
        if not old or old[1] != seen.digest:
            found, entry = entries.remarks(id), entries[id]
            pin = _pin_of(entry)
            said = pickle.dumps(found) if found else b""
            seen = self.new[name] = seen._replace(remarks=marshal.dumps((said, pin)) if said or pin else None)
        said, pin = marshal.loads(seen.remarks) if seen.remarks else (b"", None)  # noqa: S302 - our own store
        if pin:
            self.pins[id] = pin
        return pickle.loads(said) if said else ()  # noqa: S301 - our own store


def _pin_of(entry: "Actor | Source") -> tuple[str, str] | None:
    """Return the saved copy that an entry of the catalogue names, and its checksum."""
    file: str = getattr(entry, "file", "")
    return (file, getattr(entry, "sha256", "")) if file else None

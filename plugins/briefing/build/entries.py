"""The register and the catalogue: every entry by its id, each read when it is first asked for."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from ..diagnostics import Diagnostics
from ..model.actor import Actor
from ..model.source import Source
from ..parsing.load import Shelf, load_entry

Entry = TypeVar("Entry", Actor, Source)


class Entries(Mapping[str, Entry]):
    """Entries by id; `paths` are their files."""

    def __init__(self, shelf: Shelf, record: type[Entry], paths: Mapping[str, Path]) -> None:
        self.shelf, self.paths = shelf, paths
        self.record: type[Entry] = record
        self.loaded: dict[str, tuple[Entry, Diagnostics]] = {}

    def __getitem__(self, id: str) -> Entry:
        return self._load(id)[0]

    def __contains__(self, id: object) -> bool:
        return id in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def remarks(self, id: str) -> Diagnostics:
        """Return what is wrong with an entry."""
        return self._load(id)[1]

    def _load(self, id: str) -> tuple[Entry, Diagnostics]:
        if id not in self.loaded:
            self.loaded[id] = load_entry(self.shelf, self.paths[id], self.record)
        return self.loaded[id]

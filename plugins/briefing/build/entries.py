"""The register and the catalogue: every entry by its id, each read when it is first asked for."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from ..diagnostics import Diagnostics
from ..parsing.load import Shelf, load_entry

if TYPE_CHECKING:  # an unchanged site reads none
    from ..model.actor import Actor
    from ..model.source import Source

Entry = TypeVar("Entry", "Actor", "Source")


class Entries(Mapping[str, Entry]):
    """Entries by id; `paths` are their files."""

    def __init__(self, shelf: Shelf, kind: Literal["actor", "source"], paths: Mapping[str, Path]) -> None:
        self.shelf, self.kind, self.paths = shelf, kind, paths
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
            from ..checks.entries import check_entry

            entry, fields, found = load_entry(self.shelf, self.paths[id], _record_of(self.kind))
            self.loaded[id] = entry, found + (tuple(check_entry(entry, fields)) if fields else ())
        return self.loaded[id]


def _record_of(kind: str) -> Any:
    """Return the class of an entry."""
    from ..model.actor import Actor
    from ..model.source import Source

    return Actor if kind == "actor" else Source

"""The site and its twin: a build brings the twin up to date, then the two change places in one step.

Beside ``output/`` lies ``.output-build/next/``, the same files under other names (hard links). A build changes only
the twin; whoever reads the site meanwhile reads the old one, whole. When every file is there the folders are
exchanged, and what was changed is linked into the other as well. Files that no build wrote stay where they are.
A file is never changed in place, for both folders may have it.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from .exchange import exchange
from .signature import UNSURE, Signature, look_at
from .tree import files_of, link_file, move_file, remove_file, write_file

Kept = tuple[str, Signature]
"""What a file was made from, and what it looked like when it was written."""


class Output:
    """The folder of a site; `kept` is what the last build wrote, by name."""

    def __init__(self, folder: Path, state: Path, kept: dict[str, Kept], strangers: Collection[str] = ()) -> None:
        self.folder, self.next, self.kept = folder, state / "next", kept
        self.busy = state / "busy"
        self.strangers = frozenset(strangers)
        self.changed: set[str] = set()

    def is_current(self, wanted: Mapping[str, str]) -> bool:
        """Tell whether the site has every file that is wanted as it was made, and none that no longer is."""
        return self.kept.keys() == wanted.keys() and all(self._held(self.folder, wanted))

    def missing(self, wanted: Mapping[str, str]) -> list[str]:
        """Begin the next site with what there is; return the files that must be made, in the order they are wanted."""
        if self.busy.exists():  # a build was killed in the middle: of what lies there only known files are believed
            self._clean(wanted)
        self.next.mkdir(parents=True, exist_ok=True)
        self.busy.touch()
        names = list(wanted)
        lost = [name for name, held in zip(names, self._held(self.next, wanted), strict=True) if not held]
        there = self._held(self.folder, {name: wanted[name] for name in lost})
        found = [name for name, held in zip(lost, there, strict=True) if held]
        for name in found:
            link_file(self.folder / name, self.next, name)
            self._remember(name, wanted[name])
        known = set(found)
        return [name for name in lost if name not in known]

    def put(self, name: str, key: str, content: bytes) -> None:
        """Write a file of the next site; raises ValueError for one outside it, and OSError."""
        write_file(self.next, name, content)
        self._remember(name, key)

    def move(self, name: str, key: str, source: Path) -> None:
        """Write a file of the next site that waits elsewhere in full, by moving it there; raises as `put` does."""
        move_file(source, self.next, name)
        self._remember(name, key)

    def join(self, name: str, key: str, names: Iterable[str]) -> None:
        """Write a file of the next site that is others of it, one after the other; raises as `put` does."""
        self.put(name, key, b"".join((self.next / each).read_bytes() for each in names))

    def publish(self, wanted: Collection[str], spare: Collection[str] | None = None) -> list[str]:
        """Put the next site in place; return the names of the files that are no more. Raises OSError.

        Files that no build wrote stay. With `spare` they go too, but for the folders and files of those names at the
        top: that is Pelican's DELETE_OUTPUT_DIRECTORY with its OUTPUT_RETENTION.
        """
        strangers = {n for n in self._strangers(wanted) if spare is None or n.partition("/")[0] in spare}
        gone = sorted((self.kept.keys() | self.strangers) - {*wanted} - strangers)
        for name in gone:
            remove_file(self.next, name)
        for name in strangers:
            link_file(self.folder / name, self.next, name)
        in_place = not exchange(self.next, self.folder)
        if in_place:
            self._replace_each(gone)
        self._mirror(gone, strangers)
        removed = [name for name in gone if self.kept.pop(name, None)]
        self.strangers = frozenset(strangers)
        self.busy.unlink(missing_ok=True)
        return removed

    def _mirror(self, gone: Iterable[str], strangers: Collection[str]) -> None:
        """Bring the other folder up to date, and note what the files that both have look like now."""
        self.next.mkdir(parents=True, exist_ok=True)
        for name in gone:
            remove_file(self.next, name)
        for name in {*self.changed, *(n for n in strangers if not (self.next / n).exists())}:
            link_file(self.folder / name, self.next, name)
        for name in self.changed & self.kept.keys():
            self.kept[name] = (self.kept[name][0], look_at(self.next / name) or UNSURE)
        self.changed.clear()

    def _replace_each(self, gone: Iterable[str]) -> None:
        """Put files in place one by one, where the folders themselves cannot be exchanged."""
        for name in self.changed:
            link_file(self.next / name, self.folder, f"{name}.new")
            move_file(self.folder / f"{name}.new", self.folder, name)
        for name in gone:
            remove_file(self.folder, name)

    def _held(self, tree: Path, wanted: Mapping[str, str]) -> Iterator[bool]:
        """Yield for each file whether it is in a tree as it was made."""
        try:
            folder = os.open(tree, os.O_RDONLY)
        except OSError:
            yield from (False for _ in wanted)
            return
        kept = self.kept
        try:
            for name, key in wanted.items():
                known = kept.get(name)
                yield known is not None and known[0] == key and look_at(name, folder) == known[1]
        finally:
            os.close(folder)

    def _remember(self, name: str, key: str) -> None:
        """Note a file of the next site; what it looks like is seen at the end, when it has its second name."""
        self.kept[name] = (key, UNSURE)
        self.changed.add(name)

    def _strangers(self, wanted: Collection[str]) -> set[str]:
        """Return the files of the site that no build wrote."""
        return {name for name in files_of(self.folder) if name not in self.kept and name not in wanted}

    def _clean(self, wanted: Collection[str]) -> None:
        for name in [n for n in files_of(self.next) if n not in self.kept and n not in wanted]:
            remove_file(self.next, name)

"""The folders of a tree, and which of them somebody has put a file into, or taken one out of, since they were seen.

The time of a folder changes with its names and with nothing else; it is believed only where it is older than the look.
"""

import os
from collections.abc import Collection, Container, Iterable, Iterator
from pathlib import Path

from .looks import NOTHING_KNOWN, Columns, Looks, differing
from .signature import now, settled, signature_of


class Folders:
    """The folders of a tree as they were seen."""

    def __init__(self, columns: Columns = NOTHING_KNOWN) -> None:
        self.looks = Looks(columns)

    @property
    def columns(self) -> Columns:
        """All that is known, as it is kept."""
        return self.looks.columns

    def unsure(self, tree: Path) -> set[str]:
        """Return the folders that do not look as they were seen; the tree's own is always one of them."""
        names = self.looks.names
        return {"", *(names[n] for n in differing(tree, names, self.looks.seen))}

    def see(self, tree: Path, folders: Iterable[str]) -> None:
        """Note what folders look like; one that has just been changed may change again unseen, and is not believed."""
        read_at = now()
        for name in folders:
            try:
                found = os.stat(f"{tree}/{name}", follow_symlinks=False)  # noqa: PTH116 - fourteen thousand of them
            except OSError:
                self.looks.drop(name)
            else:
                self.looks.put(name, "", settled(signature_of(found), read_at))

    def strangers(
        self, tree: Path, known: Container[str], before: Collection[str], unsure: Collection[str] = ()
    ) -> set[str]:
        """Return the files of a tree that are not known; `before` are those there were when the folders were seen.

        `unsure` are the folders that do not look as they were seen, where somebody has looked.
        """
        unsure = unsure or self.unsure(tree)
        found = {name for name in before if folder_of(name) not in unsure and name not in known}
        return found.union(name for folder in unsure for name in self._below(tree, folder) if name not in known)

    def _below(self, tree: Path, folder: str) -> Iterator[str]:
        """Yield the files in a folder, and those below folders that are not known; all of them are known then."""
        self.see(tree, [folder] if folder else ())
        try:
            entries = list(os.scandir(f"{tree}/{folder}"))
        except OSError:
            return
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield name
            elif name not in self.looks:
                yield from self._below(tree, name)


def folder_of(name: str) -> str:
    """Return the folder of a file; "" for the tree's own."""
    return name.rpartition("/")[0]


def folders_of(names: Iterable[str]) -> set[str]:
    """Return the folders of files, and those above them, but for the tree's own."""
    found: set[str] = set()
    for name in names:
        folder = folder_of(name)
        while folder and folder not in found:
            found.add(folder)
            folder = folder_of(folder)
    return found

"""The site and its twin: a build brings the twin up to date, then the two change places in one step.

Beside ``output/`` lies ``.output-build/next/``, the same files under other names (hard links). A build changes only
the twin; whoever reads the site meanwhile reads the old one, whole. When every file is there the folders are
exchanged, and what was changed is linked into the other as well. Files that no build wrote stay where they are.
A file is never changed in place, for both folders may have it.

So one look at the files of the site tells of both: who edits a page edits it in both; a name that was taken away or
given to another file changes the time of its folder, in whichever of the two that is.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from errno import ENOTDIR
from functools import cached_property, lru_cache
from pathlib import Path

from .exchange import exchange
from .folders import Folders, folder_of, folders_of
from .looks import Columns, Look, Looks
from .signature import UNMARKED, UNSURE, look_at, mark_of
from .store import Store
from .tree import files_of, join_files, link_all, link_file, move_file, remove_file, write_file

FILES, TWINS = "files", ("folders", "twin folders")
"""What is kept of the site: its files, its folders, and those of its twin."""
READING = 0o444
"""Who may read a file: everybody whom the system lets."""
COLUMNS = ("names", "keys", "looks", "marks")
"""What is kept of each of these, a fact each."""


class InPlaceError(OSError):
    """The new site is in place; what failed is bringing its twin, or what is known of it, up to date."""


class Output:
    """The folder of a site, and what the last build put into it, as the store has it."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder, self.store = folder, store
        self.next, self.busy = store.path.with_name("next"), store.path.with_name("busy")
        strangers: tuple[str, ...] = store.load("strangers", ())
        self._loaded = {name: _columns(store, name) for name in (FILES, *TWINS)}
        self.kept = Looks(self._loaded[FILES])
        self.here, self.there = (Folders(self._loaded[name]) for name in TWINS)
        """The folders of the site, and those of its twin."""
        self.strangers = frozenset(strangers)
        self.changed: set[str] = set()
        self.is_published = False
        """Whether the next site is in place."""
        self._look = Look((folder, self.kept), (self.next, self.there.looks))

    @cached_property
    def _looked(self) -> list[list[str]]:
        return self._look.differing()

    @property
    def harmed(self) -> list[str]:
        """The files of the site that are not as they were put there."""
        return self._looked[0]

    def close(self) -> None:
        """Ask for nothing more."""
        self._look.close()

    def is_current(self) -> bool:
        """Tell whether the site has every file as it was put there."""
        return not self.harmed

    def missing(self, changes: Mapping[str, str], gone: Collection[str] = ()) -> list[str]:
        """Begin the next site with what there is; return the files that must be made, which are expected from now on.

        `changes` are those that are to be made from something else than they were, or are new; `gone` are no more.
        """
        doubted = dict.fromkeys(name for name in (*self.harmed, *self._unsure()) if name not in changes)
        suspects = (name for name in (*changes, *doubted) if name not in gone)
        self.next.mkdir(parents=True, exist_ok=True)
        self.busy.touch()
        missing = []
        for name in suspects:
            wanted = changes.get(name) or self.kept.key(name)
            if self._is_held(self.next, name, wanted):
                continue
            if self._is_held(self.folder, name, wanted) or self._is_carried(name, wanted):
                link_file(self.folder / name, self.next, name)
            else:
                missing.append(name)
            self._expect(name, wanted)
        self.changed.update(name for name in self.harmed if name in self.kept)
        return missing

    def put(self, name: str, content: bytes) -> None:
        """Write a file of the next site; raises ValueError for one outside it, and OSError."""
        write_file(self.next, name, content)

    def move(self, name: str, source: Path) -> None:
        """Write a file of the next site that waits elsewhere in full, by moving it there; raises as `put` does."""
        move_file(source, self.next, name)

    def join(self, name: str, names: Iterable[str]) -> None:
        """Write a file of the next site that is others of it, one after the other; raises as `put` does."""
        join_files([self.next / each for each in names], self.next, name)

    def publish(self, gone: Collection[str] = (), spare: Collection[str] | None = None) -> list[str]:
        """Put the next site in place, without files that are no more; return their names. Raises OSError.

        Files that no build wrote stay. With `spare` they go too, but for the folders and files of those names at the
        top: that is Pelican's DELETE_OUTPUT_DIRECTORY with its OUTPUT_RETENTION.
        """
        found = self.here.strangers(self.folder, self.kept, self.strangers)
        strangers = {name for name in found if spare is None or name.partition("/")[0] in spare}
        removed = [name for name in sorted(gone) if self.kept.drop(name)]
        self._stop_where_one_is_in_the_way(strangers)
        self.changed.difference_update(removed)
        going = sorted({*removed, *(self.strangers | found) - strangers} - self.changed)
        for name in going:
            remove_file(self.next, name)
        linked = [name for name in strangers if look_at(self.folder / name) != look_at(self.next / name)]
        for name in linked:
            link_file(self.folder / name, self.next, name)
        touched = folders_of([*self.changed, *going, *linked])
        self.there.see(self.next, touched)
        if exchange(self.next, self.folder):
            self.here, self.there = self.there, self.here
        else:
            self._replace_each(going)
            self.here.see(self.folder, touched)
        self.is_published = True
        self._mirror(going, strangers)
        self.there.see(self.next, touched)
        self.strangers = frozenset(strangers)
        self.busy.unlink(missing_ok=True)
        return removed

    def save(self) -> None:
        """Keep in the store what is in place."""
        there_is = (self.kept.columns, self.here.columns, self.there.columns)
        for name, columns in zip((FILES, *TWINS), there_is, strict=True):
            for column, now, before in zip(COLUMNS, columns, self._loaded[name], strict=True):
                if now != before:  # an edit changes no name, and names are most of it
                    self.store.keep(f"{name} {column}", now)
        self.store.keep("strangers", tuple(sorted(self.strangers)))

    def _stop_where_one_is_in_the_way(self, strangers: Iterable[str]) -> None:
        """Raise OSError where a file that no build wrote stands where the site needs a folder, or within a file."""
        for name in strangers:
            is_folder = (self.next / name).is_dir() and any(kept.startswith(f"{name}/") for kept in self.kept)
            if is_folder or any(folder in self.kept for folder in folders_of([name])):
                told = "no build wrote this file, and it is in the way of a page; move it away"
                raise NotADirectoryError(ENOTDIR, told, str(self.folder / name))

    def _mirror(self, gone: Iterable[str], strangers: Collection[str]) -> None:
        """Bring the other folder up to date, and note what the files that both have look like now."""
        self.next.mkdir(parents=True, exist_ok=True)
        for name in gone:
            remove_file(self.next, name)
        names = {*self.changed, *(n for n in strangers if not (self.next / n).exists())}
        for name, seen, mark in link_all(self.folder, self.next, sorted(names)):
            if name in self.changed and name in self.kept:
                self.kept.put(name, self.kept.key(name), seen, mark)
        self.changed.clear()

    def _replace_each(self, gone: Iterable[str]) -> None:
        """Put files in place one by one, where the folders themselves cannot be exchanged."""
        for name in self.changed:
            link_file(self.next / name, self.folder, f"{name}.new")
            move_file(self.folder / f"{name}.new", self.folder, name)
        for name in gone:
            remove_file(self.folder, name)

    def _unsure(self) -> list[str]:
        """Return the files of the twin that may not be what they were; after a kill all, and others go."""
        if self.busy.exists():
            for name in [n for n in files_of(self.next) if n not in self.kept]:
                remove_file(self.next, name)
            return self.kept.names
        folders = {"", *self._looked[1]}
        for name in self.there.strangers(self.next, self.kept, self.strangers, folders) - self.strangers:
            remove_file(self.next, name)  # somebody put it beside the site
        return [name for name in self.kept.names if folder_of(name) in folders]

    def _is_held(self, tree: Path, name: str, key: str) -> bool:
        """Tell whether a file is in a tree as it was made."""
        seen = self.kept.look(name)
        return seen != UNSURE and self.kept.key(name) == key and look_at(tree / name) == seen

    def _is_carried(self, name: str, key: str) -> bool:
        """Tell whether a file of the site is what was made, though it looks different: the site was copied here."""
        mark = self.kept.mark(name)
        path = self.folder / name
        is_same = mark != UNMARKED and self.kept.key(name) == key and mark_of(path) == mark
        return is_same and path.stat().st_mode & READING == READING & ~_umask()

    def _expect(self, name: str, key: str) -> None:
        """Note a file of the next site; how it looks, and what is in it, is seen when it has its second name."""
        self.kept.put(name, key, UNSURE)
        self.changed.add(name)


@lru_cache(maxsize=1)
def _umask() -> int:
    os.umask(mask := os.umask(0))
    return mask


def _columns(store: Store, name: str) -> Columns:
    names, keys = store.load(f"{name} names", ""), store.load(f"{name} keys", "")
    return names, keys, store.load(f"{name} looks", b""), store.load(f"{name} marks", b"")

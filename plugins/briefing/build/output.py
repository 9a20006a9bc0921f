"""The site and its twin: a build brings the twin up to date, then the two change places in one step.

Beside ``output/`` lies ``.output-build/next/``, the same files under other names (hard links). A build changes only
the twin; whoever reads the site meanwhile reads the old one, whole. When every file is there the folders are
exchanged, and what was changed is linked into the other as well. Files that no build wrote stay where they are.
A file is never changed in place, for both folders may have it.
"""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from .exchange import exchange
from .signature import Signature, look_at

Kept = tuple[str, Signature]
"""What a file was made from, and what it looked like when it was written."""


class Output:
    """The folder of a site; `kept` is what the last build wrote, by name."""

    def __init__(self, folder: Path, state: Path, kept: dict[str, Kept], strangers: Collection[str] = ()) -> None:
        self.folder, self.next, self.kept = folder, state / "next", kept
        self.busy = state / "busy"
        self.strangers = frozenset(strangers)
        self.changed: set[str] = set()
        self.folders: set[str] = set()

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
            self._link(self.folder, self.next, name)
            self._remember(name, wanted[name])
        known = set(found)
        return [name for name in lost if name not in known]

    def put(self, name: str, key: str, content: bytes) -> None:
        """Write a file of the next site; raises ValueError for one outside it, and OSError."""
        if not is_inside(name):
            raise ValueError(f"'{name}' leaves the output folder")
        path = self._place(self.next, name)
        path.unlink(missing_ok=True)
        path.write_bytes(content)
        self._remember(name, key)

    def copy(self, name: str, key: str, source: Path) -> None:
        """Write a file of the next site that waits elsewhere in full, by moving it there; raises OSError."""
        target = self._place(self.next, name)
        source.replace(target)
        self._remember(name, key)

    def publish(self, wanted: Collection[str], spare: Collection[str] | None = None) -> list[str]:
        """Put the next site in place; return the names of the files that are no more. Raises OSError.

        Files that no build wrote stay. With `spare` they go too, but for the folders and files of those names at the
        top: that is Pelican's DELETE_OUTPUT_DIRECTORY with its OUTPUT_RETENTION.
        """
        strangers = {n for n in self._strangers(wanted) if spare is None or n.partition("/")[0] in spare}
        gone = sorted((self.kept.keys() | self.strangers) - {*wanted} - strangers)
        for name in gone:
            _remove(self.next, name)
        for name in strangers:
            self._link(self.folder, self.next, name)
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
            _remove(self.next, name)
        self.folders.clear()
        for name in {*self.changed, *(n for n in strangers if not (self.next / n).exists())}:
            self._link(self.folder, self.next, name)
        for name in self.changed & self.kept.keys():
            self._remember(name, self.kept[name][0])
        self.changed.clear()

    def _replace_each(self, gone: Iterable[str]) -> None:
        """Put files in place one by one, where the folders themselves cannot be exchanged."""
        self.folders.clear()
        for name in self.changed:
            target = self._place(self.folder, name)
            waiting = target.with_name(f"{target.name}.new")
            waiting.unlink(missing_ok=True)
            _link_or_copy(self.next / name, waiting)
            waiting.replace(target)
        for name in gone:
            _remove(self.folder, name)

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
        """Note a file as it lies in the next site; where it can be changed unseen, it will be made again."""
        self.kept[name] = (key, look_at(self.next / name) or (-1, 0, 0, 0))
        self.changed.add(name)

    def _place(self, tree: Path, name: str) -> Path:
        """Return where a file goes, with a folder to go to; what is in the way there is removed."""
        folder, _, _ = name.rpartition("/")
        path = tree / name
        if folder not in self.folders:
            _make_folder(tree, folder)
            self.folders.add(folder)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        return path

    def _link(self, source: Path, target: Path, name: str) -> None:
        path = self._place(target, name)
        path.unlink(missing_ok=True)
        _link_or_copy(source / name, path)

    def _strangers(self, wanted: Collection[str]) -> set[str]:
        """Return the files of the site that no build wrote."""
        return {name for name in files_of(self.folder) if name not in self.kept and name not in wanted}

    def _clean(self, wanted: Collection[str]) -> None:
        for name in [n for n in files_of(self.next) if n not in self.kept and n not in wanted]:
            _remove(self.next, name)


def is_inside(save_as: str) -> bool:
    """Tell whether a path stays below the folder it is relative to."""
    path = PurePosixPath(save_as)
    return (
        bool(save_as)
        and not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in save_as
        and "\0" not in save_as
    )


def files_of(folder: Path) -> Iterator[str]:
    """Yield the files below a folder as paths relative to it."""
    stack = [""]
    while stack:
        below = stack.pop()
        try:
            entries = list(os.scandir(folder / below if below else folder))
        except FileNotFoundError:
            continue
        for entry in entries:
            name = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                stack.append(name)
            else:
                yield name


def replace_file(path: Path, text: str) -> None:
    """Write a text so that a reader finds the old file or the whole new one; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f"{path.name}.new")
    waiting.write_text(text, encoding="utf-8", newline="\n")
    waiting.replace(path)


def _make_folder(tree: Path, folder: str) -> None:
    """Make a folder and those above it; a file or link that is in the way goes."""
    at = tree
    for part in folder.split("/") if folder else ():
        at = at / part
        try:
            at.mkdir(exist_ok=True)
        except FileExistsError:
            at.unlink()
            at.mkdir()


def _link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name; where the file system has none, copy it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _remove(tree: Path, name: str) -> None:
    """Remove a file, and its folders where nothing else is in them."""
    path = tree / name
    if path.is_dir() and not path.is_symlink():  # somebody made a folder of that name since: it is theirs
        return
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:  # a page has taken the place of its folder
        return
    for folder in path.parents:
        if folder == tree or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()

"""Files below a folder by their names: written, moved, linked and removed, whatever is in their way."""

import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .executors import in_order, in_shards
from .signature import UNSURE, Signature, look_at, mark_of

LONGEST_NAME = (
    240  # bytes of 255, the most that common file systems have; a file waits for its place under a longer name
)
LINKING, LINKED = 4, 256
"""How many links are made at a time, and of how many files in one go."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|.*[ .]$|.*[\x00-\x1f\x7f]", re.IGNORECASE)


def is_inside(name: str) -> bool:
    """Tell whether a path stays below the folder it is relative to."""
    return (
        bool(name.strip("./"))
        and not name.startswith("/")
        and ".." not in name.split("/")
        and "\\" not in name
        and "\0" not in name
    )


def is_portable(name: str) -> bool:
    """Tell whether every disk can have a file of this name: short enough, and no device of Windows."""
    parts = name.split("/")
    return not any(RESERVED.match(part) or len(part.encode("utf-8", "replace")) > LONGEST_NAME for part in parts)


def place_of(name: str) -> str:
    """Return a name as disks see it that take no note of case, or of how a letter with an accent is composed."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name.casefold())


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


def write_file(tree: Path, name: str, content: bytes) -> None:
    """Write a file anew, never into one that is there, for that may have another name; raises OSError.

    Raises ValueError for a name that leads out of the tree.
    """
    if not is_inside(name):
        raise ValueError(f"'{name}' leaves the output folder")

    def write(path: Path) -> None:
        with path.open("xb") as file:
            file.write(content)

    _place(tree, name, write)


def join_files(sources: Sequence[Path], tree: Path, name: str) -> None:
    """Write a file anew that is others one after the other, one of them at a time; raises as `write_file` does."""
    if not is_inside(name):
        raise ValueError(f"'{name}' leaves the output folder")

    def write(path: Path) -> None:
        with path.open("xb") as file:
            for source in sources:
                file.write(source.read_bytes())

    _place(tree, name, write)


def move_file(source: Path, tree: Path, name: str) -> None:
    """Move a file into a tree, in the place of one that is there; raises as `write_file` does."""
    if not is_inside(name):
        raise ValueError(f"'{name}' leaves the output folder")
    _place(tree, name, source.replace)


def link_file(source: Path, tree: Path, name: str) -> None:
    """Give a file another name in a tree; where the file system has no links, copy it. Raises OSError."""
    try:
        _place(tree, name, lambda path: os.link(source, path, follow_symlinks=False))
    except OSError:
        _clear(tree, name)
        shutil.copy2(source, tree / name, follow_symlinks=False)


def link_all(source: Path, tree: Path, names: Sequence[str]) -> Iterator[tuple[str, Signature, bytes]]:
    """Give many files of one tree a second name in another; yield each with what it looks like then, and its mark.

    Raises OSError.

    Most of it is waiting for the file system, so several are under way at a time.
    """
    if len(names) <= LINKED:
        yield from _link_some(source, tree, names)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=LINKING) as threads:
        shards = in_shards(names, LINKED)
        for found in in_order(lambda some: threads.submit(_link_some, source, tree, some), shards, 2 * LINKING):
            yield from found


def _link_some(source: Path, tree: Path, names: Sequence[str]) -> list[tuple[str, Signature, bytes]]:
    with _open(source) as here, _open(tree) as there:
        return [(name, *_linked(source, tree, name, here, there)) for name in names]


@contextmanager
def _open(folder: Path) -> Iterator[int | None]:
    """Open a folder, so that names in it need not be looked up from the root; None where folders cannot be opened."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        yield None
        return
    try:
        yield number
    finally:
        os.close(number)


def _linked(source: Path, tree: Path, name: str, here: int | None, there: int | None) -> tuple[Signature, bytes]:
    """Link a file between two open folders, which is fast; where that cannot be, the long way."""
    try:
        if here is None or there is None:
            raise FileNotFoundError
        os.link(name, name, src_dir_fd=here, dst_dir_fd=there, follow_symlinks=False)
    except (OSError, NotImplementedError):
        link_file(source / name, tree, name)
    path = tree / name if there is None else name
    return look_at(path, there) or UNSURE, mark_of(path, there)


def remove_file(tree: Path, name: str) -> None:
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


def replace_file(path: Path, text: str) -> None:
    """Write a text so that a reader finds the old file or the whole new one; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f"{path.name}.new")
    waiting.write_text(text, encoding="utf-8", newline="\n")
    waiting.replace(path)


def _place(tree: Path, name: str, make: Callable[[Path], object]) -> None:
    """Make a file; where that cannot be, clear its place and make it then. Looking first would cost every file."""
    path = tree / name
    try:
        make(path)
    except (FileExistsError, FileNotFoundError, NotADirectoryError, IsADirectoryError):
        _clear(tree, name)
        make(path)


def _clear(tree: Path, name: str) -> None:
    """Make the folder of a file, and remove what is in its place."""
    folder, _, _ = name.rpartition("/")
    try:
        (tree / folder).mkdir()
    except OSError:
        _make_folders(tree, folder)
    path = tree / name
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _make_folders(tree: Path, folder: str) -> None:
    """Make a folder and those above it; a file or link that is in the way goes."""
    at = tree
    for part in folder.split("/") if folder else ():
        at = at / part
        try:
            at.mkdir(exist_ok=True)
        except FileExistsError:
            at.unlink()
            at.mkdir()

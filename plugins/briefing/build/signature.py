"""What tells a changed file from one that is as it was, without reading it; and which files a folder holds."""

import os
import stat
import time
from collections.abc import Iterator
from hashlib import sha256

Signature = tuple[int, int, int, int]
"""Size in bytes, times of the last change of the content and of the file's entry in nanoseconds, and its number.

The second time cannot be set by a program: a file that was changed and given its old date again differs in it.
"""

UNSURE: Signature = (-1, 0, 0, 0)
"""Equal to no file's: what carries it is read again."""
NOWHERE: Signature = (-2, 0, 0, 0)
"""Of what is no plain file, or not there; never kept, and so equal to nothing that is."""
MARKED = 16
UNMARKED = bytes(MARKED)
"""The mark of no file."""
PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened that may have become a link or a pipe, on systems that know of these."""
PIECE = 1 << 16  # bytes of a file that are read at a time; room for more would be asked of the kernel each time
TICK = 100_000_000  # nanoseconds: clocks of file systems are coarser than they look
COARSE = 2_000_000_000  # of those that know whole seconds only, FAT even two of them
LARGEST = (1 << 63) - 1


def signature_of(found: os.stat_result) -> Signature:
    """Return the signature of a file as `os.stat` found it."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & LARGEST)


def settled(signature: Signature, read_at: int) -> Signature:
    """Return the signature, or UNSURE for a file changed so shortly before `read_at` that it may change unseen."""
    latest = max(signature[1], signature[2])
    window = COARSE if latest % 1_000_000_000 == 0 else TICK
    return signature if latest + window < read_at else UNSURE


def now() -> int:
    """Return the clock that signatures are compared with, in nanoseconds."""
    return time.time_ns()


def look_at(path: str | os.PathLike[str], folder: int | None = None) -> Signature | None:
    """Return the signature of a plain file, or None where there is none; `folder` is an open folder's number."""
    try:
        found = os.stat(path, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return None
    return signature_of(found) if stat.S_ISREG(found.st_mode) else None


def mark_of(path: str | os.PathLike[str], folder: int | None = None) -> bytes:
    """Return the mark of what is in a plain file: the same wherever the file is carried. UNMARKED where there is none.

    `folder` is an open folder's number.
    """
    try:
        number = os.open(path, os.O_RDONLY | PLAIN, dir_fd=folder)
    except OSError:
        return UNMARKED
    state = sha256()  # which processors know
    try:
        while piece := os.read(number, PIECE):
            state.update(piece)
    except OSError:
        return UNMARKED
    finally:
        os.close(number)
    return state.digest()[:MARKED]


def list_files(folder: str, below: str = "") -> Iterator[tuple[str, Signature | None]]:
    """Yield every file below a folder by its path from there, with its signature, in no order.

    Links, pipes and folders that cannot be opened have none: reading them says what they are. Hidden files and
    editors' backups are passed over.
    """
    path, folders = os.path.join(folder, below), []
    try:
        # Beside an open folder a file is found by its name alone, which costs half as much.
        opened = os.open(path, os.O_RDONLY | os.O_DIRECTORY) if os.scandir in os.supports_fd else None
    except FileNotFoundError:
        return
    except OSError:
        yield below, None
        return
    try:
        for entry in os.scandir(path if opened is None else opened):
            name = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(name)
            elif not entry.name.startswith((".", "#")) and not entry.name.endswith("~"):
                plain = entry.is_file(follow_symlinks=False)
                yield name, signature_of(entry.stat(follow_symlinks=False)) if plain else None
    finally:
        if opened is not None:
            os.close(opened)
    for name in folders:
        yield from list_files(folder, name)

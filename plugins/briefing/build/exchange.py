"""Two folders change places in one step, as Linux can; elsewhere in two, which the next build mends."""

import ctypes
import os
import sys
from pathlib import Path

AT_FDCWD = -100  # paths are relative to the working directory
RENAME_EXCHANGE = 2  # linux/fs.h


def exchange(new: Path, old: Path) -> bool:
    """Put `new` where `old` is, and the other way round; False where folders cannot be moved there.

    A folder that is a link or a mounted file system stays: its files must be replaced one by one.
    """
    if old.is_symlink() or os.path.ismount(old):
        return False
    if not old.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        new.rename(old)
        return True
    return _in_one_step(new, old) or _in_two_steps(new, old)


def _in_one_step(new: Path, old: Path) -> bool:
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE) == 0)


def _in_two_steps(new: Path, old: Path) -> bool:
    aside = aside_of(old, new)
    try:
        old.rename(aside)
    except OSError:
        return False
    new.rename(old)
    aside.rename(new)
    return True


def aside_of(folder: Path, twin: Path) -> Path:
    """Return where a site waits for a moment while its place is taken by the next."""
    return twin.with_name(f"{folder.name}.old")


def mend(folder: Path, twin: Path) -> None:
    """Bring a site back that was set aside when a build was killed between the two steps."""
    aside = aside_of(folder, twin)
    if aside.is_dir() and not folder.exists():
        (twin if twin.is_dir() else aside).rename(folder)
    if aside.is_dir() and not twin.exists():
        aside.rename(twin)

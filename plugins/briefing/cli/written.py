"""Several files at once: all of them are written, or none is; what is there is never overwritten."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to write; `replaces` is what it holds now where it is one that may be replaced."""

    path: Path
    content: bytes
    replaces: bytes | None = None


class TakenError(Exception):
    """A file that should be new is there, or one to be replaced has changed meanwhile."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_all(files: Iterable[NewFile]) -> None:
    """Write the files, each whole, in their order; raises TakenError or OSError when none was written.

    New files are linked into place, which fails where a name is taken; only then is a file replaced.
    """
    files = sorted(files, key=lambda file: file.replaces is not None)
    done: list[Path] = []
    waiting: list[tuple[NewFile, Path]] = []
    try:
        for file in files:
            waiting.append((file, _beside(file)))  # noqa: PERF401  what is written so far must be known if one fails
        for file, temporary in waiting:
            _put(file, temporary)
            done.append(file.path)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise
    finally:
        for _, temporary in waiting:
            temporary.unlink(missing_ok=True)


def _beside(file: NewFile) -> Path:
    """Write a file's content under another name in its folder, so that putting it in place is one step."""
    file.path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(file.content)
        Path(name).chmod(file.path.stat().st_mode if file.replaces is not None else 0o666 & ~_umask())
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _put(file: NewFile, temporary: Path) -> None:
    if file.replaces is None:
        try:
            os.link(temporary, file.path)
        except FileExistsError:
            raise TakenError(file.path) from None
    elif file.path.read_bytes() == file.replaces:
        temporary.replace(file.path)
    else:
        raise TakenError(file.path)


def _umask() -> int:
    """The permissions that new files do not get; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask

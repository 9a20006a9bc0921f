"""One build of a site at a time: a second one waits until the first has ended, however it ends."""

from collections.abc import Callable
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows: there two builds at once are not kept apart
    fcntl = None  # type: ignore[assignment]


class Lock:
    """A lock of this process on a file; the system takes it back when the process ends, even by a kill."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def hold(self, wait: Callable[[], None]) -> None:
        """Take the lock; where another process has it, call `wait` once and wait for it. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("ab")
        if fcntl is not None:
            try:
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait()
                fcntl.lockf(self._file, fcntl.LOCK_EX)

    def release(self) -> None:
        """Let the next one in: a file that is closed is not locked."""
        if self._file is not None:
            self._file.close()
            self._file = None

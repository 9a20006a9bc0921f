"""What a program costs, all of it: from its start to its end, every process it starts."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import Self

OFTEN, SELDOM = 0.02, 0.2  # seconds between two looks at the memory, in the first two seconds and later


class FailedError(Exception):
    """A program that was to be measured ended with an error, or made something else than was asked for."""


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of CPU (user and system), and megabytes of all processes together at their peak."""

    wall: float
    cpu: float
    memory: float

    @classmethod
    def middle(cls, costs: Sequence[Self]) -> Self:
        """Return the median of each figure."""
        return cls(*(median(getattr(c, f.name) for c in costs) for f in fields(cls)))

    def over(self, other: "Cost") -> dict[str, float]:
        """Return each figure as a multiple of another's."""
        return {f.name: round(getattr(self, f.name) / getattr(other, f.name), 4) for f in fields(self)}


def cost_of(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Cost:
    """Run a command to its end and return what it cost; raises FailedError with what it printed.

    CPU is counted by the kernel, for the program and all it waits for. Memory is the greater of two: the largest
    process, by the kernel; and all processes together, looked at again and again (on Linux, memory that several share
    is counted once). The measuring process must itself be small: a child begins as its copy.
    """
    log = folder / "log.txt"
    with log.open("wb") as out:
        begun = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **variables}, stdout=out, stderr=out, start_new_session=True
        )
        try:
            with _Watch(child.pid) as watch:
                # Not child.wait(): this alone says what this child used, whatever ran before it.
                _, status, usage = os.wait4(child.pid, 0)
                wall = time.perf_counter() - begun
        except BaseException:  # interrupted: what was started ends too
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            raise
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise FailedError(f"{' '.join(command)}\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")
    peak = max(usage.ru_maxrss, watch.peak)
    return Cost(round(wall, 3), round(usage.ru_utime + usage.ru_stime, 3), round(peak / 1024, 1))  # kibibytes in Linux


class _Watch:
    """Looks at the memory of a process and its descendants; `peak` is the most seen, in kibibytes."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak, self._over = pid, 0, Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        looks = 0
        while not self._over.wait(OFTEN if looks < 2 / OFTEN else SELDOM):
            looks += 1
            self.peak = max(self.peak, sum(map(_memory, _family(self.pid))))


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # it has ended meanwhile
            for child in children.read_text().split():
                yield from _family(int(child))


def _memory(pid: int) -> int:
    """Return the kibibytes of a process; of what several share, its part."""
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0

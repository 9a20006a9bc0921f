"""What a program costs, all of it: from its start to its end, every process it starts and waits for."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median
from typing import Self


class FailedError(Exception):
    """A program that was to be measured ended with an error; its own words say which."""


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of CPU (user and system), and megabytes of the largest process at its peak."""

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
    """Run a command to its end and return what it cost; raises FailedError with what it printed."""
    log = folder / "log.txt"
    with log.open("wb") as out:
        begun = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env={**os.environ, **variables}, stdout=out, stderr=out)
        # Not child.wait(): this alone says what this child used, whatever ran before it.
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise FailedError(f"{' '.join(command)}\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)  # kibibytes, as Linux counts them

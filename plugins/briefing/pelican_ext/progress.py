"""How far a build has come, shown to a person who waits: a bar on builds over a second, and how long it took."""

from types import TracebackType
from typing import TYPE_CHECKING, Self

from pelican.log import console

from ..report.text import seconds_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.progress import Progress as Bar

PATIENCE = 1.0
"""Seconds that a person waits without asking how long it will be."""


class Progress:
    """Called with how many briefings are made and how many are to be; where nobody looks it shows nothing."""

    def __init__(self, clock: "Callable[[], float]") -> None:
        self.clock, self.began = clock, clock()
        self.bar: Bar | None = None

    def __enter__(self) -> Self:
        """Begin; the bar comes when it is wanted."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away, whatever has happened."""
        if self.bar:
            self.bar.stop()
            self.bar = None

    def __call__(self, done: int, total: int) -> None:
        """Show how far it is."""
        if self.bar is None and console.is_terminal and done < total and self.clock() - self.began > PATIENCE:
            self.bar = _bar(total)
        if self.bar:
            self.bar.update(self.bar.task_ids[0], completed=done)

    @property
    def took(self) -> str:
        """How long it has been: ``in 2.4 s``, ``in 1 min 5 s``."""
        return f"in {seconds_of(self.clock() - self.began)}"


def _bar(total: int) -> "Bar":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    bar.add_task("briefings", total=total)
    bar.start()
    return bar

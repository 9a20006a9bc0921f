"""What is open to watch although its date has passed: for the editors, who know what came of it."""

from collections.abc import Iterator
from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Code, Diagnostic, Severity, Span

if TYPE_CHECKING:
    from .between import RecordOf
    from .sorting import Sorted

HELP = "say what came of it: status: happened with an outcome, or status: lapsed"


class Overdue(NamedTuple):
    """What is overdue on a day; plain values."""

    day: int
    """As `datetime.date.toordinal` counts."""
    number: int = 0
    newest: tuple[tuple[int, str, tuple[object, ...]], ...] = ()
    """Of the newest of them the first day of being so, the path of the briefing, and where it is written."""

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield a note for each of the newest; the clock makes no warning."""
        for first, _, span in self.newest:
            last = date.fromordinal(first - 1)
            message = f"this was to be known by {last:%-d %B %Y}, and is still open"
            yield Diagnostic(Code.WATCH_OVERDUE, message, Span(*span), HELP, Severity.NOTE)  # type: ignore[arg-type]


def overdue_of(briefings: "Sorted", record_of: "RecordOf", most: int | None = None) -> Overdue:
    """Return all that is overdue, or the newest of it."""
    day = briefings.day
    found = [(first, h.path, n) for h in briefings.published for n, first in enumerate(h.overdue) if 0 < first <= day]
    shown = sorted(found, reverse=True) if most is None else nlargest(most, found)
    newest = ((first, path, record_of(path).places["watch"][n].span) for first, path, n in shown)
    return Overdue(day, len(found), tuple((first, path, _plain(span)) for first, path, span in newest))


def check_overdue(briefings: "Sorted", record_of: "RecordOf") -> Iterator[Diagnostic]:
    """Yield a note for each open item whose date has passed, the newest first."""
    yield from overdue_of(briefings, record_of).diagnostics()


def _plain(span: Span) -> tuple[object, ...]:
    return tuple(getattr(span, name) for name in Span.__dataclass_fields__)

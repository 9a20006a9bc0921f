"""What is open to watch although its date has passed: for the editors, who know what came of it."""

from collections.abc import Iterator
from datetime import date
from heapq import nlargest

from ..diagnostics import Code, Diagnostic, Severity
from .between import RecordOf
from .sorting import Sorted

HELP = "say what came of it: status: happened with an outcome, or status: lapsed"


def check_overdue(briefings: Sorted, record_of: RecordOf, most: int | None = None) -> Iterator[Diagnostic]:
    """Yield a note for each open item whose date has passed, or for the newest of them; the clock makes no warning."""
    found = [
        (first, h.path, n)
        for h in briefings.published
        for n, first in enumerate(h.overdue)
        if 0 < first <= briefings.day
    ]
    shown = sorted(found, reverse=True) if most is None else nlargest(most, found)
    for first, path, n in shown:
        place = record_of(path).places["watch"][n]
        last = date.fromordinal(first - 1)
        message = f"this was to be known by {last:%-d %B %Y}, and is still open"
        yield Diagnostic(Code.WATCH_OVERDUE, message, place.span, HELP, Severity.NOTE)


def count_overdue(briefings: Sorted) -> int:
    """Return how many open items there are whose date has passed."""
    return sum(0 < first <= briefings.day for h in briefings.published for first in h.overdue)

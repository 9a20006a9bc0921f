"""What time has overtaken, for the editors: items still open to watch, briefings that nobody has reviewed for long."""

import pickle
from collections.abc import Iterator
from datetime import date
from heapq import nlargest
from typing import NamedTuple

from ..checks.house.policy import HousePolicy
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity
from .between import RecordOf
from .sorting import Sorted

MOST_NOTES = 3
SETTLE = "say what came of it: status: happened with an outcome, or status: lapsed"
REVIEW = "look whether it still holds, and write the day as as_of"


class Lapsed(NamedTuple):
    """What the day of a build finds wrong; plain values, for it is kept until the day is over or a briefing changes."""

    day: int
    """As `datetime.date.toordinal` counts."""
    files: tuple[str, ...] = ()
    """The briefings that are spoken of."""
    said: bytes = b""
    more: int = 0
    """How many items are overdue besides those of the notes."""

    @property
    def warnings(self) -> Diagnostics:
        """What is more than a note."""
        return self._said[0]

    @property
    def notes(self) -> Diagnostics:
        """The newest items to watch that are overdue."""
        return self._said[1]

    @property
    def _said(self) -> tuple[Diagnostics, Diagnostics]:
        return pickle.loads(self.said) if self.said else ((), ())  # noqa: S301 - our own store


def lapsed_of(briefings: Sorted, record_of: RecordOf, policy: HousePolicy) -> Lapsed:
    """Return what the day finds wrong: everything that is more than a note, and the newest of what is one."""
    warnings = tuple(check_lapsed(briefings, record_of, policy, are_notes=False))
    is_note = policy.level(Code.WATCH_OVERDUE.value) is Severity.NOTE
    notes = tuple(check_overdue(briefings, record_of, policy, MOST_NOTES)) if is_note else ()
    files = tuple(d.span.path for d in (*warnings, *notes))
    said = pickle.dumps((warnings, notes)) if files else b""
    return Lapsed(briefings.day, files, said, count_overdue(briefings) - len(notes) if is_note else 0)


def check_lapsed(
    briefings: Sorted, record_of: RecordOf, policy: HousePolicy, *, are_notes: bool
) -> Iterator[Diagnostic]:
    """Yield what the day of the build finds wrong, as the policy has it: the notes, or what is more."""
    for code, check in ((Code.WATCH_OVERDUE, check_overdue), (Code.REVIEW_OVERDUE, check_reviews)):
        level = policy.level(code.value)
        if level and (level is Severity.NOTE) == are_notes:
            yield from check(briefings, record_of, policy)


def check_overdue(
    briefings: Sorted, record_of: RecordOf, policy: HousePolicy, most: int | None = None
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each open item whose date has passed, or for the newest of them."""
    level = policy.level(Code.WATCH_OVERDUE.value)
    found = [
        (first, h.path, n)
        for h in briefings.published
        for n, first in enumerate(h.overdue)
        if 0 < first <= briefings.day
    ]
    shown = sorted(found, reverse=True) if most is None else nlargest(most, found)
    for first, path, n in shown if level else ():
        place = record_of(path).places["watch"][n]
        last = date.fromordinal(first - 1)
        message = f"this was to be known by {last:%-d %B %Y}, and is still open"
        yield Diagnostic(Code.WATCH_OVERDUE, message, place.span, SETTLE, level or Severity.NOTE)


def check_reviews(briefings: Sorted, record_of: RecordOf, policy: HousePolicy) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each briefing that nobody has reviewed for longer than the policy allows."""
    days, level = policy.review_days, policy.level(Code.REVIEW_OVERDUE.value)
    for h in briefings.published if days and level else ():
        if briefings.day - h.reviewed > days:
            last = date.fromordinal(max(1, h.reviewed))
            (place,) = record_of(h.path).places["reviewed"]
            message = f"last reviewed on {last:%-d %B %Y}, more than {days:,} day{'s' * (days != 1)} ago"
            yield Diagnostic(Code.REVIEW_OVERDUE, message, place.span, REVIEW, level or Severity.NOTE)


def count_overdue(briefings: Sorted) -> int:
    """Return how many open items there are whose date has passed."""
    return sum(0 < first <= briefings.day for h in briefings.published for first in h.overdue)

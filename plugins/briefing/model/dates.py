"""Dates as precise as the source and no more: EDTF level 1.

The standard is ISO 8601-2:2019 as profiled by the Library of Congress (Extended Date/Time Format, 4 February
2019), level 1 whole: ``2023``, ``2023-05``, ``2023-05-07``, ``2023-05-07T10:30:00Z``, ``-0043``,
``Y170000002``, seasons ``2023-21`` to ``2023-24``, ``191X``, ``19XX``, ``2023-XX``, ``2023-05-XX``,
``?`` ``~`` ``%`` after a whole date, and intervals: ``1910/1945``, open ``2019/..`` and ``../1945``, not
known ``2019/`` and ``/1945``. Three things more are read: a time of day without seconds, a blank for its
``T``, and ``Y17E7`` of level 2.

Bounds are day numbers of the proleptic Gregorian calendar for any year, 0001-01-01 being 1 (as
`datetime.date.toordinal` counts). A season is three whole months from March, June, September or December
(winter 2023 ends in February 2024): EDTF leaves it open, and this keeps the order of the seasons' codes.
"""

import re
from collections.abc import Callable
from dataclasses import field
from datetime import date
from functools import total_ordering
from math import inf
from typing import Any, Self

from ..frozen import frozen
from .date_mending import AS_IN, DateError
from .edtf import Precision, read_date

_BARE_HOUR_OFFSET = re.compile(r"[+-]\d\d$")


@total_ordering
@frozen
class EdtfDate:
    """A date or span of EDTF level 1, made by `parse`; equal when written alike, ordered by `sort_key`."""

    text: str
    """As written, without white space around it and with ``T`` before a time of day."""
    precision: Precision = field(compare=False)
    """What is known: time, day, month, season, year, decade or century; or interval."""
    components: tuple[int, ...] = field(compare=False)
    """Year, month (or season, 21–24) and day, as far as known; a decade's first year; () for an interval."""
    start: int | None = field(compare=False)
    """The first day it can mean, as a day number; None where the interval does not say."""
    end: int | None = field(compare=False)
    """The last day it can mean, as a day number; None where the interval does not say."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date; raises DateError, and nothing else, for a text that is none."""
        if len(text) == 10 and text[4] == text[7] == "-":
            try:
                day = date.fromisoformat(text)
            except ValueError:
                pass  # not a plain day, or none of the calendar: the long way finds out
            else:
                number = day.toordinal()
                return cls(text, "day", (day.year, day.month, day.day), number, number)
        return cls(*read_date(text))

    @property
    def is_interval(self) -> bool:
        """Whether it has two ends, given or not."""
        return self.precision == "interval"

    @property
    def uncertain(self) -> bool:
        """Whether it, or an end of it, is marked ``?`` or ``%``."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether it, or an end of it, is marked ``~`` or ``%``."""
        return "~" in self.text or "%" in self.text

    @property
    def open_start(self) -> bool:
        """Whether it has no beginning (``../1945``); one merely not known is `begins` None without this."""
        return self.text.startswith("..")

    @property
    def open_end(self) -> bool:
        """Whether it goes on (``2019/..``); an end merely not known is `ends` None without this."""
        return self.text.endswith("..")

    @property
    def begins(self) -> Self | None:
        """The date before the slash, None where open or not known; a date that is no interval is its own."""
        return self._side(self.text.partition("/")[0]) if self.is_interval else self

    @property
    def ends(self) -> Self | None:
        """The date after the slash, None where open or not known; a date that is no interval is its own."""
        return self._side(self.text.partition("/")[2]) if self.is_interval else self

    def _side(self, text: str) -> Self | None:
        return None if text in ("", "..") else self.parse(text)

    @property
    def days(self) -> int | None:
        """How many days it covers at most, both bounds included; None where an end is open or not known."""
        return None if self.start is None or self.end is None else self.end - self.start + 1

    @property
    def clock(self) -> str:
        """The time of day with its offset as written (``10:30+09:00``); empty without one."""
        return self.text.partition("T")[2]

    @property
    def iso(self) -> str | None:
        """The value for ``<time datetime>``; None where HTML has none: spans, seasons, decades, BC."""
        if self.precision in ("interval", "season", "decade", "century") or self.components[0] < 1:
            return None
        if self.precision == "time":
            return self.text + ":00" if _BARE_HOUR_OFFSET.search(self.clock) else self.text
        year, *rest = self.components
        return "-".join([f"{year:04}", *(f"{number:02}" for number in rest)])

    @property
    def sort_key(self) -> tuple[int, float, str]:
        """First day, then the longer first, then the text (times of one day as written, offsets unread).

        What has no first day (``../1945``) stands just before the first day of its end.
        """
        if self.start is None:
            ends = self.ends
            return ends.start if ends and ends.start is not None else 0, -inf, self.text
        return self.start, -inf if self.end is None else self.start - self.end, self.text

    def __lt__(self, other: object) -> bool:
        return self.sort_key < other.sort_key if isinstance(other, EdtfDate) else NotImplemented

    def __str__(self) -> str:
        return self.text

    @classmethod
    def _validate(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise DateError(f"a date is written as text; {AS_IN}")
        return cls.parse(value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Validate by `parse`, write JSON as `text` (pydantic's protocol for a type of one's own)."""
        return {
            "type": "function-plain",
            "function": {"type": "no-info", "function": cls._validate},
            "serialization": {"type": "to-string", "when_used": "json"},
        }

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Describe it to a code editor as a text."""
        return {
            "type": "string",
            "description": "A date in EDTF level 1 (ISO 8601-2:2019).",
            "examples": ["2023-05-07", "2023-05", "2023", "2023-03?", "1910~", "1910/1945", "2019/.."],
        }


def days_between(earlier: EdtfDate, later: EdtfDate) -> int:
    """Return the days from the end of one date to the start of the next; 0 where they overlap or are open."""
    if earlier.end is None or later.start is None:
        return 0
    return max(0, later.start - earlier.end)

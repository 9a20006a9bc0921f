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
from calendar import isleap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import total_ordering
from math import inf
from typing import Any, Literal, Self

Precision = Literal["time", "day", "month", "season", "year", "decade", "century", "interval"]
DateCode = Literal["impossible-date", "ambiguous-date", "not-a-date"]

LONGEST = 80
"""Characters; the longest date in level 1 is shorter, so more is refused unread."""

_POINT = re.compile(
    r"""(?!-0000|-000X|-00XX)
    (?: Y(?P<long>-?[1-9]\d{4,11}) | Y(?P<significand>-?[1-9]\d{0,11})E(?P<exponent>\d\d?)
      | (?P<decade>-?\d{3})X | (?P<century>-?\d\d)XX
      | (?P<year>-?\d{4}) (?: -XX(?:-XX)? | -(?P<month>\d\d) (?: -XX | -(?P<day>\d\d) )? )?
    ) [?~%]?""",
    re.ASCII | re.VERBOSE,
)
_TIMED = re.compile(
    r"(?P<day>-?\d{4}-\d\d-\d\d)[T ](?P<clock>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
    r"(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?)",
    re.ASCII,
)
_BARE_HOUR_OFFSET = re.compile(r"[+-]\d\d$")
_MONTHS_LONG = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class DateError(ValueError):
    """A text that is no date, said in an editor's words; `proposals` are the dates it may have meant."""

    def __init__(self, message: str, code: DateCode = "not-a-date", proposals: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code: DateCode = code
        self.proposals = proposals


@total_ordering
@dataclass(frozen=True, slots=True)
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
        return cls(*_parse(text))

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
            raise DateError(f"a date is written as text; {_AS_IN}")
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


_Fields = tuple[str, Precision, tuple[int, ...], int | None, int | None]


def _parse(text: str) -> _Fields:
    if len(text) > LONGEST:
        raise DateError(f"'{_shown(text)}' is too long for a date; {_AS_IN}")
    text = text.strip()
    try:
        return _read(text)
    except DateError as error:
        raise (error if error.code == "impossible-date" else _explained(text)) from None


def _read(text: str) -> _Fields:
    if text.count("/") == 1:
        return _interval(text)
    if match := _POINT.fullmatch(text):
        precision, components = _known(match)
        return text, precision, components, *_bounds(precision, components)
    if match := _TIMED.fullmatch(text):
        _, _, components, start, end = _read(match["day"])
        return f"{match['day']}T{match['clock']}", "time", components, start, end
    raise DateError(f"'{_shown(text)}' is not a date")


def _interval(text: str) -> _Fields:
    head, _, foot = text.partition("/")
    if "T" in text or {head, foot} <= {"", ".."}:
        raise DateError(f"'{_shown(text)}' is not a span")
    start = None if head in ("", "..") else _read(head)[3]
    end = None if foot in ("", "..") else _read(foot)[4]
    if start is not None and end is not None and start > end:
        swapped = f"{foot}/{head}"
        raise DateError(f"'{text}' ends before it begins; write {swapped}", "impossible-date", (swapped,))
    return text, "interval", (), start, end


def _known(match: re.Match[str]) -> tuple[Precision, tuple[int, ...]]:
    long, significand, exponent, decade, century, year, month, day = match.groups()
    if decade or century:
        first, width = (int(decade), 10) if decade else (int(century), 100)
        return "decade" if decade else "century", (first * width - (width - 1 if first < 0 else 0),)
    if significand:
        return "year", (_long_year(match[0], int(significand) * 10 ** int(exponent)),)
    if month is None:
        return "year", (int(long or year),)
    if not (1 <= int(month) <= 12 or (21 <= int(month) <= 24 and not day)):
        hint = "months run from 01 to 12; 21 to 24 stand for the seasons, without a day"
        raise DateError(f"there is no month {month} in '{match[0]}': {hint}", "impossible-date")
    if day is None:
        return "season" if int(month) > 12 else "month", (int(year), int(month))
    return "day", (int(year), int(month), _real_day(year, month, day))


def _long_year(text: str, year: int) -> int:
    if not 5 <= len(str(abs(year))) <= 12:
        raise DateError(f"'{text}' is not a year; after Y come five to twelve digits")
    return year


def _real_day(year: str, month: str, day: str) -> int:
    length = _first_day(int(year) * 12 + int(month)) - _first_day(int(year) * 12 + int(month) - 1)
    if not 1 <= int(day) <= length:
        raise DateError(
            f"there is no day {year}-{month}-{day}: {year}-{month} has {length} days; correct the day, "
            f"or write {year}-{month} where it is not known",
            "impossible-date",
            (f"{year}-{month}",),
        )
    return int(day)


def _bounds(precision: Precision, components: tuple[int, ...]) -> tuple[int, int]:
    year, month, day = (*components, 1, 1)[:3]
    first = year * 12 + ((month - 20) * 3 if precision == "season" else month) - 1
    if precision == "day":
        return _first_day(first) + day - 1, _first_day(first) + day - 1
    return _first_day(first), _first_day(first + _MONTHS_LONG[precision]) - 1


def _first_day(month: int) -> int:
    """Return the number of the first day of a month, months being counted from January of year 0."""
    year, index = divmod(month, 12)
    past = year - 1
    leap_day = index > 1 and isleap(year)
    return 365 * past + past // 4 - past // 100 + past // 400 + _DAYS_BEFORE[index] + leap_day + 1


# What an editor may have meant: English words and the orders of other calendars, mended into EDTF.

_AS_IN = "write 2023-05-07, 2023-05 or 2023, with ~ for about or ? for uncertain after it; a span is 1910/1945"
_MONTHS = "january february march april may june july august september october november december"
_NAMES: Mapping[str, int] = {
    name[:letters]: number
    for names, first in ((_MONTHS, 1), ("spring summer autumn winter", 21), ("fall", 23))
    for number, name in enumerate(names.split(), first)
    for letters in range(3, len(name) + 1)
}
_PLAIN_MARKS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-") | {
    0x2060: "",
    0x2026: "..",
}
_FLAGS = re.ASCII | re.IGNORECASE
_ORDER = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})", _FLAGS)
_NAMED = re.compile(
    r"(?:[a-z]+day,? +)?(?:(\d\d?)(?:st|nd|rd|th)? +(?:of +)?)?"
    r"([a-z]{3,9})\.?(?: +(\d\d?)(?:st|nd|rd|th)?)?,? +(\d{4})",
    _FLAGS,
)
_NO_YEAR = re.compile(r"(?:\d\d? +)?([a-z]{3,9})\.?(?: +\d\d?)?", _FLAGS)
_HEDGE = re.compile(r"(?:about|around|circa|ca\.?|c\.) *(.+)", _FLAGS)
_SINCE = re.compile(r"(?:since|from|after) +(.+)", _FLAGS)
_UNTIL = re.compile(r"(?:until|till|before|up to) +(.+)", _FLAGS)
_CLOCK = re.compile(r"[T ]\d\d?:[^/]*")
_DAYS = re.compile(r"(\d\d?) *- *(\d\d?) +(\D+\d{4})", _FLAGS)
_SPAN = re.compile(r"(?:from +|between +)?(.+?)(?: +(?:to|and|-) +|/|(?<=^\d{4})-(?=\d{4}$))(.+)", _FLAGS)


def _year_first(match: re.Match[str]) -> str:
    year, month, day = (*match.groups(), None)[:3]
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _year_last(match: re.Match[str]) -> str:
    first, _, second, year = match.groups()
    day, month = (second, first) if int(second) > 12 else (first, second)
    return f"{year}-{month:0>2}-{day:0>2}" if first == second or int(day) > 12 else match[0]


def _named(match: re.Match[str]) -> str:
    day_before, name, day_after, year = match.groups()
    number = _NAMES.get(name.lower())
    day = day_before or day_after
    return f"{year}-{number:02}" + (f"-{day:0>2}" if day else "") if number else match[0]


def _century(match: re.Match[str]) -> str:
    return f"{int(match[1]) - 1:02}XX"


_REWRITES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)", _FLAGS), _year_first),
    (re.compile(r"(\d{4})[-/.](0?[1-9]|1[0-2])", _FLAGS), _year_first),
    (re.compile(r"(\d{4})(\d\d)(\d\d)", _FLAGS), _year_first),
    (re.compile(r"(\d\d?)[-/.](\d{4})", _FLAGS), lambda match: f"{match[2]}-{match[1]:0>2}"),
    (_ORDER, _year_last),
    (_NAMED, _named),
    (re.compile(r"Y(-?\d{4})", _FLAGS), lambda match: match[1]),
    (re.compile(r"(?:the +)?(\d{3})0'?s", _FLAGS), lambda match: f"{match[1]}X"),
    (re.compile(r"(?:the +)?(\d\d?)(?:st|nd|rd|th) century", _FLAGS), _century),
)


def _explained(text: str) -> DateError:
    """Return the error that says what is wrong with the text and, where it can be guessed, what was meant."""
    if not text:
        return DateError("the date is empty; write it as in 2023-05-07, or leave the field out")
    plain = text.translate(_PLAIN_MARKS)
    if (match := _ORDER.fullmatch(plain)) and _year_last(match) == plain and int(match[1]) * int(match[3]):
        day_first, month_first = (f"{match[4]}-{match[b]:0>2}-{match[a]:0>2}" for a, b in ((1, 3), (3, 1)))
        message = f"'{_shown(text)}' can be read in two ways; write {day_first} or {month_first}"
        return DateError(message, "ambiguous-date", (day_first, month_first))
    for proposal in _proposals(plain):
        try:
            meant = _read(proposal)[0]
        except DateError as error:
            if error.code == "impossible-date":
                return error
        else:
            message = f"'{_shown(text)}' is not how dates are written here; write {meant}"
            return DateError(message, proposals=(meant,))
    if (match := _NO_YEAR.fullmatch(plain)) and match[1].lower() in _NAMES:
        return DateError(f"'{_shown(text)}' gives no year; write the year first, as in 2023-05-07")
    return DateError(f"'{_shown(text)}' is not a date; {_AS_IN}")


def _proposals(text: str) -> Iterator[str]:
    """Yield what the text may have meant, likeliest first; not all of it need be a date."""
    yield _mended(text)
    yield _CLOCK.sub("", text)
    if match := _DAYS.fullmatch(text):
        yield f"{_mended(f'{match[1]} {match[3]}')}/{_mended(f'{match[2]} {match[3]}')}"
    if match := _SPAN.fullmatch(text):
        yield _span(_mended(match[1]), _mended(match[2]))
    if match := _SINCE.fullmatch(text):
        yield f"{_mended(match[1])}/.."
    if match := _UNTIL.fullmatch(text):
        yield f"../{_mended(match[1])}"


def _span(head: str, foot: str) -> str:
    shortened = len(foot) == 2 and foot.isdecimal()  # 2023-05-07/08 leaves out what is the same
    return f"{head}/{head[:-2]}{foot}" if shortened else f"{head}/{foot}"


def _mended(text: str) -> str:
    match = _HEDGE.fullmatch(text.strip())
    return f"{_rewritten(match[1])}~" if match else _rewritten(text.strip())


def _rewritten(text: str) -> str:
    for pattern, rewrite in _REWRITES:
        if match := pattern.fullmatch(text):
            return rewrite(match)
    return text.replace("x", "X")


def _shown(text: str) -> str:
    start = text[:40] + ("…" if len(text) > 40 else "")
    return "".join(letter if letter.isprintable() else " " for letter in start)

"""The notation of EDTF level 1, read into what it says: precision, components, bounds (see `dates`)."""

import re
from calendar import isleap
from typing import Literal

from .date_mending import AS_IN, DateError, explained, shown

Precision = Literal["time", "day", "month", "season", "year", "decade", "century", "interval"]
DateFields = tuple[str, Precision, tuple[int, ...], int | None, int | None]

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
_MONTHS_LONG = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def read_date(text: str) -> DateFields:
    """Return an EdtfDate's fields, in their order; raises DateError, and nothing else, for a text that is none."""
    if len(text) > LONGEST:
        raise DateError(f"'{shown(text)}' is too long for a date; {AS_IN}")
    text = text.strip()
    try:
        return _read(text)
    except DateError as error:
        raise (
            error if error.code == "impossible-date" else explained(text, lambda proposal: _read(proposal)[0])
        ) from None


def _read(text: str) -> DateFields:
    if text.count("/") == 1:
        return _interval(text)
    if match := _POINT.fullmatch(text):
        precision, components = _known(match)
        return text, precision, components, *_bounds(precision, components)
    if match := _TIMED.fullmatch(text):
        _, _, components, start, end = _read(match["day"])
        return f"{match['day']}T{match['clock']}", "time", components, start, end
    raise DateError(f"'{shown(text)}' is not a date")


def _interval(text: str) -> DateFields:
    head, _, foot = text.partition("/")
    if "T" in text or {head, foot} <= {"", ".."}:
        raise DateError(f"'{shown(text)}' is not a span")
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

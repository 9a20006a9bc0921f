"""Years of the proleptic Gregorian calendar, astronomically counted: 0 is 1 BC."""

from datetime import date as calendar
from functools import lru_cache

from .almanac import almanac_of

CYCLE, CYCLE_DAYS = 400, 146_097  # after so many years the calendar repeats itself


def year_of(day: int) -> int:
    """Return the year of a day number."""
    cycles, rest = divmod(day - 1, CYCLE_DAYS)
    return calendar.fromordinal(rest + 1).year + CYCLE * cycles


def first_day(year: int) -> int:
    """Return the number of the first day of a year."""
    cycles, rest = divmod(year - 1, CYCLE)
    return calendar(rest + 1, 1, 1).toordinal() + CYCLE_DAYS * cycles


@lru_cache(maxsize=1024)
def year_words(year: int, locale: str) -> str:
    """Write a year as dates write it: ``2023``, ``2000 BC``."""
    return almanac_of(locale).write("year", (year,))

"""Holidays that an article names instead of a date, by the Gregorian calendar."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

_MONDAY, _THURSDAY = 0, 3


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """The first, second … of a weekday in a month; the last one for number 0."""

    def found(year: int) -> date:
        if number:
            first = date(year, month, 1)
            return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)

    return found


def easter(year: int) -> date:
    """Easter Sunday of a year, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    months = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * months + 114, 31)
    return date(year, month, day + 1)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


def _election_day(year: int) -> date:
    return _nth(11, _MONDAY, 1)(year) + timedelta(1)


HOLIDAYS: Mapping[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "martin luther king jr. day": _nth(1, _MONDAY, 3),
    "martin luther king day": _nth(1, _MONDAY, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, _MONDAY, 3),
    "presidents day": _nth(2, _MONDAY, 3),
    "st. patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "ash wednesday": _after_easter(-46),
    "palm sunday": _after_easter(-7),
    "good friday": _after_easter(-2),
    "easter sunday": easter,
    "easter monday": _after_easter(1),
    "easter": easter,
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, _MONDAY, 0),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "the fourth of july": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, _MONDAY, 1),
    "columbus day": _nth(10, _MONDAY, 2),
    "halloween": _fixed(10, 31),
    "guy fawkes night": _fixed(11, 5),
    "election day": _election_day,
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "thanksgiving day": _nth(11, _THURSDAY, 4),
    "thanksgiving": _nth(11, _THURSDAY, 4),
    "black friday": lambda year: _nth(11, _THURSDAY, 4)(year) + timedelta(1),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
"""The day of a holiday in a year; names in lower case with a straight apostrophe.

Election Day, Thanksgiving, and the days of independence, labor, memory, mothers and veterans are those of the
United States.
"""

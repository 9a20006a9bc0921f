"""What a date means, and the moment against which it is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .words import MONTHS

Basis = Literal["stated", "resolved", "inferred"]
Groups = Mapping[str, str | None]
"""The named parts of a date as written, and the whole of it under "text"."""
_AGAINST_THE_TENSE = 2
"""A day on the other side of what the tense tells counts as this many; where it tells nothing, articles look back."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known where a date is met: the article's date, the tense, and the day spoken of last."""

    published: date | None
    ahead: bool | None
    """Whether the words around it look ahead (True), look back (False), or do not tell (None)."""
    spoken_of: date | None = None
    spoken_year: int | None = None
    told: tuple[date, ...] = ()
    """The days told so far: the same day of the same month means the same again."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A date in EDTF, how it is known, and the day it gives to "the same day" behind it, if it is one day."""

    edtf: str
    basis: Basis
    day: date | None = None
    year: int | None = None


def month_number(name: str | None) -> int:
    """The number of a month from its name or its beginning."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith((name or "").rstrip(".")[:3]))


def digits_of(text: str | None) -> int:
    """The digits of a text as one number: 7 for "7th"."""
    return int(re.sub(r"\D", "", text or "0"))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_meaning(day: date | None, basis: Basis) -> Meaning | None:
    """The meaning of a single day."""
    return Meaning(day.isoformat(), basis, day, day.year) if day else None


def nearest_day(candidates: list[date], moment: Moment) -> date | None:
    """The nearest of the candidates, where days on the other side of the tense count more."""
    at = moment.published

    def cost(day: date) -> int:
        distance = (day - at).days if at else 0
        against = distance < 0 if moment.ahead else distance > 0
        return abs(distance) * (_AGAINST_THE_TENSE if against else 1)

    return min(candidates, key=cost, default=None) if at else None


def day_without_year(month: int, day: int, moment: Moment) -> date | None:
    """The day meant by a month and a day without a year."""
    if moment.published is None:
        return None
    again = next((told for told in moment.told if (told.month, told.day) == (month, day)), None)
    if again:
        return again
    years = (moment.published.year + shift for shift in (-1, 0, 1))
    return nearest_day([found for year in years if (found := day_of(year, month, day))], moment)

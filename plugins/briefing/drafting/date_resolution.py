"""What a date in an article means, read against the article's own date."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .date_patterns import NUMBERS
from .holidays import HOLIDAYS
from .words import MONTHS, WEEKDAYS

Basis = Literal["stated", "resolved", "inferred"]
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_HEDGE = re.compile("about|around|circa|approximately|roughly")
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


@dataclass(frozen=True, slots=True)
class Meaning:
    """A date in EDTF, how it is known, and the day it gives to "the same day" behind it, if it is one day."""

    edtf: str
    basis: Basis
    day: date | None = None
    year: int | None = None


Groups = Mapping[str, str | None]


def _month(name: str | None) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith((name or "").rstrip(".")[:3]))


def _digits(text: str | None) -> int:
    return int(re.sub(r"\D", "", text or "0"))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _meaning(day: date | None, basis: Basis) -> Meaning | None:
    return Meaning(day.isoformat(), basis, day, day.year) if day else None


def _nearest(candidates: list[date], moment: Moment) -> date | None:
    """The nearest of the candidates, where days on the other side of the tense count more."""
    at = moment.published

    def cost(day: date) -> int:
        distance = (day - at).days if at else 0
        against = distance < 0 if moment.ahead else distance > 0
        return abs(distance) * (_AGAINST_THE_TENSE if against else 1)

    return min(candidates, key=cost, default=None) if at else None


def _without_year(month: int, day: int, moment: Moment) -> date | None:
    if moment.published is None:
        return None
    years = (moment.published.year + shift for shift in (-1, 0, 1))
    return _nearest([found for year in years if (found := _day(year, month, day))], moment)


def _full(groups: Groups, moment: Moment, prefix: str = "f") -> Meaning | None:
    month = _month(groups[f"{prefix}_month1"] or groups[f"{prefix}_month2"])
    day = _digits(groups[f"{prefix}_day1"] or groups[f"{prefix}_day2"])
    year = groups[f"{prefix}_year"]
    if year:
        return _meaning(_day(int(year), month, day), "stated")
    found = _without_year(month, day, moment)
    if groups["f_which"] == "last" and found and moment.published and found >= moment.published:
        found = _day(found.year - 1, month, day)
    return _meaning(found, "resolved")


def _relative_with_day(groups: Groups, moment: Moment) -> Meaning | None:
    return _full(groups, moment, "r")


def _iso(groups: Groups, moment: Moment) -> Meaning | None:
    year, month, day = map(int, (groups["iso"] or "").split("-"))
    return _meaning(_day(year, month, day), "stated")


def _numeric(groups: Groups, moment: Moment) -> Meaning | None:
    """Day and month in figures: read only where they cannot be taken for each other."""
    first, second, year = (_digits(groups[name]) for name in ("first", "second", "nyear"))
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return _meaning(_day(year, month, day), "stated")


def _month_day_span(groups: Groups, moment: Moment) -> Meaning | None:
    month, year = _month(groups["s_month"]), groups["s_year"]
    last_month = _month(groups["t_month"]) if groups["t_month"] else month
    first_day, last_day = _digits(groups["s_day"]), _digits(groups["t_day"])
    first = _day(int(year), month, first_day) if year else _without_year(month, first_day, moment)
    last = _day(first.year, last_month, last_day) if first else None
    if first is None or last is None or first >= last:
        return None
    return Meaning(f"{first}/{last}", "stated" if year else "resolved", None, first.year)


def _years(groups: Groups, moment: Moment) -> Meaning | None:
    first, last = groups["y_first"] or "", groups["y_last"] or ""
    last = first[: 4 - len(last)] + last
    if not int(first) < int(last):
        return None
    return Meaning(f"{first}/{last}", "stated", None, int(last))


def _month_year(groups: Groups, moment: Moment) -> Meaning | None:
    month, written = _month(groups["m_month"]), groups["m_year"] or ""
    hedge = "~" if _HEDGE.match(groups["text"] or "") else ""
    if written.isdigit():
        return Meaning(f"{written}-{month:02}{hedge}", "inferred" if hedge else "stated", None, int(written))
    if moment.published is None:
        return None
    year = moment.published.year + {"last": -1, "this": 0, "next": 1}[written.split()[0]]
    return Meaning(f"{year}-{month:02}{hedge}", "resolved", None, year)


def _season(groups: Groups, moment: Moment) -> Meaning | None:
    season = _SEASONS[groups["season"] or groups["season2"] or ""]
    if groups["se_year"]:
        return Meaning(f"{groups['se_year']}-{season}", "stated", None, int(groups["se_year"]))
    if moment.published is None:
        return None
    month, year = (season - 20) * 3, moment.published.year
    which = groups["which_season"]
    if which == "last":
        year -= moment.published.month < month + 3
    elif which == "next":
        year += moment.published.month >= month
    return Meaning(f"{year}-{season}", "resolved", None, year)


def _decade(groups: Groups, moment: Moment) -> Meaning | None:
    return Meaning(f"{groups['decade']}X", "stated")


def _century(groups: Groups, moment: Moment) -> Meaning | None:
    return Meaning(f"{int(groups['century'] or 0) - 1}XX", "stated")


def _lone_month(groups: Groups, moment: Moment) -> Meaning | None:
    """A month without a year: that of publication is known, any other is the likeliest, and marked as inferred."""
    if moment.published is None:
        return None
    month, which, at = _month(groups["month"]), groups["which_month"] or "", moment.published
    if which == "next":
        year = at.year + (month <= at.month)
    elif which == "last":
        year = at.year - (month >= at.month)
    elif which.startswith("this") or month == at.month:
        year = at.year
    else:
        found = _without_year(month, 15, moment)
        year = found.year if found else at.year
        return Meaning(f"{year}-{month:02}?", "inferred", None, year)
    return Meaning(f"{year}-{month:02}", "resolved", None, year)


def _weekday(groups: Groups, moment: Moment) -> Meaning | None:
    if moment.published is None:
        return None
    names = [name[:3] for name in WEEKDAYS]
    behind = (moment.published.weekday() - names.index((groups["weekday"] or "")[:3])) % 7
    which = (groups["which_day"] or "").lower()
    if which in ("next", "this coming", "the following") or (
        moment.ahead and which not in ("last", "this past", "the previous")
    ):
        return _meaning(moment.published + timedelta((7 - behind) % 7 or (7 if which == "next" else 0)), "resolved")
    if which in ("last", "the previous"):
        behind = behind or 7
    return _meaning(moment.published - timedelta(behind + 7 * (which == "a week ago")), "resolved")


def _day_word(groups: Groups, moment: Moment) -> Meaning | None:
    if moment.published is None:
        return None
    word = (groups["day_word"] or "").lower()
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word.split()[0], 0)
    return _meaning(moment.published + timedelta(shift), "resolved")


def _day_around(groups: Groups, moment: Moment) -> Meaning | None:
    if moment.published is None:
        return None
    return _meaning(moment.published + timedelta(-2 if "before" in (groups["around"] or "") else 2), "resolved")


def _unit(groups: Groups, moment: Moment) -> Meaning | None:
    """Last year, this month, next week: a week is an interval from Monday to Sunday, a weekend its last two days."""
    at, unit = moment.published, groups["unit"]
    if at is None:
        return None
    shift = {"last": -1, "next": 1}.get((groups["which_unit"] or "").lower().split()[-1], 0)
    if unit == "year":
        return Meaning(f"{at.year + shift}", "resolved", None, at.year + shift)
    if unit == "month":
        year, month = divmod(at.year * 12 + at.month - 1 + shift, 12)
        return Meaning(f"{year}-{month + 1:02}", "resolved", None, year)
    monday = at - timedelta(at.weekday()) + timedelta(7 * shift)
    first = monday + timedelta(5) if unit == "weekend" else monday
    return Meaning(f"{first}/{monday + timedelta(6)}", "resolved", None, first.year)


def _ago(groups: Groups, moment: Moment) -> Meaning | None:
    """Two years ago: a year; two weeks ago: about a day; what is only nearly so is approximate."""
    at, unit = moment.published, groups["ago_unit"]
    written = (groups["count"] or "").lower()
    count = int(written) if written.isdigit() else NUMBERS[written]
    if at is None:
        return None
    about = "~" if groups["almost"] or unit in ("week", "decade") else ""
    basis: Basis = "inferred" if about else "resolved"
    if unit in ("day", "week"):
        day = at - timedelta(count * (7 if unit == "week" else 1))
        return Meaning(f"{day}{about}", basis, day, day.year)
    if unit == "month":
        year, month = divmod(at.year * 12 + at.month - 1 - count, 12)
        return Meaning(f"{year}-{month + 1:02}{about}", basis, None, year)
    year = at.year - count * (10 if unit == "decade" else 1)
    return Meaning(f"{year:04}{about}", basis, None, year) if year > 0 else None


def _same_day(groups: Groups, moment: Moment) -> Meaning | None:
    return _meaning(moment.spoken_of, "resolved")


def _same_unit(groups: Groups, moment: Moment) -> Meaning | None:
    if groups["same_unit"] == "year":
        year = moment.spoken_year
        return Meaning(f"{year}", "resolved", None, year) if year else None
    day = moment.spoken_of
    return Meaning(f"{day:%Y-%m}", "resolved", None, day.year) if day else None


def _day_after(groups: Groups, moment: Moment) -> Meaning | None:
    written = groups["day_after"] or ""
    back = "before" in written or "previous" in written
    return _meaning(moment.spoken_of + timedelta(-1 if back else 1), "resolved") if moment.spoken_of else None


def _year(groups: Groups, moment: Moment) -> Meaning | None:
    hedge = "~" if _HEDGE.match(groups["text"] or "") else ""
    year = groups["year"] or ""
    return Meaning(f"{year}{hedge}", "inferred" if hedge else "stated", None, int(year))


def _holiday(groups: Groups, moment: Moment) -> Meaning | None:
    name = re.sub(r"\s+", " ", (groups["holiday"] or "").lower().replace("’", "'"))
    day_of = HOLIDAYS.get(name) or next(
        (found for known, found in HOLIDAYS.items() if known.replace("'", "") == name.replace("'", "")), None
    )
    if day_of is None:
        return None
    if groups["h_year"]:
        return _meaning(day_of(int(groups["h_year"])), "stated")
    if moment.published is None:
        return None
    days = [day_of(moment.published.year + shift) for shift in (-1, 0, 1)]
    which = groups["which_holiday"]
    if which == "last":
        days = [day for day in days if day < moment.published]
    elif which == "next":
        days = [day for day in days if day > moment.published]
    found = max(days) if which == "last" else min(days) if which == "next" else _nearest(days, moment)
    return _meaning(found, "resolved")


RESOLVERS: Mapping[str, Callable[[Groups, Moment], Meaning | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_day_span": _month_day_span,
    "full": _full,
    "relative_with_day": _relative_with_day,
    "years": _years,
    "month_year": _month_year,
    "season_year": _season,
    "decade": _decade,
    "century": _century,
    "month": _lone_month,
    "weekday": _weekday,
    "day_word": _day_word,
    "day_around": _day_around,
    "unit": _unit,
    "ago": _ago,
    "same_day": _same_day,
    "same_year": _same_unit,
    "day_after": _day_after,
    "year": _year,
    "holiday_way": _holiday,
}
"""How each way of writing a date is read; None where nothing certain enough can be said."""

"""Dates that name a day, a month, a year or a span, with or without their year."""

import re
from collections.abc import Callable, Mapping

from .date_meaning import (
    Groups,
    Meaning,
    Moment,
    day_meaning,
    day_of,
    day_without_year,
    digits_of,
    month_number,
    nearest_day,
)
from .holidays import HOLIDAYS

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_HEDGE = re.compile("about|around|circa|approximately|roughly")


def _full(groups: Groups, moment: Moment, prefix: str = "f") -> Meaning | None:
    month = month_number(groups[f"{prefix}_month1"] or groups[f"{prefix}_month2"])
    day = digits_of(groups[f"{prefix}_day1"] or groups[f"{prefix}_day2"])
    year = groups[f"{prefix}_year"]
    if year:
        return day_meaning(day_of(int(year), month, day), "stated")
    found = day_without_year(month, day, moment)
    if groups["f_which"] == "last" and found and moment.published and found >= moment.published:
        found = day_of(found.year - 1, month, day)
    return day_meaning(found, "resolved")


def _relative_with_day(groups: Groups, moment: Moment) -> Meaning | None:
    return _full(groups, moment, "r")


def _iso(groups: Groups, _moment: Moment) -> Meaning | None:
    year, month, day = map(int, (groups["iso"] or "").split("-"))
    return day_meaning(day_of(year, month, day), "stated")


def _numeric(groups: Groups, _moment: Moment) -> Meaning | None:
    """Day and month in figures: read only where they cannot be taken for each other."""
    first, second, year = (digits_of(groups[name]) for name in ("first", "second", "nyear"))
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return day_meaning(day_of(year, month, day), "stated")


def _month_day_span(groups: Groups, moment: Moment) -> Meaning | None:
    month, year = month_number(groups["s_month"]), groups["s_year"]
    last_month = month_number(groups["t_month"]) if groups["t_month"] else month
    first_day, last_day = digits_of(groups["s_day"]), digits_of(groups["t_day"])
    first = day_of(int(year), month, first_day) if year else day_without_year(month, first_day, moment)
    last = day_of(first.year, last_month, last_day) if first else None
    if first is None or last is None or first >= last:
        return None
    return Meaning(f"{first}/{last}", "stated" if year else "resolved", None, first.year)


def _month_span(groups: Groups, _moment: Moment) -> Meaning | None:
    last_year = int(groups["w_year"] or 0)
    first_year = int(groups["v_year"] or last_year)
    first, last = month_number(groups["v_month"]), month_number(groups["w_month"])
    if (first_year, first) >= (last_year, last):
        return None
    return Meaning(f"{first_year}-{first:02}/{last_year}-{last:02}", "stated", None, last_year)


def _years(groups: Groups, _moment: Moment) -> Meaning | None:
    first, last = groups["y_first"] or "", groups["y_last"] or ""
    last = first[: 4 - len(last)] + last
    if not int(first) < int(last):
        return None
    return Meaning(f"{first}/{last}", "stated", None, int(last))


def _month_year(groups: Groups, moment: Moment) -> Meaning | None:
    month, written = month_number(groups["m_month"]), groups["m_year"] or ""
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


def _decade(groups: Groups, _moment: Moment) -> Meaning | None:
    return Meaning(f"{groups['decade']}X", "stated")


def _century(groups: Groups, _moment: Moment) -> Meaning | None:
    return Meaning(f"{int(groups['century'] or 0) - 1}XX", "stated")


def _year(groups: Groups, _moment: Moment) -> Meaning | None:
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
        return day_meaning(day_of(int(groups["h_year"])), "stated")
    if moment.published is None:
        return None
    days = [day_of(moment.published.year + shift) for shift in (-1, 0, 1)]
    which = groups["which_holiday"]
    if which == "last":
        days = [day for day in days if day < moment.published]
    elif which == "next":
        days = [day for day in days if day > moment.published]
    found = max(days) if which == "last" else min(days) if which == "next" else nearest_day(days, moment)
    return day_meaning(found, "resolved")


STATED: Mapping[str, Callable[[Groups, Moment], Meaning | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_day_span": _month_day_span,
    "month_span": _month_span,
    "full": _full,
    "relative_with_day": _relative_with_day,
    "years": _years,
    "month_year": _month_year,
    "season_year": _season,
    "decade": _decade,
    "century": _century,
    "year": _year,
    "holiday_way": _holiday,
}
"""How each of these ways of writing a date is read."""

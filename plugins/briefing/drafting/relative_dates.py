"""Dates that are told from the article's own: yesterday, Friday, last month, two years ago."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from .date_meaning import Basis, Groups, Meaning, Moment, day_meaning, day_without_year, month_number
from .date_patterns import NUMBERS
from .words import WEEKDAYS


def _lone_month(groups: Groups, moment: Moment) -> Meaning | None:
    """A month without a year: that of publication is known, any other is the likeliest, and marked as inferred."""
    if moment.published is None:
        return None
    month, which, at = month_number(groups["month"]), (groups["which_month"] or "").lower(), moment.published
    if which == "next":
        year = at.year + (month <= at.month)
    elif which == "last":
        year = at.year - (month >= at.month)
    elif which.startswith("this") or month == at.month:
        year = at.year
    else:
        found = day_without_year(month, 15, moment)
        year = at.year + (month < at.month) if moment.ahead else found.year if found else at.year
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
        return day_meaning(moment.published + timedelta((7 - behind) % 7 or (7 if which == "next" else 0)), "resolved")
    if which in ("last", "the previous"):
        behind = behind or 7
    return day_meaning(moment.published - timedelta(behind + 7 * (which == "a week ago")), "resolved")


def _day_word(groups: Groups, moment: Moment) -> Meaning | None:
    if moment.published is None:
        return None
    word = (groups["day_word"] or "").lower()
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word.split()[0], 0)
    return day_meaning(moment.published + timedelta(shift), "resolved")


def _day_around(groups: Groups, moment: Moment) -> Meaning | None:
    if moment.published is None:
        return None
    return day_meaning(moment.published + timedelta(-2 if "before" in (groups["around"] or "") else 2), "resolved")


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


def _same_day(_groups: Groups, moment: Moment) -> Meaning | None:
    return day_meaning(moment.spoken_of, "resolved")


def _same_unit(groups: Groups, moment: Moment) -> Meaning | None:
    if groups["same_unit"] == "year":
        year = moment.spoken_year
        return Meaning(f"{year}", "resolved", None, year) if year else None
    day = moment.spoken_of
    return Meaning(f"{day:%Y-%m}", "resolved", None, day.year) if day else None


def _day_after(groups: Groups, moment: Moment) -> Meaning | None:
    written = groups["day_after"] or ""
    back = "before" in written or "previous" in written
    return day_meaning(moment.spoken_of + timedelta(-1 if back else 1), "resolved") if moment.spoken_of else None


RELATIVE: Mapping[str, Callable[[Groups, Moment], Meaning | None]] = {
    "month": _lone_month,
    "weekday": _weekday,
    "day_word": _day_word,
    "day_around": _day_around,
    "unit": _unit,
    "ago": _ago,
    "same_day": _same_day,
    "same_year": _same_unit,
    "day_after": _day_after,
}
"""How each of these ways of writing a date is read."""

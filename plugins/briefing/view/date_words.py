"""Dates as a reader reads them, and how far apart they stand.

Month names, the order of day, month and year, ranges and lengths of time come from Unicode's CLDR through
Babel, for any language; the few words CLDR does not have are messages of the catalogues. `locale` is a BCP 47 tag
everywhere; one that CLDR does not know is read as English.
"""

import re
from collections.abc import Iterator
from datetime import date as calendar
from functools import lru_cache
from math import log10

from babel.dates import format_skeleton
from babel.units import format_unit

from ..model.dates import EdtfDate, days_between
from ..model.timeline import DateBasis
from .almanac import Almanac, almanac_of
from .date_phrases import PHRASES, QUALIFIERS, SEASONS
from .wording import wording_of

UNSPACED = ("ja", "zh")
"""Languages that put no space between a number and its unit, where CLDR does."""
_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425}  # Gregorian means
_COARSER = ("day", "week", "month", "year")
_LEAST_UNIT = {"time": "day", "day": "day", "month": "month", "season": "month"}
_INFERRED = {"time": "day", "day": "day", "month": "year", "season": "year", "year": "year"}
_DASH = re.compile(r"\s*–\s*")


@lru_cache(maxsize=1024)
def date_words(date: EdtfDate, locale: str = "en", basis: DateBasis = "stated") -> str:
    """Write a date out: "7 May 2023", "about 1910", "7–8 May 2023", "since 2019", "the 1910s".

    An uncertain date is "perhaps March 2023", unless its basis is "inferred": then `date_qualifiers` say so.
    A dash without spaces stands between word joiners (U+2060), one with spaces after a no-break space.
    """
    begins, ends = date.begins, date.ends
    almanac = almanac_of(locale if _is_bare(date, basis) else _spoken(locale))
    if begins and ends:
        return _range(begins, ends, basis, almanac) if date.is_interval else _point(date, basis, almanac)
    if begins:
        return _phrase(almanac, "since" if date.open_end else "from", begins, _point(begins, basis, almanac))
    return _phrase(almanac, "until", ends, _point(ends, basis, almanac)) if ends else ""


def date_qualifiers(date: EdtfDate, basis: DateBasis = "stated", locale: str = "en") -> tuple[str, ...]:
    """Return what to say beside a date: how it was come by, and what is not known of it.

    EDTF level 1 qualifies whole dates; so which part was inferred is read off the precision: the day of a
    day, else the year; of a span, the end that is marked.
    """
    wording = wording_of(locale)
    return tuple(wording.gettext(QUALIFIERS[key]) for key in (*_origin(date, basis), *_unknown(date, basis)))


@lru_cache(maxsize=1024)  # between the same dates for the timeline and for its strip
def gap_words(earlier: EdtfDate, later: EdtfDate, locale: str = "en") -> str:
    """Say how long lies between two dates: "74 years", "about 2 months", "5 days"; "" where nothing does.

    Measured from the middle of the one to the middle of the other, in no finer unit than the coarser of them;
    "about" unless both are as precise and it comes out even.
    """
    ends, begins = earlier.ends, later.begins
    if ends is None or begins is None or days_between(ends, begins) == 0:
        return ""
    return _distance(ends, begins, almanac_of(locale))


def span_words(date: EdtfDate, locale: str = "en") -> str:
    """Say how long a span lasts: "35 years"; "2 days", both counted; "" where an end is missing."""
    begins, ends = date.begins, date.ends
    if begins is None or ends is None or begins.start == ends.start:
        return ""
    if date.days and date.days < 14 and begins.precision == ends.precision == "day":
        return _amount(date.days, "day", almanac_of(locale))
    return _distance(begins, ends, almanac_of(locale))


def day_words(month: int, day: int, locale: str = "en") -> str:
    """Write a day of any year: "8 May"."""
    return str(format_skeleton("MMMMd", calendar(2000, month, day), locale=almanac_of(locale).locale))


def step(days: int) -> int:
    """Return the height of a gap on the timeline: round(2·log10(days)), from 0 to 12 (some 1,500 years).

    So a day is 0, a week 2, a month 3, a year 5, a decade 7, a century 9.
    """
    return min(12, round(2 * log10(days))) if days > 1 else 0


def share(day: int, first: int, last: int) -> float:
    """Return where a day lies between two others, in per cent from 0 to 100 (three decimals), to true scale.

    All are day numbers. The bar of a date runs from its `start` to its `end` + 1: a year is one year wide.
    """
    if last <= first:
        return 0.0
    return round(min(100.0, max(0.0, 100 * (day - first) / (last - first))), 3)


def _spoken(locale: str) -> str:
    """Return the language of what has words of ours in it: English without a catalogue, never half of each."""
    wording = wording_of(locale)
    return wording.lang if wording.is_foreign else locale


def _is_bare(date: EdtfDate, basis: DateBasis) -> bool:
    """Tell whether a date is written by CLDR alone, without a word of ours."""
    ends = (date.begins, date.ends)
    return all(end and not _hedge(end, basis) and end.precision in ("time", "day", "month", "year") for end in ends)


def _phrase(almanac: Almanac, key: str, date: EdtfDate, words: str) -> str:
    return wording_of(almanac.tag).pgettext(*PHRASES[key][date.precision], date=words)


def _origin(date: EdtfDate, basis: DateBasis) -> Iterator[str]:
    if basis == "resolved":
        yield "resolved"
    elif basis == "inferred" and date.is_interval:
        marked = [name for name, end in (("start", date.begins), ("end", date.ends)) if end and _is_hedged(end)]
        yield f"inferred {marked[0] if len(marked) == 1 else 'date'}"
    elif basis == "inferred":
        yield f"inferred {_INFERRED.get(date.precision, 'date')}"


def _unknown(date: EdtfDate, basis: DateBasis) -> Iterator[str]:
    if date.begins is None and not date.open_start:
        yield "no start"
    if date.ends is None and not date.open_end:
        yield "no end"
    if date.precision == "month" and basis == "stated" and not date.approximate:
        yield "no day"
    if date.precision == "year" and basis == "stated" and not date.approximate:
        yield "year only"


def _is_hedged(date: EdtfDate) -> bool:
    return date.uncertain or date.approximate


def _hedge(date: EdtfDate, basis: DateBasis) -> str:
    """Return the phrase for how sure the date is; of an inferred one the qualifiers say it."""
    perhaps = date.uncertain and basis != "inferred"
    return " ".join(("perhaps",) * perhaps + ("about",) * date.approximate)


def _hedged(words: str, date: EdtfDate, basis: DateBasis, almanac: Almanac) -> str:
    hedge = _hedge(date, basis)
    return _phrase(almanac, hedge, date, words) if hedge else words


def _point(date: EdtfDate, basis: DateBasis, almanac: Almanac) -> str:
    return _hedged(_plain(date, almanac), date, basis, almanac)


def _plain(date: EdtfDate, almanac: Almanac) -> str:
    year = date.components[0]
    if date.precision == "season":
        return wording_of(almanac.tag).gettext(SEASONS[date.components[1]], year=almanac.write("year", (year,)))
    if date.precision in ("decade", "century"):
        return _years(year, 10 if date.precision == "decade" else 100, almanac)
    if date.precision == "time":
        day = almanac.write("day", date.components)
        return almanac.with_clock.format(date.clock.replace("Z", " UTC"), day)
    return almanac.write(date.precision, date.components)


def _years(first: int, width: int, almanac: Almanac) -> str:
    """Name a decade or century; "the 1900s" could be either, and BC counts otherwise: those give years."""
    wording = wording_of(almanac.tag)
    if width == 100 and first >= 0:
        number = first // 100 + 1
        forms = {"ordinal": _ordinal(number), "number": str(number), "roman": _roman(number)}
        return wording.gettext("the %(ordinal)s century", **forms)
    if width == 10 and first > 0 and first % 100:
        return wording.gettext("the %(decade)ss", decade=first)
    start, end = (almanac.write("year", (year,)) for year in (first, first + width - 1))
    return wording.gettext("between %(start)s and %(end)s", start=start, end=end)


def _ordinal(number: int) -> str:
    return f"{number}{'th' if number // 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _roman(number: int) -> str:
    """Write the number of a century, below a hundred, as Romance languages do."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    return tens[number // 10 % 10] + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def _range(begins: EdtfDate, ends: EdtfDate, basis: DateBasis, almanac: Almanac) -> str:
    alike = (begins.precision, _hedge(begins, basis)) == (ends.precision, _hedge(ends, basis))
    if alike and begins.components == ends.components:
        return _point(begins, basis, almanac)
    if alike and (words := almanac.write_range(begins.precision, begins.components, ends.components)):
        return _hedged(_tied(words), begins, basis, almanac)
    return _tied(almanac.join.format(_point(begins, basis, almanac), _point(ends, basis, almanac)))


def _tied(words: str) -> str:
    return _DASH.sub(lambda dash: "\u2060–\u2060" if dash[0] == "–" else "\u00a0– ", words)


def _distance(earlier: EdtfDate, later: EdtfDate, almanac: Almanac) -> str:
    days = _middle(later) - _middle(earlier)
    least = (_LEAST_UNIT.get(date.precision, "year") for date in (earlier, later))
    unit = max(_unit_of(days), *least, key=_COARSER.index)
    vague = any(date.precision in ("decade", "century") for date in (earlier, later))
    count = max(1, round(days / _UNIT_DAYS[unit]), 10 * vague)
    count = round(count, -1) if vague else count
    is_even = not (_is_hedged(earlier) or _is_hedged(later)) and _is_even(earlier, later, count, unit)
    return _length(count, unit, is_even, almanac)


def _middle(date: EdtfDate) -> float:
    return ((date.start or 0) + (date.end or 0)) / 2


def _unit_of(days: float) -> str:
    return "day" if days < 14 else "week" if days < 61 else "month" if days < 730 else "year"


def _is_even(earlier: EdtfDate, later: EdtfDate, count: int, unit: str) -> bool:
    if earlier.precision != later.precision or earlier.precision not in ("time", "day", "month", "year"):
        return False
    if unit in ("day", "week"):
        return (later.start or 0) - (earlier.start or 0) == count * _UNIT_DAYS[unit]
    (year, month, day), (last_year, last_month, last_day) = ((*d.components, 1, 1)[:3] for d in (earlier, later))
    months = (last_year - year) * 12 + last_month - month
    return day == last_day and months == count * (12 if unit == "year" else 1)


def _length(count: int, unit: str, is_even: bool, almanac: Almanac) -> str:
    if is_even:
        return _amount(count, unit, almanac)
    words = _amount(count, unit, almanac_of(_spoken(almanac.tag)))
    return wording_of(almanac.tag).gettext("about %(length)s", length=words)


@lru_cache(maxsize=1024)
def _amount(count: int, unit: str, almanac: Almanac) -> str:
    name, locale = f"duration-{unit}", almanac.locale
    words = format_unit(count, name, "long", locale=locale)
    words = format_unit(count, name, "short", locale=locale) if name in words else words  # no long form in Babel
    return words.replace(" ", "") if locale.language in UNSPACED else words

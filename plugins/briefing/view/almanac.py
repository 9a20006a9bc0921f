"""What a language says of dates: CLDR's patterns and names, read through Babel once for each language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import parse_pattern
from babel.numbers import format_decimal

_DAY_FIRST = "en-GB"
_OWN_PATTERNS = {"vi": (("MMMM, y", "MMMM 'năm' y"),)}
"""Where newspapers write otherwise than CLDR: what to replace in its patterns, by language."""
_ERAS = {"ko": "wide"}
_FIRST_DAY = {"fr": "1er"}
"""How the first day of a month is written, where it is not its number."""
_FIRST_PLAIN_YEAR = 1000  # a year of three digits or fewer is read as one only with its era
Own = tuple[tuple[str, str], ...]
_NAME = re.compile(r"M{3,}|L{3,}|G+")
_WIDE = {"M": "MMMM", "L": "LLLL", "G": "G"}


@dataclass(frozen=True, slots=True, eq=False)
class Almanac:
    """What a language says of dates: CLDR's patterns as format strings, the names of months and eras."""

    tag: str
    """The BCP 47 tag that was asked for."""
    locale: Locale
    patterns: Mapping[str, str]
    """By precision, day, month or year; with G before it for years that need their era."""
    ranges: Mapping[tuple[str, str], str]
    """By precision and the greatest field that differs, y, M or d: start and end, parted by a NUL."""
    join: str
    with_clock: str
    months: Mapping[int, str]
    lone_months: Mapping[int, str]
    """The months' names without a day, another form in many languages."""
    eras: Mapping[int, str]

    def write(self, precision: str, components: tuple[int, ...]) -> str:
        """Write one date; early years with their era."""
        era = "" if components[0] >= _FIRST_PLAIN_YEAR else "G"
        return self.patterns[era + precision] % self._letters(components)

    def write_range(self, precision: str, first: tuple[int, ...], last: tuple[int, ...]) -> str:
        """Write two dates as one, the common part once; "" where CLDR has no pattern for it."""
        differs = next((letter for letter, a, b in zip("yMd", first, last, strict=False) if a != b), "")
        start, _, end = self.ranges.get((precision, differs), "").partition("\0")
        if not end or first[0] < _FIRST_PLAIN_YEAR:
            return ""
        return start % self._letters(first) + end % self._letters(last)

    def _letters(self, components: tuple[int, ...]) -> dict[str, str]:
        year, month, day = (*components, 1, 1)[:3]
        shown = year if year > 0 else 1 - year
        digits = str(shown) if shown < 10_000 else format_decimal(shown, locale=self.locale)
        written_day = _FIRST_DAY.get(self.locale.language, "1") if day == 1 else str(day)
        numbers = {
            "y": digits,
            "M": str(month),
            "MM": f"{month:02}",
            "d": written_day,
            "dd": f"{day:02}",
        }
        return {
            **numbers,
            "MMMM": self.months[month],
            "LLLL": self.lone_months[month],
            "G": self.eras[year > 0],
        }


@lru_cache(maxsize=64)
def almanac_of(tag: str) -> Almanac:
    """Return what the language of a BCP 47 tag says of dates; one that CLDR does not know is read as English."""
    locale = _locale(tag)
    skeletons = {name: str(pattern) for name, pattern in locale.datetime_skeletons.items()}
    own = _OWN_PATTERNS.get(locale.language, ())
    written = {
        "day": str(locale.date_formats["long"]),
        "month": skeletons.get("yMMMM", "MMMM y"),
        "year": skeletons.get("y", "y"),
        "Gday": skeletons.get("GyMMMd", "d MMM y G"),
        "Gmonth": skeletons.get("GyMMM", "MMM y G"),
        "Gyear": skeletons.get("Gy", "y G"),
    }
    patterns = {precision: _format(pattern, own) for precision, pattern in written.items()}
    ranges = dict(_ranges(locale, own))
    return Almanac(
        tag=tag,
        locale=locale,
        patterns=patterns,
        ranges=ranges,
        join=str(locale.interval_formats[None]),
        with_clock=str(locale.datetime_formats["medium"]).replace("'", ""),
        months=locale.months["format"]["wide"],
        lone_months=_lone_months(locale, "".join([*patterns.values(), *ranges.values()])),
        eras=locale.eras[_ERAS.get(locale.language, "abbreviated")],
    )


def _locale(tag: str) -> Locale:
    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(_DAY_FIRST if name == "en" else name, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse(_DAY_FIRST, sep="-")


def _lone_months(locale: Locale, patterns: str) -> Mapping[int, str]:
    """Read them only where a pattern asks: Babel's look-up leaks into other languages (its issue 1234)."""
    months: Mapping[int, str] = locale.months["stand-alone" if "LLLL" in patterns else "format"]["wide"]
    return months


def _ranges(locale: Locale, own: Own) -> Iterator[tuple[tuple[str, str], str]]:
    known = locale.interval_formats
    for precision, skeletons in {"day": ("yMMMMd", "yMMMd"), "month": ("yMMMM",), "year": ("y",)}.items():
        skeleton = next((name for name in skeletons if name in known), None)
        for letter, sides in known[skeleton].items() if skeleton else ():
            if len(sides) == 2:
                yield (precision, letter), "\0".join(_format(side, own) for side in sides)


def _format(pattern: str, own: Own) -> str:
    written = _NAME.sub(lambda name: _WIDE[name[0][0]], pattern)
    for theirs, ours in own:
        written = written.replace(theirs, ours)
    return str(parse_pattern(written).format)

"""The days that a text writes out, with or without their year; English months and ISO 8601 are read, nothing else."""

import re
from collections.abc import Iterator

from ...evidence.word_list import listed
from ...frozen import frozen

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:M(?:ar(?:ch)?|AR(?:CH)?))|apr(?:il)?|(?-i:M(?:ay|AY))|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
# "may" and "march" in small letters are no months.
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
_DAYS = rf"{_DAY}(?:\s*(?:,|-|–|—|/|and|to|or)\s*{_DAY}){{0,6}}"
_WRITTEN = re.compile(
    rf"\b(?:(?P<iso>[12]\d{{3}}-\d\d-\d\d)\b|(?:(?P<month>{_MONTH})\.?\s+(?P<days>{_DAYS})"
    rf"|(?P<days_first>{_DAYS})\s+(?:of\s+)?(?P<month_behind>{_MONTH})\.?)(?:,?\s+(?P<year>[12]\d{{3}})\b)?)",
    re.IGNORECASE,
)
_RECKONED = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday today tonight yesterday tomorrow morning evening
    night week weekend month ago later earlier before after since until till
    """
)
"""Words by which a text tells a day that it does not write out."""
_WORD = re.compile(r"[a-z]+")


@frozen
class WrittenDay:
    """A day, or the first and last of several, as a text writes them; year None where it has none."""

    month: int
    first: int
    last: int
    year: int | None
    text: str

    def is_one_of(self, year: int, month: int, day: int) -> bool:
        """Whether it is, or its days hold, the day of a year."""
        return self.month == month and self.first <= day <= self.last and self.year in (None, year)


def written_days(text: str) -> Iterator[WrittenDay]:
    """Read every day that a text writes out."""
    for found in _WRITTEN.finditer(text):
        if found["iso"]:
            iso_year, number, day = map(int, found["iso"].split("-"))
            yield WrittenDay(number, day, day, iso_year, found[0])
            continue
        month = found["month"] or found["month_behind"]
        days = [int(number) for number in re.findall(r"\d+", found["days"] or found["days_first"])]
        year = int(found["year"]) if found["year"] else None
        yield WrittenDay(_MONTHS.index(month[:3].lower()) + 1, min(days), max(days), year, found[0])


def reckons(text: str) -> bool:
    """Whether a text may tell another day than those it writes out: on Tuesday, two weeks later."""
    return not _RECKONED.isdisjoint(_WORD.findall(text.lower()))

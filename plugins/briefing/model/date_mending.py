"""A text that is no date, said in an editor's words: English dates and other orders of numbers, mended into EDTF."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

DateCode = Literal["impossible-date", "ambiguous-date", "not-a-date"]

AS_IN = "write 2023-05-07, 2023-05 or 2023, with ~ for about or ? for uncertain after it; a span is 1910/1945"
_MONTHS = "january february march april may june july august september october november december"
_NAMES: Mapping[str, int] = {
    name[:letters]: number
    for names, first in ((_MONTHS, 1), ("spring summer autumn winter", 21), ("fall", 23))
    for number, name in enumerate(names.split(), first)
    for letters in range(3, len(name) + 1)
}
_PLAIN_MARKS = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-") | {
    0x2060: "",
    0x2026: "..",
}
_FLAGS = re.ASCII | re.IGNORECASE
_ORDER = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})", _FLAGS)
_NAMED = re.compile(
    r"(?:[a-z]+day,? +)?(?:(\d\d?)(?:st|nd|rd|th)? +(?:of +)?)?"
    r"([a-z]{3,9})\.?(?: +(\d\d?)(?:st|nd|rd|th)?)?,? +(\d{4})",
    _FLAGS,
)
_NO_YEAR = re.compile(r"(?:\d\d? +)?([a-z]{3,9})\.?(?: +\d\d?)?", _FLAGS)
_HEDGE = re.compile(r"(?:about|around|circa|ca\.?|c\.) *(.+)", _FLAGS)
_SINCE = re.compile(r"(?:since|from|after) +(.+)", _FLAGS)
_UNTIL = re.compile(r"(?:until|till|before|up to) +(.+)", _FLAGS)
_CLOCK = re.compile(r"[T ]\d\d?:[^/]*")
_DAYS = re.compile(r"(\d\d?) *- *(\d\d?) +(\D+\d{4})", _FLAGS)
_SPAN = re.compile(r"(?:from +|between +)?(.+?)(?: +(?:to|and|-) +|/|(?<=^\d{4})-(?=\d{4}$))(.+)", _FLAGS)


class DateError(ValueError):
    """A text that is no date, said in an editor's words; `proposals` are the dates it may have meant."""

    def __init__(self, message: str, code: DateCode = "not-a-date", proposals: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code: DateCode = code
        self.proposals = proposals


def _year_first(match: re.Match[str]) -> str:
    year, month, day = (*match.groups(), None)[:3]
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _year_last(match: re.Match[str]) -> str:
    first, _, second, year = match.groups()
    day, month = (second, first) if int(second) > 12 else (first, second)
    return f"{year}-{month:0>2}-{day:0>2}" if first == second or int(day) > 12 else match[0]


def _named(match: re.Match[str]) -> str:
    day_before, name, day_after, year = match.groups()
    number = _NAMES.get(name.lower())
    day = day_before or day_after
    return f"{year}-{number:02}" + (f"-{day:0>2}" if day else "") if number else match[0]


def _century(match: re.Match[str]) -> str:
    return f"{int(match[1]) - 1:02}XX"


_REWRITES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)", _FLAGS), _year_first),
    (re.compile(r"(\d{4})[-/.](0?[1-9]|1[0-2])", _FLAGS), _year_first),
    (re.compile(r"(\d{4})(\d\d)(\d\d)", _FLAGS), _year_first),
    (re.compile(r"(\d\d?)[-/.](\d{4})", _FLAGS), lambda match: f"{match[2]}-{match[1]:0>2}"),
    (_ORDER, _year_last),
    (_NAMED, _named),
    (re.compile(r"Y(-?\d{4})", _FLAGS), lambda match: match[1]),
    (re.compile(r"(?:the +)?(\d{3})0'?s", _FLAGS), lambda match: f"{match[1]}X"),
    (re.compile(r"(?:the +)?(\d\d?)(?:st|nd|rd|th) century", _FLAGS), _century),
)


def explained(text: str, read: Callable[[str], str]) -> DateError:
    """Return the error that says what is wrong with a text and, where it can be guessed, what was meant.

    `read` returns a date's canonical text, or raises DateError: a proposal is only made where it can be read.
    """
    if not text:
        return DateError("the date is empty; write it as in 2023-05-07, or leave the field out")
    plain = text.translate(_PLAIN_MARKS)
    if (match := _ORDER.fullmatch(plain)) and _year_last(match) == plain and int(match[1]) * int(match[3]):
        day_first, month_first = (f"{match[4]}-{match[b]:0>2}-{match[a]:0>2}" for a, b in ((1, 3), (3, 1)))
        message = f"'{shown(text)}' can be read in two ways; write {day_first} or {month_first}"
        return DateError(message, "ambiguous-date", (day_first, month_first))
    for proposal in _proposals(plain):
        try:
            meant = read(proposal)
        except DateError as error:
            if error.code == "impossible-date":
                return error
        else:
            message = f"'{shown(text)}' is not how dates are written here; write {meant}"
            return DateError(message, proposals=(meant,))
    if (match := _NO_YEAR.fullmatch(plain)) and match[1].lower() in _NAMES:
        return DateError(f"'{shown(text)}' gives no year; write the year first, as in 2023-05-07")
    return DateError(f"'{shown(text)}' is not a date; {AS_IN}")


def _proposals(text: str) -> Iterator[str]:
    """Yield what the text may have meant, likeliest first; not all of it need be a date."""
    yield _mended(text)
    yield _CLOCK.sub("", text)
    if match := _DAYS.fullmatch(text):
        yield f"{_mended(f'{match[1]} {match[3]}')}/{_mended(f'{match[2]} {match[3]}')}"
    if match := _SPAN.fullmatch(text):
        yield _span(_mended(match[1]), _mended(match[2]))
    if match := _SINCE.fullmatch(text):
        yield f"{_mended(match[1])}/.."
    if match := _UNTIL.fullmatch(text):
        yield f"../{_mended(match[1])}"


def _span(head: str, foot: str) -> str:
    shortened = len(foot) == 2 and foot.isdecimal()  # 2023-05-07/08 leaves out what is the same
    return f"{head}/{head[:-2]}{foot}" if shortened else f"{head}/{foot}"


def _mended(text: str) -> str:
    match = _HEDGE.fullmatch(text.strip())
    return f"{_rewritten(match[1])}~" if match else _rewritten(text.strip())


def _rewritten(text: str) -> str:
    for pattern, rewrite in _REWRITES:
        if match := pattern.fullmatch(text):
            return rewrite(match)
    return text.replace("x", "X")


def shown(text: str) -> str:
    """Return the beginning of a text as a message can show it."""
    start = text[:40] + ("…" if len(text) > 40 else "")
    return "".join(letter if letter.isprintable() else " " for letter in start)

"""What there is to look after, across all briefings: an overview that editors can act on."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..checks.outside import Answer, trouble
from ..diagnostics import Code, Diagnostic, Severity
from ..model.dates import EdtfDate
from ..view.dates import show_date
from .holdings import Facts, Place, Used, Watched

MOST = 40
"""Rows of one list; of the rest the overview says how many there are."""
LEVELS = {
    "exact": "letter for letter",
    "layout": "but for white space",
    "typography": "but for quotation marks, dashes and ellipses",
    "edited": "shortened, or with words in brackets",
}
LOSSES = frozenset(
    (
        *(Code.UNREADABLE_FILE, Code.BINARY_FILE, Code.BAD_ENCODING, Code.OUTSIDE_CONTENT, Code.FILE_TOO_LARGE),
        *(Code.TOO_LONG, Code.INTERNAL, Code.MISSING_FRONT_MATTER, Code.UNCLOSED_FRONT_MATTER, Code.TAB),
        *(Code.FRONT_MATTER_TOO_LARGE, Code.YAML_SYNTAX, Code.DUPLICATE_KEY, Code.UNKNOWN_FIELD, Code.MISSING_FIELD),
        *(Code.WRONG_SHAPE, Code.WRONG_VALUE, Code.NOT_A_DATE, Code.IMPOSSIBLE_DATE, Code.AMBIGUOUS_DATE),
    )
)
"""With these something of a file is not read; the other errors are of what was read."""


@dataclass(frozen=True, slots=True)
class WatchRow:
    """A line of what to watch."""

    text: str
    date: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A briefing by its last review; `share` is its age beside that of the oldest, in hundredths."""

    place: Place
    date: str
    days: int
    share: int
    is_stale: bool


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of proof: how many quotations and passages have it."""

    name: str
    means: str
    number: int
    share: int


@dataclass(frozen=True, slots=True)
class UsedRow:
    """A source or a person, and where."""

    name: str
    url: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """An address elsewhere with which something was wrong, and the day it was seen so."""

    url: str
    problem: str
    moved_to: str
    seen: str


@dataclass(frozen=True, slots=True)
class LostRow:
    """A file that could not be read, or not all of it, with the first thing that is wrong."""

    file: str
    line: int
    message: str
    is_whole: bool
    """Whether nothing of it is known."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a list that are shown, and how many more there are."""

    shown: tuple[Any, ...]
    more: int = 0

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.shown) + self.more


@dataclass(frozen=True, slots=True)
class Stewardship:
    """The overview."""

    today: str
    briefings: int
    lost: Rows
    overdue: Rows
    ahead: Rows
    undated: Rows
    reviews: Rows
    review_days: int
    stale: int
    levels: tuple[LevelRow, ...]
    unproved: Rows
    quotations: int
    unarchived: Rows
    without_address: int
    strangers: Rows
    links: Rows
    asked: str
    """The day on which links were last asked for; "" where nobody ever did."""


def show_stewardship(
    facts: Sequence[Facts],
    evidence: Iterable[Mapping[str, Any]],
    answers: Mapping[str, tuple[Answer, str]],
    today: date,
    review_days: int = 0,
    lost: Sequence[LostRow] = (),
) -> Stewardship:
    """Return the overview of a day; `answers` are what was last heard of addresses elsewhere, each with its day."""
    day = today.toordinal()
    watched = [w for f in facts for w in f.watched]
    late = sorted((w for w in watched if 0 < w.overdue_from <= day), key=lambda w: w.overdue_from)
    ahead = sorted((w for w in watched if w.date and w not in late), key=lambda w: w.date.sort_key if w.date else ())
    titles = {f.place.file: f.place for f in facts}
    rows = [row for row in evidence if row["briefing"] in titles]
    links = _links(answers)
    unarchived = _gathered(u for f in facts for u in f.sources if u.url and not u.archive_url)
    bare = {u.name for f in facts for u in f.sources if not u.url}
    return Stewardship(
        today=_day(day),
        briefings=len(facts),
        lost=_cut(lost),
        overdue=_cut([_watch_row(w) for w in late]),
        ahead=_cut([_watch_row(w) for w in ahead]),
        undated=_cut([_watch_row(w) for w in watched if not w.date]),
        reviews=_cut(_reviews(facts, day, review_days)),
        review_days=review_days,
        stale=sum(bool(review_days) and day - f.reviewed > review_days for f in facts),
        levels=_levels(rows),
        unproved=_cut([_unproved(row, titles) for row in rows if not row["passed"]]),
        quotations=len(rows),
        unarchived=_cut(unarchived),
        without_address=len(bare),
        strangers=_cut(_gathered(u for f in facts for u in f.strangers)),
        links=_cut(links),
        asked=max((_day(date.fromisoformat(seen).toordinal()) for _, seen in answers.values()), default=""),
    )


def lost_files(diagnostics: Iterable[Diagnostic], left_out: Collection[str]) -> dict[LostRow, Diagnostic]:
    """Return the files of which something is missing, in their order, each with its first error.

    `left_out` are the briefings of which nothing is known.
    """
    errors = (d for d in diagnostics if d.severity is Severity.ERROR and d.code in LOSSES)
    first: dict[str, Diagnostic] = {}
    for d in sorted(errors, key=lambda d: d.sort_key):
        first.setdefault(d.span.path, d)
    return {LostRow(file, d.span.line, d.message, file in left_out): d for file, d in first.items()}


def _day(number: int) -> str:
    return show_date(EdtfDate.parse(date.fromordinal(max(1, number)).isoformat())).words


def _cut(rows: Sequence[Any]) -> Rows:
    return Rows(tuple(rows[:MOST]), max(0, len(rows) - MOST))


def _watch_row(w: Watched) -> WatchRow:
    return WatchRow(w.text, show_date(w.date).words if w.date else "", w.place)


def _reviews(facts: Iterable[Facts], day: int, limit: int) -> list[ReviewRow]:
    oldest_first = sorted(facts, key=lambda f: f.reviewed)
    oldest = max((day - f.reviewed for f in oldest_first), default=0)
    return [
        ReviewRow(
            f.place,
            _day(f.reviewed),
            max(0, day - f.reviewed),
            max(1, round(100 * max(0, day - f.reviewed) / max(1, oldest))),
            bool(limit) and day - f.reviewed > limit,
        )
        for f in oldest_first
    ]


def _levels(rows: Sequence[Mapping[str, Any]]) -> tuple[LevelRow, ...]:
    counts = Counter(row["level"] for row in rows if row["passed"])
    return tuple(
        LevelRow(name, means, counts[name], round(100 * counts[name] / len(rows)))
        for name, means in LEVELS.items()
        if counts[name]
    )


def _unproved(row: Mapping[str, Any], titles: Mapping[str, Place]) -> UsedRow:
    page = titles[row["briefing"]]
    return UsedRow(row["words"], "", (Place(page.title, page.url, page.file, row["line"]),))


def _gathered(used: Iterable[Used]) -> list[UsedRow]:
    """Return each name once with everywhere it is used, the most used first."""
    by_name: dict[tuple[str, str], list[Place]] = {}
    for u in used:
        by_name.setdefault((u.name, u.url), []).append(u.place)
    found = (UsedRow(name, url, tuple(places)) for (name, url), places in by_name.items())
    return sorted(found, key=lambda row: (-len(row.places), row.name))


def _links(answers: Mapping[str, tuple[Answer, str]]) -> list[LinkRow]:
    found = ((url, answer, seen) for url, (answer, seen) in sorted(answers.items()))
    return [
        LinkRow(url, trouble(answer), answer.moved_to, _day(date.fromisoformat(seen).toordinal()))
        for url, answer, seen in found
        if trouble(answer) or answer.moved_to
    ]

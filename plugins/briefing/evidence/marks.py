"""The stretches of a text inside its own quotation marks, and the marks that do not balance.

Straight and curly marks, low marks, guillemets of both directions and corner brackets; a quotation within a quotation;
a quotation that runs over paragraphs and is opened anew at each. A mark without its partner is reported, and never
given one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, Self

from ..frozen import frozen, replace
from .paragraphs import Paragraph, paragraph_at

EVERY_MARK = "\"“”„‟«»＂「」『』`'‘’‚‛‹›"
DOUBLE_MARK = re.compile("[\"“”„‟«»＂「」『』]|``|''")
_BEFORE_OPENING = "([{—–-―/¿¡…:"
_BEHIND_CLOSING = ".,;:!?)]}—–-―…/"
_FAMILY = {"«": "»", "»": "»", "「": "」", "」": "」", "『": "』", "』": "』"}
_DEEPEST_NESTING = 8
_MARKS_IN_A_ROW = 4

Side = Literal["open", "close", "either"]


@frozen
class QuotedSpan:
    """What stands between a mark and its partner, the marks themselves left out.

    `depth` is 0 for a quotation, 1 or more for a quotation within one.
    """

    start: int
    end: int
    depth: int = 0

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch from `start` to `end` lies inside these marks."""
        return self.start <= start and end <= self.end


@frozen
class LoneMark:
    """A quotation mark that has no partner, and its offset."""

    start: int
    mark: str


@frozen
class Marks:
    """What the marks of a text say: the spans by start, the lone marks and the marks that open a span anew."""

    spans: tuple[QuotedSpan, ...] = ()
    lone: tuple[LoneMark, ...] = ()
    repeated: tuple[int, ...] = ()
    """Offsets of the marks that open a quotation anew at a paragraph."""


def read_double_marks(text: str, paragraphs: Sequence[Paragraph]) -> Marks:
    """Pair the double quotation marks of a text, paragraph by paragraph."""
    spans: list[QuotedSpan] = []
    repeated: list[int] = []
    lost: list[_Mark] = []
    opened: list[_Mark] = []
    before = -1
    for number, found in groupby(_Style.of(text).marks(text), lambda mark: paragraph_at(paragraphs, mark.start)):
        follows, before, paragraph = number == before + 1, number, paragraphs[number]
        marks = list(found)
        if opened and follows and _opens_anew(marks, paragraph, opened[-1]):
            repeated.append(marks.pop(0).start)
        else:
            lost += opened
            opened = []
        opened, pairs, unpaired = _pair(marks, opened)
        spans += (QuotedSpan(opening.end, closing.start) for opening, closing in pairs)
        lost += (mark for mark in unpaired if not _is_inch_mark(text, mark))
    in_order = sorted(lost + opened, key=lambda mark: mark.start)
    return Marks(nested(spans), tuple(LoneMark(mark.start, mark.text) for mark in in_order), tuple(repeated))


def nested(spans: Iterable[QuotedSpan]) -> tuple[QuotedSpan, ...]:
    """The spans in order of their start, each with its depth; empty ones and ones that cross another are left out."""
    placed: list[QuotedSpan] = []
    around: list[QuotedSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        if span.start < span.end and not (around and span.end > around[-1].end):
            around.append(replace(span, depth=len(around)))
            placed.append(around[-1])
    return tuple(placed)


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and behind a mark that are not marks themselves; "" at the ends of the text."""
    before, behind = text[max(0, start - _MARKS_IN_A_ROW) : start], text[end : end + _MARKS_IN_A_ROW]
    return before.rstrip(EVERY_MARK)[-1:], behind.lstrip(EVERY_MARK)[:1]


def side_by_neighbours(before: str, behind: str) -> Side:
    """Whether a mark opens or closes, as its neighbours show it."""
    opens = (not before.strip() or before in _BEFORE_OPENING) and bool(behind.strip())
    closes = (not behind.strip() or behind in _BEHIND_CLOSING) and bool(before.strip())
    if opens == closes:
        return "either"
    return "open" if opens else "close"


@frozen
class _Mark:
    start: int
    end: int
    side: Side
    text: str

    @property
    def family(self) -> str:
        return _FAMILY.get(self.text, '"')


@frozen
class _Style:
    """Which marks open and which close; those in neither are read from their neighbours."""

    openers: frozenset[str]
    closers: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        low, high = "„" in text, "“" in text
        guillemets = re.search("[«»]", text)
        pointing_in = guillemets is not None and guillemets[0] == "»"
        typewritten = "``" in text
        openers = ["„", "‟", "「", "『", "``", "»" if pointing_in else "«", *"“" * (not low)]
        closers = ["」", "』", "«" if pointing_in else "»", *"”" * (low or high), *["''"] * typewritten]
        return cls(frozenset(openers), frozenset(closers))

    def marks(self, text: str) -> Iterator[_Mark]:
        for match in DOUBLE_MARK.finditer(text):
            yield _Mark(match.start(), match.end(), self._side(text, match), match[0])

    def _side(self, text: str, match: re.Match[str]) -> Side:
        if match[0] in self.openers:
            return "open"
        if match[0] in self.closers:
            return "close"
        return side_by_neighbours(*neighbours(text, match.start(), match.end()))


def _opens_anew(marks: Sequence[_Mark], paragraph: Paragraph, opened: _Mark) -> bool:
    """Whether a paragraph begins with an opening mark, as each does while a quotation goes on."""
    if not marks or marks[0].start != paragraph.start:
        return False
    return marks[0].side != "close" and marks[0].family == opened.family


def _pair(
    marks: Iterable[_Mark], opened: Iterable[_Mark]
) -> tuple[list[_Mark], list[tuple[_Mark, _Mark]], list[_Mark]]:
    """Pair marks with a stack: the one that may go on in the next paragraph, the pairs, the ones left over."""
    stack, pairs, lost = list(opened), [], []
    for mark in marks:
        if mark.side == "open" or (mark.side == "either" and not stack):
            stack.append(mark)
        elif any(before.family == mark.family for before in stack[-_DEEPEST_NESTING:]):
            while stack[-1].family != mark.family:
                lost.append(stack.pop())
            pairs.append((stack.pop(), mark))
        else:
            lost.append(mark)
    return stack[-1:], pairs, lost + stack[:-1]


def _is_inch_mark(text: str, mark: _Mark) -> bool:
    return mark.text == '"' and text[mark.start - 1 : mark.start].isdigit()

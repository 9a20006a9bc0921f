"""A saved source, read once: its words in normal form, its paragraphs, its quotation marks."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ..frozen import frozen
from .marks import QuotedSpan
from .normal import NormalText, normalise
from .paragraphs import Paragraph, paragraph_at, read_paragraphs
from .quoted_spans import read_marks

_NOTHING_SEEN = "\u200b"
_DIVIDING = ("-\n", "-\r", "‐")  # one of them is in every divided word: a look that costs nothing
_DIVIDED = re.compile(r"[^\W\d_][-‐]\r?\n[ \t]*(?=[^\W\d_])")


@frozen
class BrokenMark:
    """A quotation mark that has no partner: its offset, its line counted from 1, and the mark."""

    start: int
    line: int
    mark: str


@frozen
class Place:
    """Where words stand: offsets in characters of the source's text, line and paragraph counted from 1."""

    start: int
    end: int
    line: int
    paragraph: int


@frozen
class SourceText:
    """A source as it was saved, and what is looked up in it; made by `read_source`, never changed."""

    text: str
    normal: NormalText
    """Without the marks that open a quotation anew at a paragraph: they are nobody's words."""
    others: tuple[NormalText, ...]
    """With them, where there are any; and with the words joined that are divided at a line's end."""
    paragraphs: tuple[Paragraph, ...]
    spans: tuple[QuotedSpan, ...]
    """What stands inside the source's own quotation marks, by start."""
    broken_marks: tuple[BrokenMark, ...]
    _newlines: "array[int]"

    def line_at(self, offset: int) -> int:
        """The line an offset lies on, counted from 1."""
        return bisect_right(self._newlines, offset - 1) + 1

    def paragraph_at(self, offset: int) -> int:
        """The paragraph an offset lies in or behind, counted from 1."""
        return max(1, paragraph_at(self.paragraphs, offset) + 1)

    def place(self, start: int, end: int) -> Place:
        """The place of the stretch from `start` to `end`."""
        return Place(start, end, self.line_at(start), self.paragraph_at(start))

    def spans_around(self, start: int, end: int) -> tuple[QuotedSpan, ...]:
        """The quoted spans that hold the stretch from `start` to `end`, the outermost first."""
        last = bisect_right(self.spans, start, key=lambda span: span.start)
        found = []
        for position in range(last - 1, -1, -1):
            span = self.spans[position]
            if span.holds(start, end):
                found.append(span)
            if not span.depth:
                break
        return tuple(reversed(found))

    def excerpt(self, start: int, end: int) -> str:
        """The text from `start` to `end` on one line, as a message shows it."""
        return " ".join(self.text[start:end].split())


def read_source(text: str) -> SourceText:
    """Read a source's text, of any kind and length, linear in its length; never raises."""
    newlines = array("q", (match.start() for match in re.finditer("\n", text)))
    paragraphs = read_paragraphs(text)
    marks = read_marks(text, paragraphs)
    broken = tuple(BrokenMark(mark.start, bisect_right(newlines, mark.start - 1) + 1, mark.mark) for mark in marks.lone)
    normal = normalise(_without(text, marks.repeated))
    others: tuple[NormalText, ...] = (normalise(text),) if marks.repeated else ()
    may_divide = any(sign in text for sign in _DIVIDING)
    if divided := [at for m in _DIVIDED.finditer(text) for at in range(m.start() + 1, m.end())] if may_divide else []:
        others += (normalise(_without(text, sorted({*divided, *marks.repeated}))),)
    return SourceText(text, normal, others, paragraphs, marks.spans, broken, newlines)


def _without(text: str, offsets: Sequence[int]) -> str:
    """The text with the characters at some offsets made invisible; all others keep their place."""
    ends = [-1, *offsets, len(text)]
    return _NOTHING_SEEN.join(text[start + 1 : end] for start, end in pairwise(ends))

"""Where a saved text's paragraphs begin and end.

A plain text shows its paragraphs in one of two ways: a line is a paragraph, or lines are wrapped to a width and a
paragraph ends at a blank line, at an indented line, or where the next word would still have fitted.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

_WORDS = re.compile(r"\S(?:[^\n]*\S)?")
_WRAPPED_WIDTHS = range(40, 101)
_WRAPPED_SHARE = 0.8


class Paragraph(NamedTuple):
    """One paragraph: offsets in characters of the text, and the line it begins on, counted from 1."""

    start: int
    end: int
    line: int


_START = itemgetter(0)


class _Line(NamedTuple):
    start: int
    end: int
    number: int
    indented: bool
    first_word: int

    @property
    def width(self) -> int:
        return self.end - self.start


def read_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Find the paragraphs of a text, in order; blank lines belong to none."""
    width = max((end - start for start, end in _stretches(text)), default=0)
    return tuple(_wrapped(text, width) or _line_by_line(text))


def paragraph_at(paragraphs: Sequence[Paragraph], offset: int) -> int:
    """The number of the paragraph that an offset lies in or behind, counted from 0; -1 before the first."""
    return bisect_right(paragraphs, offset, key=_START) - 1


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The ends of what each line has between the white space around it."""
    return (match.span() for match in _WORDS.finditer(text))


def _line_by_line(text: str) -> Iterator[Paragraph]:
    number, behind = 1, 0
    for start, end in _stretches(text):
        number += text.count("\n", behind, start)
        yield Paragraph(start, end, number)
        behind = end


def _wrapped(text: str, width: int) -> list[Paragraph]:
    """The paragraphs of a text that is wrapped to a width; none where it is not."""
    if width not in _WRAPPED_WIDTHS:
        return []
    lines = _lines(text)
    inner = [pair for pair in pairwise(lines) if _touch(pair)]
    if sum(_is_full(pair, width) for pair in inner) < _WRAPPED_SHARE * len(inner):
        return []
    blocks: list[list[_Line]] = []
    for line in lines:
        if blocks and _goes_on((blocks[-1][-1], line), width):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [Paragraph(block[0].start, block[-1].end, block[0].number) for block in blocks]


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if words := line.strip():
            start = offset + line.index(words)
            found.append(_Line(start, start + len(words), number, start > offset, len(words.split(None, 1)[0])))
        offset += len(line) + 1
    return found


def _touch(pair: tuple[_Line, _Line]) -> bool:
    return pair[1].number == pair[0].number + 1


def _is_full(pair: tuple[_Line, _Line], width: int) -> bool:
    """Whether the first word of the second line had no room left on the first."""
    return pair[0].width + 1 + pair[1].first_word > width - 2


def _goes_on(pair: tuple[_Line, _Line], width: int) -> bool:
    return _touch(pair) and not pair[1].indented and _is_full(pair, width)

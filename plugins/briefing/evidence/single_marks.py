"""Quotations between single marks, told from apostrophes: read with care, and never reported as broken."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..frozen import frozen
from .marks import QuotedSpan, neighbours, side_by_neighbours
from .paragraphs import Paragraph, paragraph_at

_SINGLE_MARK = re.compile("(?<!['`])['‘’‚‹›](?!')")
_ELISION = re.compile(r"(?:em|tis|twas|til|cause|n|round|bout|\d\ds?)\b", re.IGNORECASE)
_SENTENCE_MARKS = ".,!?…;:"


def read_single_marks(
    text: str, paragraphs: Sequence[Paragraph], doubles: Sequence[QuotedSpan]
) -> Iterator[QuotedSpan]:
    """Find the quotations between single marks, none of them across a paragraph or a double mark.

    `doubles` are the spans between double marks, nested, in order of their start.
    """
    around = _Around(doubles)
    for _, found in groupby(_SINGLE_MARK.finditer(text), lambda match: paragraph_at(paragraphs, match.start())):
        marks = list(_singles(text, found, around))
        behind = 0
        for position, opening in enumerate(marks):
            if opening.opens and opening.start >= behind and (closing := _partner(marks, position)):
                behind = closing.end
                yield QuotedSpan(opening.end, closing.start)


@frozen
class _Single:
    start: int
    end: int
    opens: bool
    before: str
    behind: str
    around: QuotedSpan | None

    @property
    def may_be_possessive(self) -> bool:
        sure = self.before in _SENTENCE_MARKS or not self.behind or self.behind in _SENTENCE_MARKS
        return self.before in "sS" and not sure


class _Around:
    """The innermost double span around an offset, asked for in ascending order of the offsets."""

    def __init__(self, spans: Sequence[QuotedSpan]) -> None:
        self._spans = iter(spans)
        self._next = next(self._spans, None)
        self._open: list[QuotedSpan] = []

    def at(self, offset: int) -> QuotedSpan | None:
        while self._next and self._next.start <= offset:
            self._open.append(self._next)
            self._next = next(self._spans, None)
            self._close(offset)
        self._close(offset)
        return self._open[-1] if self._open else None

    def _close(self, offset: int) -> None:
        while self._open and self._open[-1].end <= offset:
            self._open.pop()


def _singles(text: str, found: Iterable[re.Match[str]], around: _Around) -> Iterator[_Single]:
    for match in found:
        start, end = match.span()
        before, behind = neighbours(text, start, end)
        side = side_by_neighbours(before, behind)
        opens = side == "open" and match[0] not in "’›" and not _ELISION.match(text, end)
        if opens or (side == "close" and match[0] not in "‚‹"):
            yield _Single(start, end, opens, before, behind, around.at(start))


def _partner(marks: Sequence[_Single], position: int) -> _Single | None:
    """The mark that closes what the one at `position` opens; a possessive's apostrophe only if nothing else can."""
    opening, possessive = marks[position], None
    for later in range(position + 1, len(marks)):
        mark = marks[later]
        if opening.around and mark.start >= opening.around.end:
            break
        if mark.around != opening.around:
            continue
        if mark.opens:
            break
        if not mark.may_be_possessive:
            return mark
        possessive = possessive or mark
    return possessive

"""Quotations whose opening mark is printed as a closing one: ”Like this.”"""

from collections.abc import Iterator
from itertools import pairwise

from ..evidence.marks import QuotedSpan, nested
from ..evidence.source_text import BrokenMark, SourceText


def outermost_spans(source: SourceText) -> list[QuotedSpan]:
    """The quoted spans of a source that stand in no other, the misprinted ones among them, by start."""
    return [span for span in nested((*source.spans, *misprinted_spans(source))) if not span.depth]


def misprinted_spans(source: SourceText) -> Iterator[QuotedSpan]:
    """Find what stands between two closing marks of one paragraph, the first where only an opening one can stand.

    Such a span is a proposal for an editor to look at; the proof of quotations never uses it.
    """
    for opening, closing in pairwise(source.broken_marks):
        if (
            opening.mark == closing.mark == "”"
            and _can_open(source, opening)
            and _share_paragraph(source, opening, closing)
        ):
            yield QuotedSpan(opening.start + 1, closing.start)


def _can_open(source: SourceText, mark: BrokenMark) -> bool:
    before = source.text[max(0, mark.start - 1) : mark.start]
    behind = source.text[mark.start + 1 : mark.start + 3]
    return not before.strip() and bool(behind.strip())


def _share_paragraph(source: SourceText, opening: BrokenMark, closing: BrokenMark) -> bool:
    return source.paragraph_at(opening.start) == source.paragraph_at(closing.start)

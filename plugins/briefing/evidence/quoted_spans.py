"""All quoted spans of a text, between double marks and between single ones, and the marks without a partner."""

from collections.abc import Sequence

from .marks import DOUBLE_MARK, EVERY_MARK, LoneMark, QuotedSpan, nested, read_double_marks
from .paragraphs import Paragraph
from .single_marks import read_single_marks

# Prose has a mark or an apostrophe every fifty characters or so. A text with more than this is a table or worse.
_DENSEST = 1 / 12
_MANY = 2000


def read_marks(text: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[QuotedSpan, ...], list[LoneMark]]:
    """Read the quotation marks of a text: the spans by start, and the lone marks by offset.

    Where marks stand too dense for prose none is paired, and the first is reported for all of them.
    """
    many = sum(map(text.count, EVERY_MARK))
    if many > max(_MANY, _DENSEST * len(text)):
        first = DOUBLE_MARK.search(text)
        return (), [LoneMark(first.start(), first[0])] if first else []
    doubles, lone_marks = read_double_marks(text, paragraphs)
    spans = nested(doubles)
    return nested([*spans, *read_single_marks(text, paragraphs, spans)]), lone_marks

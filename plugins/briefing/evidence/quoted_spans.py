"""All quoted spans of a text, between double marks and between single ones, and the marks without a partner."""

from collections.abc import Sequence

from ..frozen import replace
from .marks import DOUBLE_MARK, EVERY_MARK, LoneMark, Marks, nested, read_double_marks
from .paragraphs import Paragraph
from .single_marks import read_single_marks

# Prose has a mark or an apostrophe every fifty characters or so. A text with more than this is a table or worse.
_DENSEST = 1 / 12
_MANY = 2000


def read_marks(text: str, paragraphs: Sequence[Paragraph]) -> Marks:
    """Read all quotation marks of a text.

    Where marks stand too dense for prose none is paired, and the first is reported for all of them.
    """
    many = sum(map(text.count, EVERY_MARK))
    if many > max(_MANY, _DENSEST * len(text)):
        first = DOUBLE_MARK.search(text)
        return Marks(lone=(LoneMark(first.start(), first[0]),) if first else ())
    doubles = read_double_marks(text, paragraphs)
    singles = read_single_marks(text, paragraphs, doubles.spans)
    return replace(doubles, spans=nested([*doubles.spans, *singles]))

"""Whose words they are: the source's own quotation marks around a place, and the speaker the source gives them to."""

from collections.abc import Mapping

from ..frozen import frozen
from .attribution import CANNOT_TELL, Attribution, attribute
from .marks import QuotedSpan
from .names import read_names
from .normal import EDGES, MARKS
from .source_text import Place, SourceText

__all__ = ["Attribution", "WholeQuotation", "attributed_to", "quoted_span_at", "whole_quotation_at"]

_EDGES = EDGES + MARKS + ".,;:…"


@frozen
class WholeQuotation:
    """The whole quoted span of which an editor quotes a part, and the words that are left off on either side."""

    text: str
    start: int
    end: int
    line: int
    before: str
    behind: str


def quoted_span_at(source: SourceText, place: Place) -> QuotedSpan | None:
    """The outermost pair of quotation marks around a place; None where the source does not quote these words."""
    return next(iter(source.spans_around(*_without_edges(source, place))), None)


def whole_quotation_at(source: SourceText, place: Place) -> WholeQuotation | None:
    """What the source quotes around a place that is only a part of it; None where nothing is left off."""
    spans = source.spans_around(*_without_edges(source, place))
    if not spans:
        return None
    span = spans[-1]
    before = source.excerpt(span.start, place.start).strip(_EDGES)
    behind = source.excerpt(place.end, span.end).strip(_EDGES)
    if not before and not behind:
        return None
    text = source.excerpt(span.start, span.end)
    return WholeQuotation(text, span.start, span.end, source.line_at(span.start), before, behind)


def attributed_to(source: SourceText, place: Place, names: Mapping[str, tuple[str, ...]]) -> Attribution:
    """Whom the source gives the words at a place to; `names` has the written forms of each person's name by id.

    Read from the same sentence, from a pronoun that can stand for one person only, or from the quotation before it in
    the same paragraph. In doubt the answer is that it cannot be told.
    """
    span = quoted_span_at(source, place)
    return attribute(source, span, read_names(names, source.normal.words)) if span else CANNOT_TELL


def _without_edges(source: SourceText, place: Place) -> tuple[int, int]:
    """The ends of a place without the marks, spaces and stops at them, which may stand outside the quotation marks."""
    words = source.text[place.start : place.end]
    start = place.start + len(words) - len(words.lstrip(_EDGES))
    return start, max(start, place.end - len(words) + len(words.rstrip(_EDGES)))

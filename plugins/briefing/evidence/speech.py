"""Whose words they are: the source's own quotation marks around a place, and the speaker the source gives them to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .cues import Cue, cue_before, cue_behind, words_behind_verb
from .marks import EVERY_MARK, QuotedSpan
from .names import Names, read_names
from .normal import EDGES, MARKS, one_spaced
from .paragraphs import Paragraph
from .source_text import Place, SourceText

How = Literal["before", "after", "pronoun", "chain", "same paragraph", "cannot tell"]

_EDGES = EDGES + MARKS + ".,;:…"
_SENTENCE_END = re.compile(r"[.!?]['\")\]]*\s+(?=['\"(\[]*[A-Z])|\.\s+\.|[.!?]['\")\]]*$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Col|Capt|Lt|Sgt|St|Jr|Sr|Rev|Hon|vs|No))$")
_LONGEST_CUE = 4
"""Words behind its verb that a cue may have where nothing but its place shows that it is one: `"Why?" he asked her.`"""


@dataclass(frozen=True, slots=True)
class WholeQuotation:
    """The whole quoted span of which an editor quotes a part, and the words that are left off on either side."""

    text: str
    start: int
    end: int
    line: int
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the source gives words to: an id, or None when it cannot be told; the words that say so; and how."""

    speaker: str | None
    words: str = ""
    how: How = "cannot tell"


CANNOT_TELL = Attribution(None)


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
    return _attribution(source, span, read_names(names, source.normal.words)) if span else CANNOT_TELL

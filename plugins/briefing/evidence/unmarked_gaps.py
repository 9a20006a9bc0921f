"""Words of a source that a quotation leaves out and does not say so: where […] would mark them."""

import re

from .fragments import is_edited
from .normal import normalise
from .source_text import SourceText
from .whole_words import occurrences
from .word_list import listed

GAP = "[…]"
_LONGEST = 120
_FEWEST = 2
"""Words that each piece between two gaps has at least."""
_MOST_GAPS = 3
_WORD = re.compile(r"\w+")
_LAST_MARKS = " .,;:'"
_HEDGES = listed(
    """
    may might can could would should must will shall if unless only about around almost nearly some most perhaps
    probably possibly likely reportedly allegedly apparently said says claimed claims
    """
)
"""What nobody is told to leave out: without it the words say more than their source."""


def gaps_marked(source: SourceText, quote: str) -> str:
    """Return a quotation with […] at each place where the source goes on otherwise; "" where that would not mend it.

    It is no answer yet: what was left out may be what nobody may leave out.
    """
    words = quote.split()
    if len(words) > _LONGEST or is_edited(quote):
        return ""
    pieces: list[str] = []
    while words and len(pieces) <= _MOST_GAPS:
        known = _known(source, words)
        if known < min(_FEWEST, len(words)):
            return ""
        pieces.append(" ".join(words[:known]))
        words = words[known:]
    return f" {GAP} ".join(pieces) if not words and len(pieces) > 1 else ""


def may_not_go(words: str) -> bool:
    """Tell whether words of a source are too much to leave out of a quotation, even where that is marked."""
    return not _HEDGES.isdisjoint(_WORD.findall(words.lower()))


def _known(source: SourceText, words: list[str]) -> int:
    """Return how many of the first words stand in the source one behind the other."""
    known, unknown = 0, len(words) + 1
    while unknown - known > 1:
        middle = (known + unknown) // 2
        piece = normalise(" ".join(words[:middle])).words.strip(_LAST_MARKS)
        is_there = bool(piece) and next(iter(occurrences(source.normal.words, piece)), None) is not None
        known, unknown = (middle, unknown) if is_there else (known, middle)
    return known

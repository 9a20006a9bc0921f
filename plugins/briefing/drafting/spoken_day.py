"""The day on which somebody's words were said: a date beside the verb that reports them, in no other clause."""

from ..model.dates import EdtfDate
from .events import parsed_date
from .quotations import Sentence
from .reading import Reading
from .words import COORDINATORS, POSSESSIVES, RELATIVES, SUBORDINATORS

_ELSEWHERE = RELATIVES | SUBORDINATORS | COORDINATORS
"""What begins another clause, to which a date behind it belongs: who has run the route since 2012."""
_SAYING = frozenset(
    ["said", "says", "told", "added", "wrote", "argued", "explained", "warned", "replied", "announced", "confirmed"]
)
_LATEST_LEAD = 3
_OF_A_THING = POSSESSIVES | frozenset(["the", "a", "an"])


def spoken_day(reading: Reading, sentence: Sentence) -> EdtfDate | None:
    """The one date of a sentence that tells when it was said, where it has one that is no judgement."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    days = {
        d.edtf
        for d in reading.found.dates
        if start <= d.start < end and d.basis != "inferred" and _is_beside_verb(sentence, d.start, d.end)
    }
    return parsed_date(days.pop()) if len(days) == 1 else None


def _is_beside_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date leads in its sentence, or stands around its verb of saying with no other clause between."""
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens) - 1)
    behind = next((t.lower for t in tokens if t.start >= end), "")
    verbs = [i for i, t in enumerate(tokens) if t.lower in _SAYING and i and tokens[i - 1].lower not in RELATIVES]
    if not verbs or tokens[first].kind == "quote" or (first and tokens[first - 1].lower in _OF_A_THING):
        return False
    before = [v for v in verbs if v < first]
    if not before and first >= _LATEST_LEAD and behind not in _SAYING:
        return False  # signed it on 3 May and said
    between = tokens[before[-1] + 1 : first] if before else tokens[:first]
    return not any(t.lower in _ELSEWHERE or t.kind == "quote" or t.text in ",;:" for t in between)

"""The day on which somebody's words were said: a date beside the verb that reports them, in no other clause."""

from ..model.dates import EdtfDate
from .events import parsed_date
from .quotations import Sentence
from .reading import Reading
from .reporting_verb import is_reporting_verb
from .words import COORDINATORS, POSSESSIVES, RELATIVES, SUBORDINATORS

_ELSEWHERE = RELATIVES | SUBORDINATORS | COORDINATORS
"""What begins another clause, to which a date behind it belongs: who has run the route since 2012."""
_OF_A_THING = POSSESSIVES | frozenset(["the", "a", "an"])


def spoken_day(reading: Reading, sentence: Sentence) -> EdtfDate | None:
    """The one date of a sentence that tells when it was said, where it has one that is no judgement."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    days = {
        d.edtf
        for d in reading.found.dates
        if start <= d.start < end and d.basis != "inferred" and _is_beside_verb(sentence, d.start)
    }
    return parsed_date(days.pop()) if len(days) == 1 else None


def _is_beside_verb(sentence: Sentence, start: int) -> bool:
    """Whether a date leads in its sentence, or stands around its verb of reporting with no other clause between."""
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens))
    verbs = [i for i in range(len(tokens)) if is_reporting_verb(tokens, i)]
    if not verbs or tokens[first].kind == "quote" or (first and tokens[first - 1].lower in _OF_A_THING):
        return False
    before = [v for v in verbs if v < first]
    between = tokens[before[0] + 1 : first] if before else tokens[:first]
    return not any(t.lower in _ELSEWHERE or t.kind == "quote" or t.text in ",;:" for t in between)

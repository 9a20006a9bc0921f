"""What an editor is told about a quotation, in whole sentences."""

from collections.abc import Sequence
from itertools import pairwise

from .finding import Level, Nearest, Reason
from .negation import negations, reversing
from .source_text import Place, SourceText

_REASONS = {
    Reason.EMPTY: "There are no words to look for.",
    Reason.DIFFERENT: "These words are not in the source.",
    Reason.CUT_WORD: "The quotation begins or ends inside a word of the source.",
    Reason.QUESTION: "The source asks this, the quotation states it.",
    Reason.CONTEXT: "The words are there, but not between this prefix and this suffix.",
    Reason.ORDER: "The parts are in the source, but not in this order.",
    Reason.AMBIGUOUS: "The source has the first words in another quotation, too: quote more of them, or add a prefix.",
    Reason.PARAGRAPHS: "The parts stand in different paragraphs: quote each on its own.",
    Reason.SPEAKERS: "A quotation begins or ends in what was left out, so the parts may be two speakers' words: "
    "quote each on its own.",
    Reason.NEGATION: "What was left out or put in changes a negation: quote the words in between, too.",
    Reason.INSERTION: "Words in brackets may stand for a few whole words, or for the last letters of one.",
}
_SHOWN = 240


def failure_note(reason: Reason, nearest: Nearest | None) -> str:
    """Say why a quotation did not pass and where to look."""
    said = [_REASONS[reason]]
    if nearest:
        said.append(f"The nearest passage is on line {nearest.line}: “{_shortened(nearest.text)}”.")
        if nearest.negation_changed and reason is Reason.DIFFERENT:
            said.append("A negation was changed.")
    elif reason is Reason.DIFFERENT:
        said.append("Nothing in it is like them.")
    return " ".join(said)


def passed_note(source: SourceText, level: Level, places: Sequence[Place]) -> str:
    """Say what an editor should look at although the words are the source's own."""
    if level is not Level.EDITED and len(places) > 1:
        lines = ", ".join(str(place.line) for place in places[:5])
        return f"The source has these words {len(places)} times (lines {lines}): add a prefix to say which are meant."
    left_out = (source.text[a.end : b.start] for a, b in pairwise(places))
    if level is Level.EDITED and (word := next(filter(None, map(reversing, left_out)), "")):
        return f"What was left out has “{word}”, which may turn the sense."
    before = source.text[max(0, places[0].start - 30) : places[0].start].split()[-1:]
    if before and negations(before[0]):
        return f"The source has “{before[0]}” right before these words."
    return ""


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rsplit(None, 1)[0] + "…"

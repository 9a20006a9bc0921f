"""What an editor is told about a quotation, in whole sentences."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from .finding import Level, Nearest, Reason
from .fragments import Reading
from .marks import DOUBLE_MARK
from .negation import negations, reversing, turning, weighing
from .normal import EDGES, INVISIBLE, MARKS
from .numbers import magnitude_behind, numbers_in
from .source_text import Place, SourceText
from .word_list import listed

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
    Reason.ELLIPSIS: "The ellipsis is the source's own, and words beside it are missing: write […] for them.",
    Reason.INSERTION: "Words in brackets may stand for a few whole words, or for the last letters of one, "
    "and never for another number.",
}
_SHOWN = 240
_LONGEST_CUE = 12
_REACH = 60
_MOST_LINES = 5
_STOPS = ".?!…;:"
_AROUND = MARKS + "“”("
_SENTENCE_END = re.compile(r"[.?!…]['\"’”)]*\s|[;:]\s")
_DIVIDED = re.compile(r"(\w+)[-‐]\r?\n\s*(\w+)")
_LOOK_ALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL", "LATIN LETTER SMALL CAPITAL")
# A negation reaches what follows through these: "did not want to go", "I don't think that it is true".
_REACHED_THROUGH = listed(
    """
    a an the at all any so very really quite too even be been being to that this as in of much more always
    do did does have has had think believe say said want expect know mean suggest it is was he she they we i you
    """
)


def failure_note(reason: Reason, nearest: Nearest | None, why: str = "") -> str:
    """Say why a quotation did not pass and where to look; `why` takes the place of the reason's own sentence."""
    said = [why or _REASONS[reason]]
    if nearest:
        said.append(f"The nearest passage is on line {nearest.line}: “{_shortened(nearest.text)}”.")
        if nearest.negation_changed and reason is Reason.DIFFERENT:
            said.append("A negation was changed.")
    elif reason is Reason.DIFFERENT:
        said.append("Nothing in it is like them.")
    return " ".join(said)


def speakers_note(between: Sequence[str]) -> str:
    """Name what the source says between two quotations that were joined: `"A," he said, "B"`; "" where it is long."""
    spoken = (DOUBLE_MARK.split(words) for words in between)
    cue = next((parts[1].strip(EDGES + MARKS + ".,") for parts in spoken if len(parts) > 2), "")
    if not cue or len(cue.split()) > _LONGEST_CUE:
        return ""
    return f"The source breaks off for “{cue}”: quote each part between marks of its own."


def odd_letters(quote: str) -> str:
    """Name a character that looks like another or like nothing, where a quotation has one; else ""."""
    for word in quote.split():
        letters = [c for c in word if c.isalpha()]
        strange = [c for c in word if unicodedata.category(c) == "Cf" and c not in INVISIBLE]
        if not word.isascii() and any("A" <= c <= "z" for c in letters):
            strange += [c for c in letters if unicodedata.name(c, "").startswith(_LOOK_ALIKE)]
        if strange:
            name = unicodedata.name(strange[0], f"U+{ord(strange[0]):04X}").lower()
            seen = "a character that is not seen or looks like another"
            return f"“{_visible(word)}” has {seen} ({name})"
    return ""


def passed_note(source: SourceText, level: Level, places: Sequence[Place]) -> str:
    """Say what an editor should look at although the words are the source's own."""
    if level is not Level.EDITED and len(places) > 1:
        lines = list(dict.fromkeys(str(place.line) for place in places))
        where = f"line{'s' * (len(lines) > 1)} {', '.join(lines[:_MOST_LINES])}{', …' * (len(lines) > _MOST_LINES)}"
        return f"The source has these words {len(places)} times ({where}): add a prefix to say which are meant."
    hidden = left_out(source, places) if level is Level.EDITED else []
    if word := next(filter(None, map(reversing, hidden)), ""):
        return f"What was left out has “{word}”, which may turn the sense."
    if any(_asks(source, place.end) for place in places):
        return "The source asks this: quote the question mark, too."
    if word := _turned_by(source, places[0].start):
        return f"The source has “{word}” right before these words."
    end = places[-1].end
    if word := magnitude_behind(source.text[places[-1].start : end], source.text[end : end + _REACH]):
        return f"The source has “{word}” right behind these words."
    return ""


def put_in_note(reading: Reading) -> str:
    """Warn of a number that brackets put into a quotation."""
    put_in = next((gap.put_in for gap in reading.gaps if gap and numbers_in(gap.put_in)), "")
    return f"The brackets put in a number, “{put_in}”, which the source does not have here." if put_in else ""


def replaced_note(source: SourceText, reading: Reading, places: Sequence[Place]) -> str:
    """Warn of brackets that say more or less than the words they stand for: [will] for "may"."""
    for gap, words in zip(reading.gaps[1:-1], left_out(source, places), strict=False):
        if gap and gap.put_in and not gap.left_out and weighing(gap.put_in) != weighing(words):
            replaced = words.strip(EDGES + MARKS + ".,;:")
            stand_for = f"stand for “{replaced}”" if replaced else f"put in “{gap.put_in}”"
            return f"The brackets {stand_for}, which may carry the sense."
    return ""


def edited_remark(source: SourceText, reading: Reading, places: Sequence[Place]) -> str:
    """Say what brackets stand for, and whether an elision joins two sentences."""
    hidden = left_out(source, places)
    for gap, words in zip(reading.gaps[1:-1], hidden, strict=False):
        bare = words.strip(EDGES + MARKS + ".,;:")
        if gap and gap.left_out and _SENTENCE_END.search(words):
            return "This elision joins two sentences."
        if gap and gap.put_in and bare:
            return f"The brackets stand for “{bare}”."
    return ""


def divided_remark(source: SourceText, places: Sequence[Place]) -> str:
    """Name the word that the source divides at the end of a line, where it was read as one; else ""."""
    divided = next(filter(None, (_DIVIDED.search(source.text, p.start, p.end) for p in places)), None)
    return f"The source divides “{divided[1]}-{divided[2]}” at the end of a line." if divided else ""


def left_out(source: SourceText, places: Sequence[Place]) -> list[str]:
    """What the source has between the fragments of an edited quotation."""
    return [source.excerpt(a.end, b.start) for a, b in pairwise(places)]


def _asks(source: SourceText, end: int) -> bool:
    return source.text[end : end + 3].lstrip(EDGES)[:1] == "?"


def _turned_by(source: SourceText, start: int) -> str:
    """The negation, or word like it, that reaches words from before: "not at all | happy", "denied that | he ran"."""
    for word in reversed(source.text[max(0, start - _REACH) : start].split()):
        bare = word.strip(_AROUND)
        if word[-1] in _STOPS or not bare:
            return ""
        if bare.lower() not in _REACHED_THROUGH:
            return bare if negations(bare) or turning(bare) else ""
    return ""


def _visible(word: str) -> str:
    return "".join(c if unicodedata.category(c) != "Cf" else f"‹U+{ord(c):04X}›" for c in word)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rsplit(None, 1)[0] + "…"

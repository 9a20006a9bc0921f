"""Is this quotation in that source? The answer has a level, and no likeness ever makes it pass."""

import re
from collections.abc import Sequence
from itertools import islice

from ..frozen import frozen, replace
from .edited import Joined, join
from .finding import Finding, Level, Nearest, Reason
from .fragments import Reading, is_edited, readings
from .nearest import compare_with, find_nearest
from .normal import bare, normalise, one_spaced
from .notes import (
    divided_remark,
    edited_remark,
    failure_note,
    left_out,
    odd_letters,
    passed_note,
    put_in_note,
    replaced_note,
    speakers_note,
)
from .numbers import same_measures
from .source_text import Place, SourceText
from .unmarked_gaps import gaps_marked, may_not_go
from .whole_words import occurrences, word_around

_LAST_MARKS = ".,;: '"
_CONTEXT_ENDS = " '.,;:…—"
_CONTEXT_SLACK = 8
_RANK = {level: rank for rank, level in enumerate(Level)}
_MOST_PLACES = 50
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\s+(?=[^\W\d_])")


def find(source: SourceText, quote: str, *, prefix: str = "", suffix: str = "") -> Finding:
    """Look for an editor's quotation in a source.

    `prefix` and `suffix` are the words before and behind it, as in a W3C TextQuoteSelector; they are compared in
    normal form, and choose among several places. Quotation marks around the whole quotation are the editor's own.
    """
    wanted = _Wanted(quote, bare(quote), normalise(quote).words.strip(" '"), prefix, suffix)
    if not any(character.isalnum() for character in wanted.words):
        return _failed(Reason.EMPTY, None)
    found = _literal(source, wanted)  # nearly always
    if found:
        return found
    ways = (_otherwise_read, _edited, _cut_word, _different)
    return next(filter(None, (way(source, wanted) for way in ways)), _failed(Reason.DIFFERENT, None))


@frozen
class _Wanted:
    """A quotation as given and without its own marks, the same in normal form, and what should stand around it."""

    given: str
    quote: str
    words: str
    prefix: str
    suffix: str


def _literal(source: SourceText, wanted: _Wanted) -> Finding | None:
    shorter = wanted.words.rstrip(_LAST_MARKS)
    for words in dict.fromkeys((wanted.words, shorter)):
        starts = list(islice(occurrences(source.normal.words, words), _MOST_PLACES)) if words else []
        if starts:
            return _placed(source, wanted, words, starts)
    return None


def _otherwise_read(source: SourceText, wanted: _Wanted) -> Finding | None:
    """Words copied with the marks that open a quotation anew at a paragraph, or with words divided at a line's end."""
    others = [(normal, wanted) for normal in source.others]
    if _DIVIDED.search(wanted.quote):
        joined = normalise(_DIVIDED.sub("", wanted.quote)).words
        others += [(normal, replace(wanted, words=joined)) for normal in (source.normal, *source.others)]
    for normal, words in others:
        finding = _literal(replace(source, normal=normal), words)
        if finding and finding.passed:
            return replace(finding, remark=divided_remark(source, finding.places))
    return None


def _placed(source: SourceText, wanted: _Wanted, words: str, starts: Sequence[int]) -> Finding:
    ends = [(start, start + len(words)) for start in starts]
    if wanted.words[len(words) :].strip(" '"):
        ends = [end for end in ends if not _asked(source.normal.words, end[1])]
        if not ends:
            return _failed(Reason.QUESTION, _passage(source, wanted, starts[0], starts[0] + len(words) + 1))
    in_context = ends
    if wanted.prefix or wanted.suffix:
        in_context = [end for end in ends if _has_context(source.normal.words, wanted, *end)]
    if not in_context:
        return _failed(Reason.CONTEXT, _passage(source, wanted, *ends[0]))
    found = (_place(source, *end) for end in in_context)
    places = tuple(p for p in found if same_measures(wanted.given, source.text[p.start : p.end + 1]))
    if not places:
        return _failed(Reason.DIFFERENT, _passage(source, wanted, starts[0], starts[0] + len(words) + 1))
    level = min((_level(source, wanted, place) for place in places), key=_RANK.__getitem__)
    return Finding(level, places, note=passed_note(source, level, places))


def _asked(text: str, end: int) -> bool:
    """Whether a question mark follows the words that end here; one behind the closing mark asks something else."""
    return text[end : end + 1] == "?"


def _has_context(text: str, wanted: _Wanted, start: int, end: int) -> bool:
    return _has_prefix(text, wanted.prefix, start) and _has_suffix(text, wanted.suffix, end)


def _has_prefix(text: str, prefix: str, start: int) -> bool:
    words = normalise(prefix).words.strip(_CONTEXT_ENDS) if prefix else ""
    return text[max(0, start - len(words) - _CONTEXT_SLACK) : start].rstrip(_CONTEXT_ENDS).endswith(words)


def _has_suffix(text: str, suffix: str, end: int) -> bool:
    words = normalise(suffix).words.strip(_CONTEXT_ENDS) if suffix else ""
    return text[end : end + len(words) + _CONTEXT_SLACK].lstrip(_CONTEXT_ENDS).startswith(words)


def _level(source: SourceText, wanted: _Wanted, place: Place) -> Level:
    words = source.text[place.start : place.end]
    if words == wanted.quote:
        return Level.EXACT
    return Level.LAYOUT if one_spaced(bare(words)) == one_spaced(wanted.quote) else Level.TYPOGRAPHY


def _edited(source: SourceText, wanted: _Wanted) -> Finding | None:
    if not is_edited(wanted.quote):
        return None
    attempts = []
    for reading in readings(wanted.quote):
        joined = join(source, reading, lambda start: _has_prefix(source.normal.words, wanted.prefix, start))
        if not joined.reason:
            return _in_context(source, wanted, reading, joined)
        attempts.append(joined)
    if not attempts:
        return None
    furthest = max(attempts, key=lambda joined: (joined.reason is not Reason.DIFFERENT, len(joined.ends)))
    return _not_joined(source, wanted, furthest)


def _in_context(source: SourceText, wanted: _Wanted, reading: Reading, joined: Joined) -> Finding:
    if not _has_suffix(source.normal.words, wanted.suffix, joined.ends[-1][1]):
        return _failed(Reason.CONTEXT, _passage(source, wanted, joined.ends[0][0], joined.ends[-1][1]))
    places = tuple(_place(source, *ends) for ends in joined.ends)
    put_in = put_in_note(reading) or replaced_note(source, reading, places)
    note = put_in or passed_note(source, Level.EDITED, places)
    return Finding(Level.EDITED, places, note=note, remark="" if put_in else edited_remark(source, reading, places))


def _not_joined(source: SourceText, wanted: _Wanted, joined: Joined) -> Finding:
    if not joined.ends or joined.reason in (Reason.DIFFERENT, Reason.ORDER):
        return _failed(joined.reason, find_nearest(source, joined.missing))
    nearest = _passage(source, wanted, joined.ends[0][0], joined.ends[-1][1])
    between = left_out(source, [_place(source, *ends) for ends in joined.ends])
    note = speakers_note(between) if joined.reason is Reason.SPEAKERS else ""
    return _failed(joined.reason, nearest, note)


def _cut_word(source: SourceText, wanted: _Wanted) -> Finding | None:
    text, words = source.normal.words, wanted.words.rstrip(_LAST_MARKS)
    at = text.find(words)
    if at < 0:
        return None
    start, end = word_around(text, at)[0], word_around(text, at + len(words))[1]
    return _failed(Reason.CUT_WORD, _passage(source, wanted, start, end))


def _different(source: SourceText, wanted: _Wanted) -> Finding:
    marked = gaps_marked(source, wanted.quote)
    for reading in readings(marked) if marked else ():
        joined = join(source, reading)
        if not joined.reason:
            nearest = _passage(source, wanted, joined.ends[0][0], joined.ends[-1][1])
            between = left_out(source, [_place(source, *ends) for ends in joined.ends])
            is_sound = not any(map(may_not_go, between)) and not _in_context(source, wanted, reading, joined).note
            return replace(_failed(Reason.DIFFERENT, nearest), marked=marked if is_sound else "")
    odd = odd_letters(wanted.quote)
    why = f"These words are not in the source: {odd}." if odd else ""
    return _failed(Reason.DIFFERENT, find_nearest(source, wanted.quote), why)


def _failed(reason: Reason, nearest: Nearest | None, why: str = "") -> Finding:
    return Finding(Level.NOT_FOUND, nearest=nearest, note=failure_note(reason, nearest, why), reason=reason)


def _passage(source: SourceText, wanted: _Wanted, start: int, end: int) -> Nearest | None:
    return compare_with(source, wanted.quote, start, end)


def _place(source: SourceText, start: int, end: int) -> Place:
    return source.place(source.normal.start(start), source.normal.end(end))

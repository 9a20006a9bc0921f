"""Who speaks a quoted span, read from what stands around it; in doubt, nobody."""

import re
from bisect import bisect_left
from typing import Literal

from ..frozen import frozen
from .cues import Cue, cue_before, cue_behind, words_behind_verb
from .marks import DOUBLE_MARK, QuotedSpan
from .names import Names
from .normal import EDGES, MARKS, one_spaced
from .paragraphs import Paragraph
from .source_text import SourceText

How = Literal["before", "after", "pronoun", "chain", "same paragraph", "cannot tell"]

_SENTENCE_END = re.compile(r"[.!?][')\]]*(?= +['(\[]*[A-Z]|$)|\.(?= \.)")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Col|Capt|Lt|Sgt|St|Jr|Sr|Rev|Hon|vs|No)$")
_LOWER = re.compile(r"[a-z]")
_SHORT_CUE = 4
"""Words behind its verb that a cue may have where no comma joins it to the quotation: `"Why?" he asked her.`"""


@frozen
class Attribution:
    """Whom the source gives words to: an id, or None when it cannot be told; the words that say so; and how."""

    speaker: str | None
    words: str = ""
    how: How = "cannot tell"


CANNOT_TELL = Attribution(None)


@frozen
class _Around:
    """A quoted span and its sentence: what stands before it and behind it, and the paragraph it begins in."""

    span: QuotedSpan
    paragraph: Paragraph
    before: str
    behind: str
    is_joined: bool
    """Whether punctuation shows that the sentence goes on behind the closing mark."""
    previous: QuotedSpan | None
    """The span before it in the same paragraph."""


def attribute(source: SourceText, span: QuotedSpan, names: Names) -> Attribution:
    """Say who speaks an outermost quoted span: from its sentence, or from the span before it in the paragraph."""
    around = _look_around(source, span)
    before = cue_before(around.before)
    behind = cue_behind(around.behind) if _is_cue(around) else None
    found = [_read(source, around, cue, names) for cue in (behind, before) if cue]
    if found:
        agree = len({attribution.speaker for attribution in found}) == 1
        return found[0] if agree else Attribution(None, found[0].words)
    if around.previous and _goes_on(source, around, around.previous):
        carried = attribute(source, around.previous, names)
        return Attribution(carried.speaker, carried.words, "same paragraph") if carried.speaker else carried
    return CANNOT_TELL


def _read(source: SourceText, around: _Around, cue: Cue, names: Names) -> Attribution:
    how: How = "chain" if cue.is_chain else "after" if cue.words in around.behind else "before"
    if cue.is_pronoun:
        person = _meant_by_pronoun(source, around, names) if cue.words.lower() in ("he", "she") else None
        return Attribution(person, cue.words, "pronoun" if person else "cannot tell")
    for subject in cue.subjects:
        if person := names.head(subject):
            return Attribution(person, subject, how)
    return Attribution(None, cue.words, how)


def _look_around(source: SourceText, span: QuotedSpan) -> _Around:
    first = source.paragraphs[source.paragraph_at(span.start) - 1]
    last = source.paragraphs[source.paragraph_at(span.end) - 1]
    at = bisect_left(source.spans, span.start, key=lambda other: other.start)
    previous = next((other for other in reversed(source.spans[:at]) if not other.depth), None)
    previous = previous if previous and previous.end > first.start else None
    following = next((other for other in source.spans[at + 1 :] if not other.depth), None)
    start = max(first.start, previous.end if previous else 0)
    end = min(last.end, following.start if following else last.end)
    before = _plain(DOUBLE_MARK.split(source.text[start : span.start].rstrip(MARKS))[-1])
    behind = _plain(DOUBLE_MARK.split(source.text[span.end : end].lstrip(MARKS))[0])
    quoted = source.text[span.start : span.end].rstrip(EDGES + MARKS)
    joined = quoted.endswith((",", "—", "–", "-")) or behind.startswith((",", "—", "–", "―"))
    return _Around(span, first, _last_sentence(before), _first_sentence(behind), joined, previous)


def _is_cue(around: _Around) -> bool:
    """Whether what stands behind the mark can be a cue, and is not the next sentence."""
    if around.is_joined or _LOWER.match(around.behind):
        return True
    return bool(around.behind) and words_behind_verb(around.behind) <= _SHORT_CUE and around.behind.endswith(".")


def _goes_on(source: SourceText, around: _Around, previous: QuotedSpan) -> bool:
    """Whether nothing but the cue of the span before stands between the two: `"…," he said. "…"`."""
    between = _plain(source.text[previous.end : around.span.start]).strip(MARKS + " ")
    return bool(between) and between.endswith(".") and not around.before and _first_sentence(between) == between


def _meant_by_pronoun(source: SourceText, around: _Around, names: Names) -> str | None:
    """The one person spoken of before in this paragraph, or else in the one before it."""
    here = _unquoted(source, around.paragraph.start, around.span.start)
    number = source.paragraph_at(around.paragraph.start) - 1
    if _says_nobody(here, names) and number:
        previous = source.paragraphs[number - 1]
        here = _unquoted(source, previous.start, previous.end)
    return names.only_one_in(here)


def _says_nobody(text: str, names: Names) -> bool:
    is_named = re.search(r"[A-Z]", text.strip()[1:]) or next(names.found_in(text), None)
    return not is_named and not names.means_somebody(text)


def _unquoted(source: SourceText, start: int, end: int) -> str:
    """A stretch without what is quoted in it."""
    kept, at = [], start
    for span in source.spans:
        if not span.depth and start <= span.start < end:
            kept.append(source.text[at : span.start])
            at = min(end, span.end)
    return _plain(" ".join([*kept, source.text[at:end]]))


def _plain(text: str) -> str:
    return one_spaced(text).replace("’", "'")


def _sentence_ends(text: str) -> list[int]:
    return [m.end() for m in _SENTENCE_END.finditer(text) if not _ABBREVIATION.search(text[: m.start()])]


def _last_sentence(text: str) -> str:
    ends = [end for end in _sentence_ends(text) if end <= len(text.rstrip())]
    return text[ends[-1] :].strip() if ends else text.strip()


def _first_sentence(text: str) -> str:
    ends = _sentence_ends(text)
    return text[: ends[0]].strip() if ends else text.strip()

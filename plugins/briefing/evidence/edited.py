"""Whether the fragments of an edited quotation may be joined.

Every fragment must stand in the source, in order, in one paragraph and inside the same quotation marks. What is left
out may not hold a negation; what is put in may replace a few words, and neither add nor remove a negation. Brackets
that the source itself has around the same words stand for these alone: what is missing beside them is not marked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from ..frozen import frozen, replace
from .finding import Reason
from .fragments import Gap, Reading
from .marks import DOUBLE_MARK, QuotedSpan
from .negation import negations
from .normal import EDGES, MARKS, normalise
from .numbers import numbers_in
from .source_text import SourceText
from .whole_words import occurrences

_SENTENCE_END = re.compile(r"[.?!…]['\s)]")
_BEFORE_SPEECH = ",:.?!"
_MOST_REPLACED = 8
"""Words of the source that words in brackets may stand for."""
_LONGEST_ENDING = 3
"""Letters of a word that an ending in brackets may stand for: "walk[ed]" for "walking"."""
_LOOKED_UP = 3
"""Words at the beginning that a reader would look up, and that should not lead to another quotation."""
_MOST_STARTS = 200
_REACH, _NEXT = 40, 2
"""Characters and words looked at beside a quotation that begins or ends with brackets."""
_NOTHING = Gap(left_out=False)


@frozen
class Joined:
    """How far the fragments were found: their ends in normal form, and what keeps them from being joined."""

    ends: tuple[tuple[int, int], ...]
    reason: Reason = Reason.NONE
    missing: str = ""
    """The fragment that was not found, where the reason is that."""


def join(source: SourceText, reading: Reading, starts_at: Callable[[int], bool] = lambda _: True) -> Joined:
    """Find the fragments in the source, one behind the other; of several failures the one that came furthest.

    `starts_at` says whether the first fragment may stand at an offset of the normal form.
    """
    none = Joined((), Reason.DIFFERENT, reading.fragments[0])
    if any(gap and gap.glued_behind for gap in reading.gaps) or _completes_number(reading):
        return replace(none, reason=Reason.INSERTION)
    starts = filter(starts_at, _places(source, reading, 0, 0))
    attempts = [_join_from(source, reading, start) for start in islice(starts, _MOST_STARTS)]
    good = [joined for joined in attempts if not joined.reason]
    if good:
        long_enough = len(reading.fragments[0].split()) >= _LOOKED_UP
        rivals = long_enough and any(_rivals(source, good[0], joined) for joined in attempts)
        return replace(good[0], reason=Reason.AMBIGUOUS) if rivals else good[0]
    return max(attempts, key=_closeness, default=none)


def _closeness(joined: Joined) -> tuple[int, bool, int]:
    """How near a failure came: the most fragments, then one paragraph rather than several, then the least between."""
    return len(joined.ends), joined.reason is not Reason.PARAGRAPHS, joined.ends[0][0] - joined.ends[-1][1]


def _completes_number(reading: Reading) -> bool:
    """Whether an ending in brackets touches a digit: "5[0]" is another number."""
    return any(
        gap is not None and gap.glued_before and words[-1].isdigit()
        for words, gap in zip(reading.fragments, reading.gaps[1:], strict=True)
    )


def _rivals(source: SourceText, good: Joined, other: Joined) -> bool:
    """Whether the first words also begin a reading that joins another quotation to the one that was meant."""
    if other.reason not in (Reason.PARAGRAPHS, Reason.SPEAKERS):
        return False
    around = [source.spans_around(*_first(source, joined))[:1] for joined in (good, other)]
    return bool(around[1]) and around[0] != around[1]


def _first(source: SourceText, joined: Joined) -> tuple[int, int]:
    return source.normal.start(joined.ends[0][0]), source.normal.end(joined.ends[0][1])


def _places(source: SourceText, reading: Reading, fragment: int, start: int) -> Iterator[int]:
    behind = reading.gaps[fragment + 1]
    may_cut = behind is not None and behind.glued_before
    return occurrences(source.normal.words, reading.fragments[fragment], start, end_may_cut=may_cut)


def _join_from(source: SourceText, reading: Reading, start: int) -> Joined:
    """Join the fragments from one place of the first: each next one where it stands next, so that least is left out."""
    ends = [(start, start + len(reading.fragments[0]))]
    for fragment in range(1, len(reading.fragments)):
        at = next(_places(source, reading, fragment, ends[-1][1]), -1)
        if at < 0:
            elsewhere = next(_places(source, reading, fragment, 0), -1) >= 0
            reason = Reason.ORDER if elsewhere else Reason.DIFFERENT
            return Joined(tuple(ends), reason, reading.fragments[fragment])
        ends.append((at, at + len(reading.fragments[fragment])))
    return Joined(tuple(ends), next(filter(None, _faults(source, reading, ends)), Reason.NONE))


def _faults(source: SourceText, reading: Reading, ends: Sequence[tuple[int, int]]) -> Iterator[Reason]:
    words = source.normal.words
    first, *between, last = (gap or _NOTHING for gap in reading.gaps)
    for gap, left, right in zip(between, ends, ends[1:], strict=False):
        yield _between(source, gap, left[1], right[0])
    start, end = ends[0][0], ends[-1][1]
    yield _beside(first, _SENTENCE_END.split(words[max(0, start - _REACH) : start])[-1].split()[: -_NEXT - 1 : -1])
    yield _beside(last, _SENTENCE_END.split(words[end : end + _REACH])[0].split()[:_NEXT])


def _between(source: SourceText, gap: Gap, end: int, start: int) -> Reason:
    """What forbids to join the words before `end` and the words from `start` on."""
    skipped = source.normal.words[end:start]
    behind, before = source.normal.end(end), source.normal.start(start)
    if source.paragraph_at(behind - 1) != source.paragraph_at(before):
        return Reason.PARAGRAPHS
    if _changes_speaker(source, behind, before):
        return Reason.SPEAKERS
    if len(negations(skipped)) != len(negations(gap.put_in)):
        return Reason.NEGATION
    if gap.unbracketed and "…" in skipped and any(map(str.isalnum, skipped)):
        return Reason.ELLIPSIS
    return Reason.NONE if gap.left_out or _may_replace(gap, skipped) else Reason.INSERTION


def _beside(gap: Gap, words: Sequence[str]) -> Reason:
    """What forbids brackets at the beginning or the end, next to these words of the source, the nearest first."""
    if gap is _NOTHING:
        return Reason.NONE
    if _bracketed(gap) in words[1:] and not gap.left_out:
        return Reason.INSERTION
    if len(negations(" ".join(words))) != len(negations(gap.put_in)):
        return Reason.NEGATION
    put_in = numbers_in(gap.put_in)
    return Reason.INSERTION if put_in and numbers_in(" ".join(words)) - put_in else Reason.NONE


def _changes_speaker(source: SourceText, behind: int, before: int) -> bool:
    """Whether a quotation begins or ends between two places, or may do so because a mark there is broken."""
    if _spoken(source, behind - 1) != _spoken(source, before):
        return True
    paragraph = source.paragraphs[source.paragraph_at(before) - 1]
    broken = any(paragraph.start <= mark.start < paragraph.end for mark in source.broken_marks)
    return broken and bool(DOUBLE_MARK.search(source.text, behind, before))


def _spoken(source: SourceText, offset: int) -> QuotedSpan | None:
    """The innermost quotation around an offset that is speech.

    Inside a quotation, marks around a term ("what they called 'the comeback'") go on with the sentence in small
    letters and without a comma before them; the words are still the speaker's own.
    """
    around = source.spans_around(offset, offset + 1)
    return next((span for span in reversed(around) if not span.depth or _is_speech(source.text, span)), None)


def _is_speech(text: str, span: QuotedSpan) -> bool:
    before = text[max(0, span.start - 4) : span.start].rstrip(EDGES + MARKS)[-1:]
    return before in _BEFORE_SPEECH or not text[span.start].islower()


def _may_replace(gap: Gap, skipped: str) -> bool:
    """Whether the words in brackets may stand for the words of the source that they replace."""
    if gap.glued_before:
        ending, _, rest = skipped.partition(" ")
        return not rest.strip(" '.,;:") and len(ending) <= _LONGEST_ENDING and (not ending or ending.isalpha())
    if _bracketed(gap) in skipped and any(map(str.isalnum, skipped.replace(_bracketed(gap), "", 1))):
        return False
    if numbers_in(skipped) - numbers_in(gap.put_in):
        return False
    return len(skipped.split()) <= _MOST_REPLACED and not _SENTENCE_END.search(skipped)


def _bracketed(gap: Gap) -> str:
    """The words put in as the source has them where the brackets are its own: then they stand for nothing else."""
    return f"[{normalise(gap.put_in).words}]"

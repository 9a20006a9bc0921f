"""A quotation with something left out, `[…]`, or put in, `[word]`: its fragments, and whether they may be joined.

Every fragment must stand in the source, in order, in one paragraph and inside the same quotation marks. What is left
out may not hold a negation; what is put in may replace a word or two, and neither add nor remove a negation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .finding import Reason
from .marks import DOUBLE_MARK
from .negation import negations
from .normal import normalise
from .source_text import SourceText
from .whole_words import occurrences

_ELLIPSIS = r"…|\.(?:\s?\.){2,}"
_LEFT_OUT = rf"[\[(]\s*(?:{_ELLIPSIS})\s*[\])]"
_PUT_IN = r"\[(?P<put_in>[^\[\]]{0,120})\]"
_SPLITS = tuple(map(re.compile, (_LEFT_OUT, rf"{_LEFT_OUT}|{_PUT_IN}", rf"{_LEFT_OUT}|{_PUT_IN}|{_ELLIPSIS}")))
_CAPITAL = re.compile(r"(?<!\w)\[(\w)\](?=\w)")
_SENTENCE_END = re.compile(r"[.?!…]['\s)]")
_ENDS = " '.,;:…—"
_LONGEST_REPLACED = 8
_LONGEST_ENDING = 3
_MOST_STARTS = 200
_MOST_PARTS = 60


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the editor's brackets stand, and the words in them ("" for what was left out)."""

    kind: Literal["left out", "put in"]
    words: str = ""
    glued_before: bool = False
    glued_behind: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words of the source, in normal form, and the gaps around them."""

    words: str
    before: Gap | None = None
    behind: Gap | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """How far the fragments of a quotation were found: their ends in normal form, and what keeps them apart."""

    ends: tuple[tuple[int, int], ...]
    reason: Reason = Reason.NONE
    words: str = ""
    """What the reason rests on: the negation, the missing fragment."""


def readings(quote: str) -> Iterator[tuple[Fragment, ...]]:
    """The ways to read a quotation as fragments, the one that takes the fewest signs for the editor's first."""
    quote = _CAPITAL.sub(lambda match: match[1].swapcase(), quote)
    seen: set[tuple[Fragment, ...]] = set()
    for split in _SPLITS:
        fragments = _fragments(quote, split)
        if fragments and fragments not in seen:
            seen.add(fragments)
            yield fragments


def is_edited(quote: str) -> bool:
    """Whether a quotation holds a sign of the editor's hand."""
    return bool(_SPLITS[-1].search(quote))


def join(source: SourceText, fragments: Sequence[Fragment]) -> Joined:
    """Find the fragments in the source, one behind the other; of several failures the one that came furthest."""
    best = Joined((), Reason.DIFFERENT, fragments[0].words)
    if len(fragments) > _MOST_PARTS:
        return best
    starts = _places(source, fragments[0], 0)
    for _, start in zip(range(_MOST_STARTS), starts, strict=False):
        joined = _join_from(source, fragments, start)
        if not joined.reason:
            return joined
        if len(joined.ends) > len(best.ends):
            best = joined
    return best


def _fragments(quote: str, split: re.Pattern[str]) -> tuple[Fragment, ...]:
    gaps: list[Gap] = []
    texts: list[str] = []
    behind = 0
    for match in split.finditer(quote):
        texts.append(quote[behind : match.start()])
        gaps.append(_gap(match))
        behind = match.end()
    texts.append(quote[behind:])
    words = [normalise(text).words.strip(_ENDS) for text in texts]
    around = [None, *gaps, None]
    return tuple(
        Fragment(fragment, around[position], around[position + 1])
        for position, fragment in enumerate(words)
        if fragment
    )


def _gap(match: re.Match[str]) -> Gap:
    before, behind = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    words = match.groupdict().get("put_in")
    if words is None:
        return Gap("left out")
    return Gap("put in", words, before.isalnum(), behind.isalnum())


def _places(source: SourceText, fragment: Fragment, start: int) -> Iterator[int]:
    glued = fragment.behind is not None and fragment.behind.glued_before
    return occurrences(source.normal.words, fragment.words, start, end_may_cut=glued)


def _join_from(source: SourceText, fragments: Sequence[Fragment], start: int) -> Joined:
    ends = [(start, start + len(fragments[0].words))]
    if fault := _edge_fault(source, fragments[0].before, start, before=True):
        return Joined(tuple(ends), *fault)
    for before, fragment in zip(fragments, fragments[1:], strict=False):
        at = next(_places(source, fragment, ends[-1][1]), -1)
        if at < 0:
            anywhere = next(_places(source, fragment, 0), -1) >= 0
            return Joined(tuple(ends), Reason.ORDER if anywhere else Reason.DIFFERENT, fragment.words)
        fault = _fault(source, before.behind or Gap("left out"), ends[-1][1], at)
        ends.append((at, at + len(fragment.words)))
        if fault:
            return Joined(tuple(ends), *fault)
    fault = _edge_fault(source, fragments[-1].behind, ends[-1][1], before=False)
    return Joined(tuple(ends), *(fault or ()))

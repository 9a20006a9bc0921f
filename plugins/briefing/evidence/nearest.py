"""The passage that comes nearest to words the source does not have, for the message; it passes nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ..frozen import frozen
from .finding import DiffOp, Nearest
from .negation import negations
from .normal import NormalText, normalise
from .source_text import SourceText

_WORD = re.compile(r"\S+")
_LONGEST = 200
"""Words compared one by one; of a longer quotation those around the first that differs."""
_BUCKET = 32
_MOST_GRAMS = 40
_SLACK = 6
"""Words looked at before and behind the place the quotation is thought to stand."""
_LEAST_SHARED = 0.34
_LONGEST_SCANNED = 60_000
_RECASED = re.compile(r"\[(\w)\](?=\w)")
_LAST_MARKS = ".,;:'"
_PUNCTUATION = " '.,;:!?…()"


class _Code(NamedTuple):
    """What turns words of the quotation into words of the source."""

    tag: str
    start: int
    end: int
    other_start: int
    other_end: int


@frozen
class _Words:
    """Words of a normal text, each with its ends, and the text it came from."""

    ends: tuple[tuple[int, int], ...]
    normal: NormalText
    text: str

    @property
    def keys(self) -> list[str]:
        """What is aligned: the words without capitals and without the punctuation around them."""
        return [self.normal.words[start:end].strip(_PUNCTUATION).lower() for start, end in self.ends]

    def spelt(self, position: int) -> str:
        start, end = self.ends[position]
        return self.normal.words[start:end]

    def cut(self, first: int, last: int) -> "_Words":
        return _Words(self.ends[first:last], self.normal, self.text)

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.normal.start(self.ends[first][0]), self.normal.end(self.ends[last - 1][1])

    def written(self, first: int, last: int) -> str:
        start, end = self.span(first, last)
        return " ".join(self.text[start:end].split())


def find_nearest(source: SourceText, quote: str) -> Nearest | None:
    """Find the passage that shares the most words with a quotation; None when there is none like it."""
    quoted = _excerpt_of(source, _words_of(normalise(quote), quote))
    if not quoted.ends:
        return None
    start = _likely_start(source.normal.words, quoted)
    return None if start is None else _compare(source, quoted, _window(source, start, quoted))


def compare_with(source: SourceText, quote: str, start: int, end: int) -> Nearest | None:
    """Compare a quotation with one passage, given by its offsets in the source's normal form."""
    quoted = _words_of(normalise(quote), quote).cut(0, _LONGEST)
    return _compare(source, quoted, _words_between(source, start, end).cut(0, 2 * _LONGEST), least=0)


def _words_of(normal: NormalText, text: str) -> _Words:
    return _Words(tuple(match.span() for match in _WORD.finditer(normal.words)), normal, text)


def _words_between(source: SourceText, start: int, end: int) -> _Words:
    matches = _WORD.finditer(source.normal.words, start, end)
    return _Words(tuple(match.span() for match in matches), source.normal, source.text)


def _excerpt_of(source: SourceText, quoted: _Words) -> _Words:
    """Of a long quotation, the words around the first that the source does not have."""
    if len(quoted.ends) <= _LONGEST:
        return quoted
    known, unknown = 0, len(quoted.ends)
    while unknown - known > 1:
        middle = (known + unknown) // 2
        if quoted.normal.words[quoted.ends[0][0] : quoted.ends[middle - 1][1]] in source.normal.words:
            known = middle
        else:
            unknown = middle
    first = max(0, known - _LONGEST // 4)
    return quoted.cut(first, first + _LONGEST // 2)


def _likely_start(text: str, quoted: _Words) -> int | None:
    """Let runs of three words vote for where the quotation begins, then of two, then single long words."""
    for length in (3, 2, 1):
        votes: defaultdict[int, list[int]] = defaultdict(list)
        for words, offset in _grams(quoted, length):
            for at in _first_found(text, words):
                votes[(at - offset) // _BUCKET].append(at - offset)
        if votes:
            fullest = max(votes.values(), key=len)
            return min(fullest)
    return _scanned_start(text, quoted)


def _grams(quoted: _Words, length: int) -> Iterator[tuple[str, int]]:
    ends = quoted.ends
    runs = range(len(ends) - length + 1)
    for first in runs[:: max(1, len(runs) // _MOST_GRAMS)]:
        start, end = ends[first][0], ends[first + length - 1][1]
        if end - start > 3:
            yield quoted.normal.words[start:end], start - ends[0][0]


def _first_found(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    if at >= 0:
        yield at
        again = text.find(words, at + 1)
        if again >= 0:
            yield again


def _scanned_start(text: str, quoted: _Words) -> int | None:
    """Where no word is the same, letters may still be alike."""
    if len(text) > _LONGEST_SCANNED:
        return None
    wanted = quoted.normal.words[quoted.ends[0][0] : quoted.ends[-1][1]].lower()
    from rapidfuzz import fuzz  # most quotations are found, and it takes a while to load

    alignment = fuzz.partial_ratio_alignment(wanted[:_LONGEST], text.lower(), score_cutoff=60)
    return alignment.dest_start if alignment else None


def _window(source: SourceText, start: int, quoted: _Words) -> _Words:
    """The words where the quotation is thought to stand, and a few on either side."""
    length = quoted.ends[-1][1] - quoted.ends[0][0]
    slack = 8 * _SLACK + length // 8
    words = source.normal.words
    first = words.find(" ", max(0, start - slack)) if start > slack else 0
    last = words.find(" ", start + length + slack)
    return _words_between(source, max(0, first), last if last >= 0 else len(words))


def _compare(source: SourceText, quoted: _Words, passage: _Words, least: float = _LEAST_SHARED) -> Nearest | None:
    from rapidfuzz.distance import Levenshtein

    codes = _tightened([_Code(*code) for code in Levenshtein.opcodes(quoted.keys, passage.keys)])
    shared = sum(code.end - code.start for code in codes if code.tag == "equal")
    used = [code for code in codes if code.other_start < code.other_end]
    if not used or shared < least * len(quoted.ends):
        return None
    diff = tuple(_diff(codes, quoted, passage))
    start, end = passage.span(used[0].other_start, used[-1].other_end)
    return Nearest(source.excerpt(start, end), start, end, source.line_at(start), diff, _negation_changed(diff))


def _tightened(codes: list[_Code]) -> list[_Code]:
    """Leave out the source's words before and behind, and let changed words at the ends stand as near as they can."""
    while codes and codes[0].tag == "insert":
        codes = codes[1:]
    while codes and codes[-1].tag == "insert":
        codes = codes[:-1]
    match codes:
        case [*rest, _Code("insert") as gap, _Code("replace") as last]:
            nearer = gap.other_start + last.other_end - last.other_start
            codes = [*rest, last._replace(other_start=gap.other_start, other_end=nearer)]
    match codes:
        case [_Code("replace") as first, _Code("insert") as gap, *rest]:
            nearer = gap.other_end - (first.other_end - first.other_start)
            codes = [first._replace(other_start=nearer, other_end=gap.other_end), *rest]
    return codes


def _diff(codes: Iterable[_Code], quoted: _Words, passage: _Words) -> Iterator[tuple[DiffOp, str]]:
    for code in codes:
        if code.tag == "equal":
            yield from _respelt(code, quoted, passage)
            continue
        if code.start < code.end:
            yield "-", quoted.written(code.start, code.end)
        if code.other_start < code.other_end:
            yield "+", passage.written(code.other_start, code.other_end)


def _respelt(code: _Code, quoted: _Words, passage: _Words) -> Iterator[tuple[DiffOp, str]]:
    """Words that are alike, told apart where their capitals or punctuation differ."""
    pairs = zip(range(code.start, code.end), range(code.other_start, code.other_end), strict=True)
    for same, run in groupby(pairs, key=lambda pair: _spelt_alike(quoted, passage, *pair)):
        ours, theirs = zip(*run, strict=True)
        if not same:
            yield "-", quoted.written(ours[0], ours[-1] + 1)
        yield "=" if same else "+", passage.written(theirs[0], theirs[-1] + 1)


def _spelt_alike(quoted: _Words, passage: _Words, ours: int, theirs: int) -> bool:
    words, others = quoted.spelt(ours), passage.spelt(theirs)
    if ours == 0:
        words, others = words.lstrip("'"), others.lstrip("'")
    if ours == len(quoted.ends) - 1:
        words, others = words.rstrip(_LAST_MARKS), others.rstrip(_LAST_MARKS)
    return words == others


def _negation_changed(diff: tuple[tuple[DiffOp, str], ...]) -> bool:
    ours, theirs = (
        sum(len(negations(_RECASED.sub(r"\1", words))) for op, words in diff if op == side) for side in "-+"
    )
    return ours != theirs

"""The words the prose gives as somebody's: between quotation marks or in a block quote, and what is cited with them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..frozen import frozen
from .quotation_marks import ANY_MARK, between, is_said, pairs_in, plain, unpaired

CREDIT = re.compile(r"\n\s*(?:[—–]|--?)\s*\S[^\n]*\Z")  # a block quote's last line may say whose it is
BLOCK_QUOTE = re.compile(r"^[ ]{0,3}>[^\n]*(?:\n[ \t]*[^\s][^\n]*)*", re.MULTILINE)  # up to a blank line, > or not
QUOTE_MARK = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
LINK_END = r"[^\[\]<\n]{0,300}(?:\][(\[][^)\]\n]{0,999}[)\]]|</a>)"
BEHIND = re.compile(rf"(?:&\w+;)?[.,;:!?…]{{0,9}}(?:{LINK_END})?")  # the mark, punctuation; no number in a link
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)*_]*\s+(?=[^\Wa-z]|[\"“«„‘])|\n\s*\n")
SPACE = re.compile(r"[\s.,;:]*")
LONGEST_SENTENCE = 1000
"""Characters behind a quotation in which a citation may stand beside it."""

Offsets = tuple[int, int]


@frozen
class QuotedWords:
    """Words the prose gives as somebody's: offsets into the file of the words alone."""

    start: int
    end: int
    text: str
    is_block: bool = False
    behind: int = 0
    """Where a number can stand that leads to their source: behind the mark and the punctuation that follows."""
    cited: tuple[int, ...] = ()
    """Which of the prose's citations stand beside them: in the block, or next in the same sentence."""


def read_quoted(
    text: str, raw: str, start: int, citations: Sequence[Offsets]
) -> tuple[tuple[QuotedWords, ...], Iterator[int]]:
    """Find quoted words from `start` on, and the offsets of the marks without a partner.

    `raw` is the text as written, in `text` citations and tags are blank; `citations` are the ends of each, in order.
    """
    found = _blocks(text, raw, start, citations)
    if not ANY_MARK.search(text, start):
        return tuple(found), iter(())
    unblocked = blank(BLOCK_QUOTE, text, start)
    pairs = list(pairs_in(unblocked, start))
    found += _marked(pairs, raw, citations)
    return tuple(sorted(found, key=lambda q: q.start)), unpaired(unblocked, pairs, start)


def blank(pattern: re.Pattern[str], text: str, start: int) -> str:
    """Replace what a pattern finds by spaces, so that offsets stay what they are."""
    return text[:start] + pattern.sub(_spaces, text[start:])


def _spaces(found: re.Match[str]) -> str:
    text = found[0]
    return "\n".join(" " * len(line) for line in text.split("\n")) if "\n" in text else " " * len(text)


def _blocks(text: str, raw: str, start: int, citations: Sequence[Offsets]) -> list[QuotedWords]:
    starts = [first for first, _ in citations]
    found = []
    for m in BLOCK_QUOTE.finditer(text, start):
        words = plain(CREDIT.sub("", QUOTE_MARK.sub("", m[0]).rstrip()))
        inside = tuple(range(bisect_left(starts, m.start()), bisect_left(starts, m.end())))
        end = m.start() + len(raw[m.start() : m.end()].rstrip())
        found.append(QuotedWords(m.start(), m.end(), words, is_block=True, behind=end, cited=inside))
    return found


def _marked(pairs: Iterable[re.Match[str]], raw: str, citations: Sequence[Offsets]) -> list[QuotedWords]:
    starts = [first for first, _ in citations]
    found = []
    for m in pairs:
        if is_said(words := between(m)):
            first = bisect_left(starts, m.end() - 1)
            beside = tuple(_beside(raw, m.end(), citations, first))
            behind = BEHIND.match(raw, m.end() - 1 if raw[m.end() - 1] == "&" else m.end())
            end = behind.end() if behind else m.end()
            found.append(QuotedWords(m.start() + 1, m.end() - 1, plain(words), behind=end, cited=beside))
    return found


def _beside(raw: str, end: int, citations: Sequence[Offsets], first: int) -> Iterator[int]:
    """Yield the next citation when no sentence ends before it, and those that follow it at once."""
    if first == len(citations) or citations[first][0] > end + LONGEST_SENTENCE:
        return
    if SENTENCE_END.search(raw, end - 2, citations[first][0]):
        return
    yield first
    for number, ((_, before), (behind, _)) in enumerate(pairwise(citations[first:]), first + 1):
        if SPACE.fullmatch(raw, before, behind) is None or "\n\n" in raw[before:behind]:
            return
        yield number

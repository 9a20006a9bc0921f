"""What was not understood: listed with its place, so that an editor looks there, and never guessed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .article import Block
from .reading import Reading
from .words import FUNCTION_WORDS

MOST_GAPS = 60
MOST_TIMES = 20
_SHOWN = 32
_BROKEN = re.compile(
    r"(?P<space>(?<=[\w.!?\"”])\s+[.,;](?=\s|$))|(?P<lower>(?<=[a-z]{3})[.!?]\s+(?=[a-z]{2}))"
    r"|(?<=[.!?] )(?P<piece>[A-Z]\w+ (?:and|or) [a-z]+s (?:a|an|any|the|its|his|her|their)\b)"
    r"|\b(?P<twice>(?P<word>[a-z]{4,}?)(?:e|s|es|ed|ing)?\s+(?P=word)(?:e|s|es|ed|ing)?\b)"
)
_SAYS = {
    "space": "a mark stands alone, the sentence may be broken",
    "lower": "a sentence begins with a small letter, it may be broken",
    "piece": "a sentence begins with the end of another, it may be broken",
    "twice": "a word stands twice",
}
_TIME = re.compile(
    r"\b(?:recently|repeatedly|for a long time|(?:for|over|in) (?:the |the last |the past |a few |\w+ )?"
    r"(?:days|weeks|months|years|decades)|a few (?:days|weeks|months|years) ago)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_ENGLISH_SHARE = 0.2
_FEWEST_WORDS = 30


def find_gaps(reading: Reading) -> list[str]:
    """What an editor should look at in the article itself: each a line with its place, in the article's order."""
    source, body = reading.found.article.source, [b for b in reading.found.article.blocks if b.kind == "paragraph"]
    found = [
        (mark.start, f"a quotation mark without a partner, {_near(reading, mark.start)}; quote nothing beside it")
        for mark in source.broken_marks
    ]
    found += [gap for block in body for gap in (*_broken(reading, block), *_figures(reading, block))]
    placed = [f"{reading.where(offset)}: {says}" for offset, says in sorted(found)]
    shown = placed[:MOST_GAPS]
    more = [f"and {len(placed) - len(shown)} more places"] if len(placed) > len(shown) else []
    return [*_of_the_whole(reading), *shown, *more, *_times(reading, body)]


def is_broken(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch, or the place where it ends, has the marks of a broken sentence."""
    return any(match.start() <= end for match in _BROKEN.finditer(reading.text, start, end + _SHOWN))


def _of_the_whole(reading: Reading) -> Iterator[str]:
    if not reading.found.article.imprint.title:
        yield "the article has no title that can be told"
    if not reading.found.article.imprint.date:
        yield "the article does not tell its date: dates without a year are left out (--published DATE gives it)"
    if not reads_as_english(reading.text):
        yield "the article does not read as English, and is read by English rules: little of it will be found"


def reads_as_english(text: str) -> bool:
    """Whether enough of the words are English function words; a text of a few words tells nothing and passes."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return len(words) < _FEWEST_WORDS or sum(w in FUNCTION_WORDS for w in words) >= _ENGLISH_SHARE * len(words)


def _broken(reading: Reading, block: Block) -> Iterator[tuple[int, str]]:
    for match in _BROKEN.finditer(reading.text, block.start, block.end):
        yield match.start(), f"{_SAYS[_kind(match)]}, {_near(reading, match.start())}"


def _kind(match: re.Match[str]) -> str:
    return next(name for name in _SAYS if match[name])


def _figures(reading: Reading, block: Block) -> Iterator[tuple[int, str]]:
    for match in _undated(reading, _FIGURES, block):
        yield match.start(), f"“{match[0]}” can be read in two ways"


def _times(reading: Reading, body: Sequence[Block]) -> Iterator[str]:
    """One line for all words of time that tell no date."""
    found = [match for block in body for match in _undated(reading, _TIME, block)][:MOST_TIMES]
    if found:
        yield "no date is told by " + ", ".join(f"“{m[0]}” ({reading.where(m.start())})" for m in found)


def _undated(reading: Reading, pattern: re.Pattern[str], block: Block) -> Iterator[re.Match[str]]:
    dates = reading.found.dates
    for match in pattern.finditer(reading.text, block.start, block.end):
        before = bisect_left(dates, match.end(), key=lambda date: date.start)
        if not before or dates[before - 1].end <= match.start():
            yield match


def _near(reading: Reading, offset: int) -> str:
    return f"near “{reading.words(max(0, offset - _SHOWN), offset + _SHOWN // 2)}”"

"""Quotation marks in an editor's own text: what stands between them, and the marks that have no partner."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

PAIRED = re.compile(
    r"""
    (?<![^\W_])"([^"“”\n]+(?:\n[^"“”\n]+)*)["”] | “([^“”"]+)["”] | „([^„“”]+)[“”] | «([^«»]+)» | »([^«»]+)«
    | ‹([^‹›]+)› | 「([^「」]+)」 | 『([^『』]+)』 | ＂([^＂]+)＂ | (?<!\w)”(?=\S)([^“”"]+)”
    | <(?:q|blockquote)\b[^>\n]*>([^<]+)</(?:q|blockquote)>
    | ‘([^‘’]+(?:’(?=\w)[^‘’]+)*)’(?!\w) | (?<![\w'])'(?=\S)([^'\n]+(?:'(?=\w)[^'\n]+)*)'(?!\w)
    """,
    re.VERBOSE,
)
MARK = re.compile(r"(?<!\d)[\"”]|[“„«»「」『』＂]")  # a straight mark behind a number is a measure's
ANY_MARK = re.compile("[\"“”„«»‹›「」『』＂‘']|<[qb]")
WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0eff]")  # scripts that need no spaces between words
FORMATTING = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|\[(?![^\[\]]*\])")  # emphasis, and what is left of a link
LEAST_WORDS = 4


def pairs_in(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Yield each mark with its partner from `start` on; tried only where a mark stands, for most text has none."""
    while mark := ANY_MARK.search(text, start):
        pair = PAIRED.match(text, mark.start())
        start = pair.end() if pair else mark.start() + 1
        if pair:
            yield pair


def quoted_in(text: str) -> tuple[str, ...]:
    """Return the words between quotation marks in a text, those of four words or more."""
    return tuple(plain(words) for m in pairs_in(text) if is_said(words := between(m)))


def unpaired_in(text: str) -> Iterator[int]:
    """Yield the offsets of a text's double marks that have no partner."""
    return unpaired(text, pairs_in(text))


def unpaired(text: str, pairs: Iterable[re.Match[str]], start: int = 0) -> Iterator[int]:
    """Yield the offsets of the double marks from `start` on that stand in none of the pairs."""
    at = start
    for pair in pairs:
        yield from (m.start() for m in MARK.finditer(text, at, pair.start()))
        at = pair.end()
    yield from (m.start() for m in MARK.finditer(text, at))


def between(pair: re.Match[str]) -> str:
    """Return the words between a mark and its partner, as they are written."""
    return next(words for words in pair.groups() if words)


def is_said(words: str) -> bool:
    """Tell a quotation from a word set apart: four words or more, two signs of a script without spaces being a word."""
    return len(words.split()) >= LEAST_WORDS or len(WIDE.findall(words)) >= 2 * LEAST_WORDS


def plain(words: str) -> str:
    """Return words as a reader sees them, without Markdown's formatting."""
    return " ".join(FORMATTING.sub("", unescape(words)).split())

"""What the prose cites and quotes, with places; converting it to HTML is the view's work.

``[@source-id]`` cites a source, ``[@source-id "its words"]`` a passage. Words between quotation marks and block
quotes are somebody's words too. Code between backticks is left alone, as the page's Markdown leaves it alone;
fences around several paragraphs are no code to it.
"""

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from posixpath import join, normpath
from urllib.parse import unquote

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..model.source import Passage
from .located_text import LocatedText

TICKS = re.compile(r"(?P<escape>\\?)(?P<run>`+)|\n(?=[ \t]*(?:\n|[-*+>#|]|\d+[.)]))")
CITATION = re.compile(r'\[@(?P<source>[\w.:-]+)(?:\s+["“](?P<exact>(?:(?!\[@).){1,3000}?)["”])?\s*\]', re.DOTALL)
ANY_CITATION = re.compile(r"\[@[^\]\n]{0,80}\]?")
MARKED = re.compile(
    r"""
    "([^"“”\n]+(?:\n[^"“”\n]+)*)["”] | “([^“”"]+)["”] | „([^„“”]+)[“”] | «([^«»]+)» | »([^«»]+)« | ‹([^‹›]+)›
    | 「([^「」]+)」 | 『([^『』]+)』 | <(?:q|blockquote)\b[^>\n]*>([^<]+)</
    | ‘([^‘’]+(?:’(?=\w)[^‘’]+)*)’(?!\w) | (?<![\w'])'(?=\S)([^'\n]+(?:'(?=\w)[^'\n]+)*)'(?!\w)
    """,
    re.VERBOSE,
)
WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0eff]")  # scripts that need no spaces between words
FORMATTING = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|\[(?![^\[\]]*\])")  # emphasis, and what is left of a link
CREDIT = re.compile(r"\n\s*(?:[—–]|--?)\s*\S[^\n]*\Z")  # a block quote's last line may say whose it is
BLOCK_QUOTE = re.compile(r"^[ ]{0,3}>[^\n]*(?:\n[ \t]*[^\s][^\n]*)*", re.MULTILINE)  # up to a blank line, > or not
QUOTE_MARK = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
TAG = re.compile(r"<(?!/?(?:q|blockquote)\b)[^<>\n]*>|\]\((?:(?!\]\()[^)\n])*\)")
INTERNAL_LINK = re.compile(r"[{|](?P<kind>filename|static|attach)[}|](?P<path>[^\s?#)>\"']+)")
NOT_A_LINE_END = re.compile(r"[^\n]")
ENTITY = re.compile("&(?:quot|[lr][ds]quo|laquo|raquo|bdquo|nbsp);")
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in the prose: offsets into the file, and the passage; `exact` is "" for a source as a whole."""

    start: int
    end: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """Words the prose gives as somebody's: offsets into the file of the words alone."""

    start: int
    end: int
    text: str
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a file of the site: offsets into the file, and the path below the content folder it means."""

    start: int
    end: int
    kind: str
    """``filename``, ``static`` or ``attach``, as Pelican has them."""
    target: str


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of a file from `start` on, in Markdown, with what it cites and quotes, in order."""

    file: LocatedText
    start: int
    citations: tuple[Citation, ...] = ()
    quoted: tuple[QuotedWords, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def markdown(self) -> str:
        """The Markdown text itself."""
        return self.file.text[self.start :]

    @property
    def reading_text(self) -> str:
        """The text without its citations."""
        starts = [*(c.start for c in self.citations), len(self.file.text)]
        ends = [self.start, *(c.end for c in self.citations)]
        return "".join(self.file.text[end:start] for end, start in zip(ends, starts, strict=True))


def read_prose(file: LocatedText, start: int, folder: str = "") -> tuple[Prose, Diagnostics]:
    """Find citations, quoted words and links in the prose that begins at an offset; `folder` is the file's own."""
    text = _without_code(file.text, start)
    citations = tuple(
        Citation(m.start(), m.end(), Passage(source=m["source"], exact=_joined(m["exact"] or "")))
        for m in CITATION.finditer(text, start)
    )
    unread = _blank(CITATION, text, start)
    diagnostics = tuple(_unreadable(file, m) for m in ANY_CITATION.finditer(unread, start))
    links = tuple(
        Link(m.start(), m.end(), m["kind"], content_path(folder, m["path"]))
        for m in INTERNAL_LINK.finditer(text, start)
    )
    quoted = _quoted(_blank(TAG, _with_marks(unread, start), start), start)
    return Prose(file, start, citations, quoted, links), diagnostics


def quoted_in(text: str) -> tuple[str, ...]:
    """Return the words between quotation marks in a text, those of four words or more."""
    return tuple(_plain(words) for m in MARKED.finditer(text) if _is_said(words := _first(m)))


def content_path(folder: str, path: str) -> str:
    """Return the path below the content folder that a path in a file of a folder means; ``/`` begins at content."""
    path = unquote(unescape(path))
    return normpath(path.lstrip("/") if path.startswith("/") else join(folder, path))


def _quoted(text: str, start: int) -> tuple[QuotedWords, ...]:
    blocks = [
        QuotedWords(m.start(), m.end(), _plain(CREDIT.sub("", QUOTE_MARK.sub("", m[0]).rstrip())), is_block=True)
        for m in BLOCK_QUOTE.finditer(text, start)
    ]
    marked = [
        QuotedWords(m.start() + 1, m.end() - 1, _plain(words))
        for m in MARKED.finditer(_blank(BLOCK_QUOTE, text, start), start)
        if _is_said(words := _first(m))
    ]
    return tuple(sorted(blocks + marked, key=lambda q: q.start))


def _first(match: re.Match[str]) -> str:
    return next(words for words in match.groups() if words)


def _is_said(words: str) -> bool:
    """Tell a quotation from a word set apart: four words or more, two signs of a script without spaces being a word."""
    return len(words.split()) >= LEAST_WORDS or len(WIDE.findall(words)) >= 2 * LEAST_WORDS


def _plain(words: str) -> str:
    """Return words as a reader sees them, without Markdown's formatting."""
    return _joined(FORMATTING.sub("", unescape(words)))


def _with_marks(text: str, start: int) -> str:
    """Bring quotation marks written as HTML entities in as marks, the length kept."""
    if "&" not in text:
        return text
    return text[:start] + ENTITY.sub(lambda m: unescape(m[0]) + " " * (len(m[0]) - 1), text[start:])


def _without_code(text: str, start: int) -> str:
    """Replace code between equal runs of backticks in one block by spaces; a run without an equal one is text."""
    runs: list[tuple[int, int, bool]] = []
    equal: dict[tuple[int, int], list[int]] = {}
    block = 0
    for m in TICKS.finditer(text, start) if "`" in text else ():
        block += m["run"] is None
        if m["run"]:
            equal.setdefault((block, len(m["run"])), []).append(len(runs))
            runs.append((m.start("run"), m.end(), not m["escape"]))
    closing = {opened: closed for places in equal.values() for opened, closed in pairwise(places)}
    pieces, at, free = [], 0, 0
    for i, (begin, _, opens) in enumerate(runs):
        if opens and i >= free and i in closing:
            end = runs[closing[i]][1]
            pieces += [text[at:begin], NOT_A_LINE_END.sub(" ", text[begin:end])]
            at, free = end, closing[i] + 1
    return "".join(pieces) + text[at:]


def _blank(pattern: re.Pattern[str], text: str, start: int) -> str:
    """Replace what a pattern finds by spaces, so that offsets stay what they are."""
    return text[:start] + pattern.sub(lambda m: "\n".join(" " * len(line) for line in m[0].split("\n")), text[start:])


def _joined(words: str) -> str:
    return " ".join(words.split())


def _unreadable(file: LocatedText, found: re.Match[str]) -> Diagnostic:
    example = 'write [@source-id] or [@source-id "its words"]'
    return Diagnostic(Code.BAD_CITATION, "this citation cannot be read", file.span(found.start(), found.end()), example)

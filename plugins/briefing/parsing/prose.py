"""What the prose cites and quotes, with places; converting it to HTML is the view's work.

``[@source-id]`` cites a source, ``[@source-id "its words"]`` a passage. Words between quotation marks and block
quotes are somebody's words too. Code between backticks is left alone, as the page's Markdown leaves it alone;
fences around several paragraphs are no code to it.
"""

import re
from html import unescape
from itertools import islice, pairwise

from ..diagnostics import MOST_LINES, Code, Diagnostic, Diagnostics, Severity
from ..frozen import frozen
from ..model.source import Passage
from .addresses import Address, content_path, read_addresses
from .located_text import LocatedText
from .quoted_words import QuotedWords, blank, read_quoted
from .unseen import explain_unseen, find_unseen

TICKS = re.compile(r"(?P<escape>\\?)(?P<run>`+)|\n(?=[ \t]*(?:\n|[-*+>#|]|\d+[.)]))")
EXACT = r'(?:[^\["”]{1,3000}+|\[(?!@)|["”](?!\s*\])){1,99}'
CITATION = re.compile(rf'\[@(?P<source>[\w.:-]+)(?:\s+["“](?P<exact>{EXACT})["”])?\s*\]')
ANY_CITATION = re.compile(r"\[@[^\]\n]{0,80}\]?")
TAG = re.compile(r"<(?!/?(?:q|blockquote)\b)[^<>\n]*>|\]\((?:(?!\]\()[^)\n])*\)")
INTERNAL_LINK = re.compile(r"[{|](?P<kind>filename|static|attach)[}|](?P<path>[^\s?#)>\"']+)")
LARGEST_PROSE = 250_000  # characters; a long briefing has 20,000, a short novel as many
MOST_TAGS = 10_000  # of HTML in the prose: what is nested without end costs the square of its depth
HTML_TAG = re.compile("<[A-Za-z]")
NOT_A_LINE_END = re.compile(r"[^\n]")
ENTITY = re.compile("&(?:quot|[lr][ds]quo|laquo|raquo|bdquo|nbsp);")
UNPAIRED = "this quotation mark has no partner, so the words it sets apart are not checked"
UNPAIRED_HELP = "close the quotation in the same paragraph; each paragraph of a longer one has marks of its own"


@frozen
class Citation:
    """A citation in the prose: offsets into the file, and the passage; `exact` is "" for a source as a whole."""

    start: int
    end: int
    passage: Passage


@frozen
class Link:
    """A link to a file of the site: offsets into the file, and the path below the content folder it means."""

    start: int
    end: int
    kind: str
    """``filename``, ``static`` or ``attach``, as Pelican has them."""
    target: str


@frozen
class Prose:
    """The prose of a file from `start` on, in Markdown, with what it cites and quotes, in order."""

    file: LocatedText
    start: int
    citations: tuple[Citation, ...] = ()
    quoted: tuple[QuotedWords, ...] = ()
    links: tuple[Link, ...] = ()
    addresses: tuple[Address, ...] = ()

    @property
    def markdown(self) -> str:
        """The Markdown text itself."""
        return self.file.text[self.start :]

    def sources_beside(self, words: QuotedWords) -> tuple[str, ...]:
        """The sources cited beside quoted words: there they are to be found."""
        return tuple(dict.fromkeys(self.citations[n].passage.source for n in words.cited))

    def passage_of(self, words: QuotedWords) -> Passage:
        """Quoted words as a passage of the source cited beside them; its id is "" where that is not one."""
        sources = self.sources_beside(words)
        return Passage(source=sources[0] if len(sources) == 1 else "", exact=words.text)

    @property
    def reading_text(self) -> str:
        """The text without its citations."""
        starts = [*(c.start for c in self.citations), len(self.file.text)]
        ends = [self.start, *(c.end for c in self.citations)]
        return "".join(self.file.text[end:start] for end, start in zip(ends, starts, strict=True))


def read_prose(file: LocatedText, start: int, folder: str = "") -> tuple[Prose, Diagnostics]:
    """Find citations, quoted words and links in the prose that begins at an offset; `folder` is the file's own."""
    if excess := _excess(file, start):
        return Prose(file, len(file.text)), (excess,)
    text = without_code(file.text, start)
    citations = tuple(
        Citation(m.start(), m.end(), Passage(source=m["source"], exact=_joined(m["exact"] or "")))
        for m in CITATION.finditer(text, start)
    )
    unread = blank(CITATION, text, start) if citations else text
    is_read = unread.find("[@", start) < 0
    diagnostics: Diagnostics = (
        () if is_read else tuple(_unreadable(file, m) for m in ANY_CITATION.finditer(unread, start))
    )
    if (hidden := find_unseen(file.text[start:])) >= 0:
        diagnostics += (explain_unseen(file, start + hidden, len(file.text), file.text[start + hidden]),)
    links = tuple(
        Link(m.start(), m.end(), m["kind"], content_path(folder, m["path"]))
        for m in INTERNAL_LINK.finditer(text, start)
    )
    read = _with_marks(unread if is_read else blank(ANY_CITATION, unread, start), start)
    read = blank(TAG, read, start) if "<" in read or "](" in read else read
    quoted, unpaired = read_quoted(read, text, start, [(c.start, c.end) for c in citations])
    diagnostics += tuple(_unpaired(file, at) for at in islice(unpaired, MOST_LINES))
    return Prose(file, start, citations, quoted, links, tuple(read_addresses(text, start))), diagnostics


def _excess(file: LocatedText, start: int) -> Diagnostic | None:
    """Return what is wrong with prose that no page could hold."""
    length = len(file.text) - start
    if length > LARGEST_PROSE:
        message = f"there are {length:,} characters of prose; at most {LARGEST_PROSE:,} are read"
        return Diagnostic(Code.FILE_TOO_LARGE, message, file.span(start), "no briefing is so long; is it another file?")
    tags = sum(1 for _ in HTML_TAG.finditer(file.text, start))
    if tags > MOST_TAGS:
        message = f"there are {tags:,} HTML tags in the prose; at most {MOST_TAGS:,} are read"
        return Diagnostic(Code.FILE_TOO_LARGE, message, file.span(start), "write it in Markdown")
    return None


def _with_marks(text: str, start: int) -> str:
    """Bring quotation marks written as HTML entities in as marks, the length kept."""
    if "&" not in text:
        return text
    return text[:start] + ENTITY.sub(lambda m: unescape(m[0]) + " " * (len(m[0]) - 1), text[start:])


def without_code(text: str, start: int) -> str:
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


def _joined(words: str) -> str:
    return " ".join(words.split())


def _unpaired(file: LocatedText, at: int) -> Diagnostic:
    """Return a warning for a quotation mark without a partner: what it sets apart cannot be looked for."""
    return Diagnostic(Code.UNPAIRED_MARK, UNPAIRED, file.span(at), UNPAIRED_HELP, Severity.WARNING)


def _unreadable(file: LocatedText, found: re.Match[str]) -> Diagnostic:
    example = 'write [@source-id] or [@source-id "its words"]'
    return Diagnostic(Code.BAD_CITATION, "this citation cannot be read", file.span(found.start(), found.end()), example)

"""The prose: Markdown converted, citations numbered in place, quotations set where the editor quoted them."""

import re
from collections.abc import Callable
from html import unescape

from ..model.source import Passage
from ..parsing.resolve import Resolved
from . import markup
from .values import CitationView, Html, Prose, QuotationView, StoryBlock

MARKER = re.compile("\ue000(\\d+)\ue001")
FORGED = re.compile("[\ue000\ue001]|&#(?:0*5734[45]|x0*e00[01])(?![0-9a-f]);?", re.IGNORECASE)
BLOCK_QUOTE = re.compile(r"<blockquote>((?:(?!<blockquote>).)*?)</blockquote>\n?", re.DOTALL)

Convert = Callable[[str], str]
"""From Markdown to HTML."""


def show_story(
    resolved: Resolved,
    html: str,
    cite: Callable[[Passage], CitationView],
    quotation: Callable[[int], QuotationView],
) -> tuple[tuple[StoryBlock, ...], frozenset[int]]:
    """Return the blocks of the story in order, and which of the briefing's quotations stand in it.

    `html` is the prose as `story_html` made it; `cite` and `quotation` are called in page order, so that passages
    are numbered as a reader meets them.
    """
    known = {folded(q.quote): i for i, q in enumerate(resolved.briefing.quotations)}
    citations = resolved.manuscript.prose.citations
    blocks: list[StoryBlock] = []
    placed: set[int] = set()
    at = 0

    def prose(piece: str) -> None:
        if piece.strip():
            blocks.append(StoryBlock(prose=_prose(piece, lambda n: cite(citations[n].passage))))

    for found in BLOCK_QUOTE.finditer(html):
        index = known.get(folded(unescape(re.sub(r"<[^>]+>", " ", MARKER.sub("", found[1])))))
        if index is None:
            continue
        prose(html[at : found.start()])
        blocks.append(StoryBlock(quotation=quotation(index)))
        placed.add(index)
        at = found.end()
    prose(html[at:])
    return tuple(blocks), frozenset(placed)


def story_html(resolved: Resolved, convert: Convert, token: str, smart: bool) -> str:
    """Return the prose as sanitised HTML in which each citation is a marker, and each link into the site a hole."""
    numbers = {link.target: number for number, link in reversed([*enumerate(resolved.manuscript.prose.links)])}
    resolve = markup.link_resolver(_folder(resolved), token, numbers)
    html = markup.sanitise(convert(_marked(resolved)), resolve)
    html = Html(markup.with_anchors(html))
    return markup.smarten_html(html) if smart else html


def folded(text: str) -> str:
    """Return only the letters and digits of a text, to tell whether two are the same words."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def reading_minutes(resolved: Resolved) -> int:
    """Return how long the page takes to read at 230 words a minute, at least one minute."""
    b = resolved.briefing
    texts = [resolved.manuscript.prose.reading_text, b.summary, b.why_it_matters]
    texts += [k.text for k in b.key_points] + [f"{e.title} {e.text}" for e in b.timeline]
    texts += [p.text or p.quote for v in b.views for p in v.points]
    return max(1, round(sum(len(t.split()) for t in texts) / 230))


def _folder(resolved: Resolved) -> str:
    return resolved.manuscript.path.rpartition("/")[0]


def _marked(resolved: Resolved) -> str:
    """Return the Markdown with each citation replaced by a marker that Markdown passes on."""
    prose = resolved.manuscript.prose
    text, pieces, at = prose.file.text, [], prose.start
    for number, citation in enumerate(prose.citations):
        pieces += [_plain(text[at : citation.start]).rstrip(" "), f"\ue000{number}\ue001"]
        at = citation.end
    return "".join([*pieces, _plain(text[at:])])


def _plain(text: str) -> str:
    """Return a text without markers of its own, written out or as character references."""
    return FORGED.sub("\ufffd", text)


def _prose(html: str, cite: Callable[[int], CitationView]) -> Prose:
    pieces = MARKER.split(html)
    parts = [cite(int(piece)) if i % 2 else Html(piece) for i, piece in enumerate(pieces)]
    return tuple(p for p in parts if p != "")

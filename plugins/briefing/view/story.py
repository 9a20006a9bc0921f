"""The prose: Markdown converted, citations numbered in place, quotations set where the editor quoted them."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import unescape

from ..frozen import frozen, replace
from ..model.source import Passage
from ..parsing.resolve import Resolved
from . import markup
from .citations import contains, folded
from .mentions import MARKER, Mention
from .site import Site
from .values import CitationView, Html, Prose, QuotationView, StoryBlock

FORGED = re.compile("[\ue000\ue001]|&#(?:0*5734[45]|x0*e00[01])(?![0-9a-f]);?", re.IGNORECASE)
BLOCK_QUOTE = re.compile(r"<blockquote>((?:(?!<blockquote>).)*?)</blockquote>\n?", re.DOTALL)

UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Letters of scripts without spaces: kana, Han, Thai."""


@frozen
class Mark:
    """Where a number stands in the prose: in the place of a citation, or behind quoted words that have none.

    `quoted` are the words it stands behind, where it leads to them.
    """

    start: int
    end: int
    passage: Passage
    quoted: Passage | None = None

    @property
    def is_written(self) -> bool:
        """Whether the editor wrote a citation here."""
        return self.start < self.end


def marks_of(resolved: Resolved) -> tuple[Mark, ...]:
    """Return every number of the prose in its order: each citation, and each quotation that no citation leads to."""
    prose = resolved.manuscript.prose
    marks = {n: Mark(c.start, c.end, c.passage) for n, c in enumerate(prose.citations)}
    added = []
    for words in reversed(prose.quoted):
        passage, free = prose.passage_of(words), [n for n in words.cited if not marks[n].quoted]
        holding = next((n for n in free if contains(marks[n].passage.exact, passage.exact)), None)
        bare = next((n for n in free if not marks[n].passage.exact), None)
        if holding is not None:
            marks[holding] = replace(marks[holding], quoted=passage)
        elif bare is not None and passage.source:
            marks[bare] = replace(marks[bare], passage=passage, quoted=passage)
        else:
            added.append(Mark(words.behind, words.behind, passage, passage))
    return tuple(sorted([*marks.values(), *added], key=lambda mark: (mark.start, mark.end)))


def show_story(
    resolved: Resolved,
    html: str,
    marks: Sequence[Mark],
    cite: Callable[[Mark], CitationView],
    quotation: Callable[[int, tuple[Passage, ...]], QuotationView],
    mentions: Sequence[Mention] = (),
) -> tuple[tuple[StoryBlock, ...], frozenset[int]]:
    """Return the blocks of the story in order, and which of the briefing's quotations stand in it.

    `html` is the prose as `story_html` made it with the same marks; `cite` and `quotation`, which is given what the
    block quote cites, are called in page order, so that passages are numbered as a reader meets them. `mentions` are
    numbered behind the marks.
    """
    known = {folded(q.quote): i for i, q in enumerate(resolved.briefing.quotations)}
    blocks: list[StoryBlock] = []
    placed: set[int] = set()
    at = 0

    def part(number: int) -> CitationView | Mention:
        return cite(marks[number]) if number < len(marks) else mentions[number - len(marks)]

    def prose(piece: str) -> None:
        if piece.strip():
            blocks.append(StoryBlock(prose=_prose(piece, part)))

    for found in BLOCK_QUOTE.finditer(html):
        index = known.get(folded(unescape(re.sub(r"<[^>]+>", " ", MARKER.sub("", found[1])))))
        if index is None:
            continue
        prose(html[at : found.start()])
        cited = (marks[int(number)] for number in MARKER.findall(found[1]))
        blocks.append(StoryBlock(quotation=quotation(index, tuple(m.passage for m in cited if m.is_written))))
        placed.add(index)
        at = found.end()
    prose(html[at:])
    return tuple(blocks), frozenset(placed)


def story_html(resolved: Resolved, marks: Iterable[Mark], site: Site, token: str, smart: bool) -> str:
    """Return the prose as sanitised HTML in which each citation is a marker, and each link into the site a hole."""
    numbers = {link.target: number for number, link in reversed([*enumerate(resolved.manuscript.prose.links)])}
    resolve = markup.link_resolver(_folder(resolved), token, numbers)
    html = markup.sanitise(site.convert(_marked(resolved, marks)), resolve, site.html)
    html = Html(markup.with_anchors(html))
    return Html(markup.typeset_html(html, markup.typeset if smart else markup.fit))


def reading_minutes(resolved: Resolved) -> int:
    """Return how long the page takes to read at 230 words a minute, at least one minute.

    Where words are not set apart, as in Japanese, two letters and a half count as a word: some 575 a minute.
    """
    b = resolved.briefing
    texts = [resolved.manuscript.prose.reading_text, b.summary, b.why_it_matters]
    texts += [k.text for k in b.key_points] + [f"{e.title} {e.text}" for e in b.timeline]
    texts += [p.text or p.quote for v in b.views for p in v.points]
    return max(1, round(sum(map(_words, texts)) / 230))


def _words(text: str) -> float:
    unspaced = len(UNSPACED.findall(text))
    return len(UNSPACED.sub(" ", text).split()) + unspaced / 2.5 if unspaced else len(text.split())


def _folder(resolved: Resolved) -> str:
    return resolved.manuscript.path.rpartition("/")[0]


def _marked(resolved: Resolved, marks: Iterable[Mark]) -> str:
    """Return the Markdown with a marker, which Markdown passes on, for each number."""
    prose = resolved.manuscript.prose
    text, pieces, at = prose.file.text, [], prose.start
    for number, mark in enumerate(marks):
        pieces += [_plain(text[at : mark.start]).rstrip(" "), f"\ue000{number}\ue001"]
        at = mark.end
    return "".join([*pieces, _plain(text[at:])])


def _plain(text: str) -> str:
    """Return a text without markers of its own, written out or as character references."""
    return FORGED.sub("\ufffd", text)


def _prose(html: str, part: Callable[[int], CitationView | Mention]) -> Prose:
    pieces = MARKER.split(html)
    parts = [part(int(piece)) if i % 2 else Html(piece) for i, piece in enumerate(pieces)]
    return tuple(p for p in parts if p != "")

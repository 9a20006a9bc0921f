"""Every place where a briefing gives somebody's words: which words, of which source, whose, and where they stand."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Literal

from ..diagnostics import Span
from ..frozen import frozen
from ..model.source import Passage
from ..parsing.located_yaml import Step
from ..parsing.quotation_marks import quoted_in
from ..parsing.resolve import Resolved, quoted_passage
from .texts import texts_with_marks

Kind = Literal["passage", "quote", "citation", "prose"]
"""A passage of the front matter, a quotation of it, a passage the prose cites, words between marks."""


@frozen
class Claim:
    """Words said to be a source's own. `speaker` is an actor's id or a name, for a `quote`.

    Where `passage.source` is "" the words may stand in any source of the briefing, or in any of `among`.
    """

    passage: Passage
    kind: Kind
    find_span: Callable[[], Span]
    """Finds where the words stand: only what is wrong needs it."""
    speaker: str = ""
    among: tuple[str, ...] = ()
    """The sources cited beside words of the prose."""
    within: tuple[Passage, ...] = ()
    """Passages given with the words: of several places the words are meant where one of these stands."""

    @property
    def span(self) -> Span:
        """Where the words stand in the briefing's file."""
        return self.find_span()


def claims_of(resolved: Resolved) -> Iterator[Claim]:
    """Yield everything a briefing claims to be somebody's words, front matter first."""
    b = resolved.briefing
    for field, items in (("key_points", b.key_points), ("timeline", b.timeline), ("watch", b.watch)):
        yield from _passages(resolved, items, field)
    for i, view in enumerate(b.views):
        yield from _passages(resolved, view.points, "views", i, "points")
        yield from _quotes(resolved, [(view.expert, p) for p in view.points], "views", i, "points")
    yield from _passages(resolved, b.quotations, "quotations")
    yield from _quotes(resolved, [(q.speaker, q) for q in b.quotations], "quotations")
    yield from _quoted_in_texts(resolved)
    yield from _prose(resolved)


def _quoted_in_texts(resolved: Resolved) -> Iterator[Claim]:
    """Yield what the editor's own texts in the front matter give between quotation marks."""
    for steps, text in texts_with_marks(resolved):
        for words in quoted_in(text):
            yield Claim(Passage(exact=words), "prose", partial(resolved.manuscript.fields.at, *steps))


def _passages(resolved: Resolved, items: Iterable[Any], *field: Step) -> Iterator[Claim]:
    fields = resolved.manuscript.fields
    for i, item in enumerate(items):
        for j, passage in enumerate(item.passage):
            if fields.is_whole(*field, i, "passage", j):
                yield Claim(passage, "passage", partial(fields.at, *field, i, "passage", j, "exact"))


def _quotes(resolved: Resolved, said: Iterable[tuple[str, Any]], *field: Step) -> Iterator[Claim]:
    fields = resolved.manuscript.fields
    for i, (speaker, item) in enumerate(said):
        if item.quote and fields.is_whole(*field, i, "passage"):
            span = partial(fields.at, *field, i, "quote")
            passage = quoted_passage(resolved, item.quote, item.passage)
            yield Claim(passage, "quote", span, speaker, within=tuple(p for p in item.passage if p != passage))


def _prose(resolved: Resolved) -> Iterator[Claim]:
    prose = resolved.manuscript.prose
    for citation in prose.citations:
        if citation.passage.exact:
            yield Claim(citation.passage, "citation", partial(prose.file.span, citation.start, citation.end))
    for words in prose.quoted:
        span = partial(prose.file.span, words.start, words.end)
        beside = tuple(prose.citations[n].passage for n in words.cited)
        cited = tuple(p for p in beside if p.exact)
        yield Claim(prose.passage_of(words), "prose", span, among=prose.sources_beside(words), within=cited)

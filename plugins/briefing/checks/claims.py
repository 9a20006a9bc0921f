"""Every place where a briefing gives somebody's words: which words, of which source, whose, and where they stand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..diagnostics import Span
from ..model.source import Passage
from ..parsing.located_yaml import Step
from ..parsing.prose import quoted_in
from ..parsing.resolve import Resolved, quoted_passage

Kind = Literal["passage", "quote", "prose"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Words said to be a source's own. `speaker` is an actor's id or a name, for a `quote`.

    The words in quotation marks of the prose name no source: there `passage.source` is "", and any will do.
    """

    passage: Passage
    kind: Kind
    span: Span
    speaker: str = ""


SINGLE_TEXTS = ("title", "summary", "why_it_matters", "backstory")
LISTED_TEXTS: Mapping[str, tuple[str, ...]] = {
    "key_points": ("text",),
    "actors": ("note",),
    "timeline": ("title", "text"),
    "views": ("headline",),
    "questions": ("text",),
    "missing_voices": ("who", "why"),
    "quotations": ("occasion",),
    "watch": ("text", "outcome"),
    "updates": ("text",),
    "glossary": ("definition",),
}
"""The fields in which an editor writes sentences."""


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
    yield from _texts(resolved)
    yield from _prose(resolved)


def _texts(resolved: Resolved) -> Iterator[Claim]:
    """Yield what the editor's own texts in the front matter give between quotation marks."""
    b = resolved.briefing
    texts: list[tuple[tuple[Step, ...], str]] = [((name,), getattr(b, name)) for name in SINGLE_TEXTS]
    texts += [(("limits", i), text) for i, text in enumerate(b.limits)]
    for field, names in LISTED_TEXTS.items():
        texts += [((field, i, n), getattr(item, n)) for i, item in enumerate(getattr(b, field)) for n in names]
    texts += [
        (("views", i, "points", j, "text"), p.text) for i, v in enumerate(b.views) for j, p in enumerate(v.points)
    ]
    for steps, text in texts:
        for words in quoted_in(text):
            yield Claim(Passage(exact=words), "prose", resolved.manuscript.fields.at(*steps))


def _passages(resolved: Resolved, items: Iterable[Any], *field: Step) -> Iterator[Claim]:
    for i, item in enumerate(items):
        for j, passage in enumerate(item.passage):
            yield Claim(passage, "passage", resolved.manuscript.fields.at(*field, i, "passage", j, "exact"))


def _quotes(resolved: Resolved, said: Iterable[tuple[str, Any]], *field: Step) -> Iterator[Claim]:
    for i, (speaker, item) in enumerate(said):
        if item.quote:
            span = resolved.manuscript.fields.at(*field, i, "quote")
            yield Claim(quoted_passage(resolved, item.quote, item.passage), "quote", span, speaker)


def _prose(resolved: Resolved) -> Iterator[Claim]:
    prose = resolved.manuscript.prose
    for citation in prose.citations:
        if citation.passage.exact:
            yield Claim(citation.passage, "passage", prose.file.span(citation.start, citation.end))
    for words in prose.quoted:
        yield Claim(Passage(exact=words.text), "prose", prose.file.span(words.start, words.end))

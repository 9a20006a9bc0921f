"""The page of a source whose text may be shown: every cited passage marked and linked back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..evidence.source_text import SourceText
from ..model.source import Source
from .citations import place_anchor
from .site import direction
from .sources import source_details
from .values import CitedIn, LinkView, MarkedText, SavedSourceView


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage of a source as a briefing cites it: offsets in characters of the text, and the briefing."""

    start: int
    end: int
    briefing: LinkView


def show_saved_source(source: Source, text: SourceText, cited: Iterable[Cited], locale: str) -> SavedSourceView:
    """Return the whole text of a source with what is cited from it."""
    passages = sorted(set(cited), key=lambda c: (c.start, c.end, c.briefing.url))
    links = dict.fromkeys(c.briefing for c in passages)
    numbers = {link: CitedIn(number, link) for number, link in enumerate(links, 1)}
    lang = source.lang or locale
    return SavedSourceView(
        title=source.title or source.id,
        details=source_details(source, locale),
        lang=lang,
        dir=direction(lang),
        url=source.url,
        quality=source.quality,
        paragraphs=tuple(_marked(text.text, p.start, p.end, passages, numbers) for p in text.paragraphs),
        cited_in=tuple(numbers.values()),
    )


def _marked(
    text: str, start: int, end: int, passages: Sequence[Cited], numbers: Mapping[LinkView, CitedIn]
) -> tuple[MarkedText, ...]:
    """Cut a paragraph wherever a passage begins or ends; passages may overlap."""
    here = [p for p in passages if p.start < end and p.end > start]
    cuts = sorted({start, end, *(max(start, p.start) for p in here), *(min(end, p.end) for p in here)})
    return tuple(_stretch(text, a, b, here, numbers) for a, b in pairwise(cuts))


def _stretch(
    text: str, start: int, end: int, passages: Sequence[Cited], numbers: Mapping[LinkView, CitedIn]
) -> MarkedText:
    around = [p for p in passages if p.start <= start and end <= p.end]
    return MarkedText(
        text=text[start:end],
        is_cited=bool(around),
        anchors=tuple(dict.fromkeys(place_anchor(p.start, p.end) for p in around if p.start == start)),
        cited_in=tuple(dict.fromkeys(numbers[p.briefing] for p in around if p.end == end)),
    )

"""The page of a source whose text may be shown: every cited passage marked and linked back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..evidence.source_text import SourceText
from ..frozen import frozen, replace
from ..model.source import Source
from ..parsing.unseen import seen
from .citations import place_anchor
from .fiction import marked
from .site import direction
from .sources import source_details
from .values import BriefingView, CitedIn, LinkView, MarkedText, SavedSourceView


@frozen
class Cited:
    """A passage of a source, or a fragment of one, as a briefing cites it: offsets in characters of the text."""

    start: int
    end: int
    briefing: LinkView
    anchor: str = ""
    """The passage's own, where it begins here."""
    use: str = ""
    """Where the briefing first uses it, ``#cite-3-1``, where it ends here."""


def cited_in(view: BriefingView, source_id: str, lang: str = "") -> Iterator[Cited]:
    """Yield what a briefing's page cites from a source, an edited passage fragment by fragment.

    `lang` is the briefing's where it is not the site's.
    """
    briefing = LinkView(view.title, view.url, lang)
    passages = (p for s in view.sources if s.id == f"source-{source_id}" for p in s.passages if p.places)
    for p in passages:
        anchor, use = place_anchor(p.places[0][0], p.places[-1][1]), p.uses[0].url if p.uses else ""
        for number, (start, end) in enumerate(p.places, 1):
            yield Cited(start, end, briefing, anchor * (number == 1), use * (number == len(p.places)))


def show_saved_source(source: Source, text: SourceText, cited: Iterable[Cited], locale: str) -> SavedSourceView:
    """Return the whole text of a source with what is cited from it, briefings in the site's language first."""
    passages = sorted(set(cited), key=lambda c: (c.start, c.end, bool(c.briefing.lang), c.briefing.url, c.use))
    links = dict.fromkeys(c.briefing for c in passages)
    numbers = {link: number for number, link in enumerate(links, 1)}
    lang = source.lang or locale
    return SavedSourceView(
        title=marked(source.title or source.id, source.fiction, lang),
        details=source_details(source, locale),
        lang=lang,
        dir=direction(lang),
        url=source.url,
        quality=source.quality,
        paragraphs=tuple(_marked(text.text, p.start, p.end, passages, numbers) for p in text.paragraphs),
        fiction=source.fiction,
        cited_in=tuple(CitedIn(number, link) for link, number in numbers.items()),
    )


def _marked(
    text: str, start: int, end: int, passages: Sequence[Cited], numbers: Mapping[LinkView, int]
) -> tuple[MarkedText, ...]:
    """Cut a paragraph wherever a passage begins or ends; passages may overlap."""
    here = _run_on(text, [p for p in passages if p.start < end and p.end > start])
    cuts = sorted({start, end, *(max(start, p.start) for p in here), *(min(end, p.end) for p in here)})
    return tuple(_stretch(text, a, b, here, numbers) for a, b in pairwise(cuts))


def _run_on(text: str, passages: Sequence[Cited]) -> list[Cited]:
    """Let a passage end with a longer one where no word lies between: one number stands behind both."""
    ends = sorted({p.end for p in passages})
    later: dict[int, int] = {}
    for end, longer in reversed(list(pairwise(ends))):
        if not any(map(str.isalnum, text[end:longer])):
            later[end] = later.get(longer, longer)
    return [replace(p, end=later.get(p.end, p.end)) for p in passages]


def _stretch(text: str, start: int, end: int, passages: Sequence[Cited], numbers: Mapping[LinkView, int]) -> MarkedText:
    around = [p for p in passages if p.start <= start and end <= p.end]
    ending = {numbers[p.briefing]: _place(p) for p in reversed(around) if p.end == end and p.use}
    return MarkedText(
        text=seen(text[start:end]),
        is_cited=bool(around),
        anchors=tuple(dict.fromkeys(p.anchor for p in around if p.start == start and p.anchor)),
        cited_in=tuple(CitedIn(number, place) for number, place in sorted(ending.items())),
    )


def _place(cited: Cited) -> LinkView:
    """Return the place in the briefing where a passage is used."""
    return replace(cited.briefing, url=cited.briefing.url + cited.use)

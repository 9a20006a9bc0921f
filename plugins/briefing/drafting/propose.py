"""One source in, everything worth proposing out."""

from ..model.source import Source
from .cast import find_cast
from .events import find_events
from .expert_views import find_expert_views, silent_experts
from .gaps import find_gaps
from .key_passages import MOST_KEY_POINTS, find_key_passages, opening_words
from .known_actors import KnownActors
from .proposal import Imprinted, Proposals
from .reading import Reading
from .sayings import find_sayings


def propose(reading: Reading, source: Source, known: KnownActors, *, is_known: bool = False) -> Proposals:
    """Propose what a briefing may take from a source; a pure function of the article and the actors known."""
    cast = find_cast(reading, known)
    views, claims = find_expert_views(reading, cast)
    quotations, left = find_sayings(reading, cast)
    events, unnamed = find_events(reading, cast)
    ids = {*(v.entry.expert for v in views), *(q.entry.speaker for q in quotations)}
    silent = silent_experts(reading, (name for name, id in cast.ids.items() if id in ids))
    claimed = {claim.entry.passage for claim in claims}
    points = [*(p for p in find_key_passages(reading) if p.entry.passage not in claimed), *claims]
    imprint = reading.found.article.imprint
    return Proposals(
        sources=(Imprinted(source, is_known),),
        title=imprint.title,
        opening=opening_words(reading),
        section=_section(reading),
        actors=cast.proposals,
        timeline=tuple(sorted(events, key=lambda p: p.entry.date.sort_key)),
        views=tuple(views),
        quotations=tuple(quotations),
        key_points=tuple(points[:MOST_KEY_POINTS]),
        gaps=(*find_gaps(reading), *left, *unnamed, *silent),
    )


def _section(reading: Reading) -> str:
    labels = (b for b in reading.found.article.blocks if b.kind == "section")
    return next((reading.words(b.start, b.end) for b in labels), "")

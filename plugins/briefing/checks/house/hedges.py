"""What a source hedges and a briefing states as a fact; the words of hearsay are known in English only."""

import re
from collections.abc import Iterator
from itertools import chain

from ...model.source import Passage
from ...parsing.quoted_words import SENTENCE_END
from .copy import PROSE, Copy, Place, Remark

HEARSAY = re.compile(
    r"\b(?:(?:is|are|was|were|been) (?:also |now |widely |still )?"
    r"(?:said|believed|thought|understood|rumou?red|reported|alleged|suspected|reputed) (?:to|that)"
    r"|(?:reported|alleged|purported|supposed|apparent|reputed)ly|rumou?rs?|unconfirmed|(?:may|might) have)\b"
)
"""Words of a source that say: we have been told, and do not know."""
ANY_HEARSAY = (
    *("said to", "said that", "believed", "thought", "understood", "rumor", "rumour", "reported", "alleged"),
    *("suspected", "reputed", "purported", "supposed", "apparently", "unconfirmed", "may have", "might have"),
)
"""One of these is in all hearsay: looking for them takes a tenth of the time."""
HEDGED = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|according|accounts?|reputed(?:ly)?|believe[ds]?|th(?:inks?|ought)|understood|may|might|could"
    r"|(?:report|alleg|claim|purport|suspect|rumou?r|suppos)\w*|apparent(?:ly)?|un(?:confirmed|verified|clear|certain)"
    r"|(?:perhaps|possibl[ey]|probabl[ey]|likely|whether|tells?|told))\b",
    re.IGNORECASE,
)
"""Words of a briefing that leave it open, or say whose word it is."""
HELP = "say who says so, or that it is not certain"


def hedges_are_kept(copy: Copy) -> Iterator[Remark]:
    """What the source only heard is not told as known."""
    if not _may_hear(copy):
        return
    for place, text, passages in chain(_claims(copy), _sentences(copy)):
        hedge = next(filter(None, (_hearsay(p) for p in passages)), None)
        if hedge and text and not HEDGED.search(text):
            help = f"{HELP}, or status: claimed" if place[0] == "key_points" else HELP
            yield place, f"the source hedges this (“{hedge[0]}”), and it is told here as a fact", help


def _may_hear(copy: Copy) -> bool:
    """Tell at a glance whether any hearsay is cited: each word is looked for once, in all that is cited."""
    cited = {p.exact for _, _, passages in _claims(copy) for p in passages}
    cited.update(c.passage.exact for c in copy.resolved.manuscript.prose.citations)
    words = " ".join("\n".join(cited).lower().split())
    return any(each in words for each in ANY_HEARSAY)


def _hearsay(passage: Passage) -> re.Match[str] | None:
    words = " ".join(passage.exact.lower().split())
    return HEARSAY.search(words) if any(each in words for each in ANY_HEARSAY) else None


def _claims(copy: Copy) -> Iterator[tuple[Place, str, tuple[Passage, ...]]]:
    b = copy.briefing
    for i, point in enumerate(b.key_points):
        if point.status == "reported":
            yield ("key_points", i, "text"), point.text, point.passage
    for i, event in enumerate(b.timeline):
        yield ("timeline", i, "title"), f"{event.title} {event.text}", event.passage
    for i, view in enumerate(b.views):
        for j, told in enumerate(view.points):
            yield ("views", i, "points", j, "text"), told.text, told.passage


def _sentences(copy: Copy) -> Iterator[tuple[Place, str, tuple[Passage, ...]]]:
    """Yield the sentence of the prose before each citation of hearsay."""
    prose = copy.resolved.manuscript.prose
    hearsay = [c for c in prose.citations if _hearsay(c.passage)]
    text = copy.prose if hearsay else ""
    for citation in hearsay:
        before = text[prose.start : citation.start].rstrip()
        ends = [0, *(m.end() for m in SENTENCE_END.finditer(before))]
        sentence = before[ends[-1] :].lstrip()
        end = prose.start + len(before)
        yield (PROSE, end - len(sentence), end), sentence, (citation.passage,)

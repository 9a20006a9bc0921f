"""What a draft proposes, one line a proposal."""

from collections.abc import Iterator
from typing import Any

from ..drafting.proposal import Proposal, Proposals
from .terminal import STYLES, UNSURE, Line, visible

_LONGEST = 100
_WIDTH = 11


def proposal_lines_of(proposals: Proposals) -> Iterator[Line]:
    """Yield a line for every proposal and every gap: what it is, whether it is unsure, and where it was found."""
    for actor in proposals.actors:
        yield _line("actor", actor, actor.entry.name or actor.entry.id)
    for event in proposals.timeline:
        yield _line("event", event, f"{event.entry.date}: {event.entry.title}")
    for view in proposals.views:
        for point in view.entry.points:
            yield _line("view", view, f"{view.entry.expert}: {point.text}")
    for quotation in proposals.quotations:
        yield _line("quotation", quotation, f"{quotation.entry.speaker}: “{quotation.entry.quote}”")
    for gap in proposals.gaps:
        yield (("gap".ljust(_WIDTH), STYLES["gap"]), (f"  {_shortened(gap)}", ""))


def _line(kind: str, proposal: Proposal[Any], words: str) -> Line:
    unsure = ("? ", UNSURE) if proposal.doubts else ("  ", "")
    found = (f" [{_shortened(proposal.found)}]", "dim")
    return ((kind.ljust(_WIDTH), STYLES[kind]), unsure, (_shortened(words), ""), found)


def _shortened(words: str) -> str:
    shown = visible(words)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"

"""What the tool proposes: an entry in the briefing's own vocabulary, how it was found, and what is unsure."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from ..model.actor import Actor
from ..model.briefing import KeyPoint
from ..model.expert_view import ExpertView
from ..model.quotation import Quotation
from ..model.source import Source
from ..model.timeline import TimelineEvent

Record = TypeVar("Record", Actor, KeyPoint, ExpertView, Quotation, TimelineEvent)


@dataclass(frozen=True, slots=True)
class Proposal(Generic[Record]):
    """An entry for one of a briefing's lists.

    `found` says where and by which rule, as a comment; `doubts` are decisions left to the editor, and become a mark
    that keeps the briefing from being published.
    """

    entry: Record
    found: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprinted:
    """A source as the catalogue has it, and whether the catalogue has it already."""

    entry: Source
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """Everything proposed from some sources; lists in the order of the articles, the timeline in that of time."""

    sources: tuple[Imprinted, ...]
    title: str = ""
    opening: str = ""
    """The article's first sentences, as many as a summary holds."""
    section: str = ""
    actors: tuple[Proposal[Actor], ...] = ()
    timeline: tuple[Proposal[TimelineEvent], ...] = ()
    views: tuple[Proposal[ExpertView], ...] = ()
    quotations: tuple[Proposal[Quotation], ...] = ()
    key_points: tuple[Proposal[KeyPoint], ...] = ()
    """Passages worth a key point: their words are for the editor to find, so they are written as comments."""
    gaps: tuple[str, ...] = ()
    """What was not understood, each with its place."""

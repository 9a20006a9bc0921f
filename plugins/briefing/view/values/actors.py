"""Who's who."""

from ...frozen import frozen
from .citations import CitationView


@frozen
class KeyActorView:
    """A box of who's who."""

    id: str
    """``actor-fumio-kishida``, the box's anchor."""
    name: str
    kind: str
    named: bool
    """False for someone the source does not name (set in light italic)."""
    role: str
    affiliation: str
    country: str
    """The country's name, in words."""
    note: str
    tally: str
    """``Quoted 2 times · 4 events``"""
    url: str = ""
    """The actor's own page; empty where there is none."""
    citations: tuple[CitationView, ...] = ()
    """What is quoted in the note."""


@frozen
class ActorGroupView:
    """Actors of one side: a country's code, or the experts' quotation mark."""

    heading: str
    """``JP``; ``“`` for experts; "" for others."""
    label: str
    """``Japan``, ``Experts``, ``Others``."""
    actors: tuple[KeyActorView, ...]
    shown: int = 7
    """How many of them, before the rest is folded."""

"""What the register and the catalogue give a briefing, and how a message says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from ..model.actor import Actor
from ..model.source import Source
from ..parsing.located_value import Step
from ..parsing.resolve import Resolved

NAMES = {record: tuple(f.name for f in fields(record)) for record in (Actor, Source)}


def inherited(resolved: Resolved) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield each text that the register or the catalogue gives the briefing, with its path here."""
    b, has = resolved.briefing, resolved.manuscript.fields.has
    lists: Mapping[str, Sequence[Actor | Source]] = {"actors": b.actors, "sources": b.sources}
    for field, entries in lists.items():
        for i, entry in enumerate(entries):
            given = ((name, getattr(entry, name)) for name in NAMES[type(entry)])
            yield from (((field, i, name), str(text)) for name, text in given if text and not has(field, i, name))


def of_entry(resolved: Resolved, steps: tuple[Step, ...]) -> str:
    """Say which entry of the register or the catalogue a value comes from; "" where it is written in the file."""
    if len(steps) == 1 or steps[0] == "related" or resolved.manuscript.fields.has(*steps):
        return ""
    place = "register" if steps[0] == "actors" else "catalogue"
    return f" ({steps[2]} of this entry in the {place})"


def short(text: str) -> str:
    """Return the beginning of a text as a message can show it."""
    return text if len(text) <= 60 else text[:59] + "…"

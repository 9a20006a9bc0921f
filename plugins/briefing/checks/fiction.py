"""Fiction and facts, kept apart."""

from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic
from ..model.actor import Actor
from ..model.source import Source
from ..parsing.located_value import Step
from ..parsing.resolve import Resolved, is_described, mentions
from .texts import short


def fiction_keeps_to_itself(resolved: Resolved) -> Iterator[Diagnostic]:
    """No real person stands in fiction, and nothing invented in a report."""
    b, at = resolved.briefing, resolved.manuscript.fields.at
    for steps, entry in _named(resolved):
        if entry.fiction != b.fiction and is_described(entry):
            what = "fiction, and the briefing is not" if entry.fiction else "not marked as fiction, and the briefing is"
            help = "write fiction: true in the briefing and in every entry that it names, or in none of them"
            yield Diagnostic(Code.FICTION_MIXED, f"'{short(entry.id)}' is {what}", at(*steps), help)


def _named(resolved: Resolved) -> Iterator[tuple[tuple[Step, ...], Actor | Source]]:
    """Yield each entry that the briefing lists, then each actor it names without listing it."""
    b = resolved.briefing
    yield from ((("sources", i, "id"), source) for i, source in enumerate(b.sources))
    yield from ((("actors", i, "id"), actor) for i, actor in enumerate(b.actors))
    listed = {actor.id for actor in b.actors}
    for steps, id, _ in mentions(b):
        if id in resolved.cast and id not in listed:
            yield steps, resolved.cast[id]

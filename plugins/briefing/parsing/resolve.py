"""Ids become the entries they name: a briefing together with the actors and sources it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from ..diagnostics import Code, Diagnostic, Diagnostics, gathered
from ..frozen import frozen, replace
from ..model.actor import Actor
from ..model.briefing import Briefing
from ..model.source import Passage, Source
from .likeness import near
from .located_value import Step
from .manuscript import Manuscript

T = TypeVar("T")
Entry = TypeVar("Entry", Actor, Source)

HELP = {
    Code.UNKNOWN_ACTOR: "add a file for it to content/actors, or list it under 'actors' with an id and a name",
    Code.UNKNOWN_SOURCE: "list it under 'sources'; one with a file in content/sources needs only its id",
}

UNKNOWN_ENTRY = {
    "actors": (Code.UNKNOWN_ACTOR, "in the register, nor described here"),
    "sources": (Code.UNKNOWN_SOURCE, "in the catalogue, nor described here"),
}


@frozen
class Resolved:
    """A manuscript whose briefing has its actors and sources in full; with one source every passage has its id."""

    manuscript: Manuscript
    briefing: Briefing
    cast: Mapping[str, Actor]
    """Every actor the briefing names by id: its own, then those of the register it refers to."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""
        return {s.id: s for s in self.briefing.sources}


def quoted_passage(resolved: Resolved, quote: str, passages: Iterable[Passage]) -> Passage:
    """Return the words of a quotation as a passage: one of its own of the same words, or one of the same source.

    Where its passages name no source it is that of the only one; with several it is "", and any may have the words.
    """
    alike = next((p for p in passages if " ".join(p.exact.split()) == " ".join(quote.split())), None)
    return alike or Passage(source=next((p.source for p in passages), "") or only_source(resolved), exact=quote)


def only_source(resolved: Resolved) -> str:
    """Return the id of the one source of a briefing; "" where it has none or several."""
    ids = list(resolved.sources)
    return ids[0] if len(ids) == 1 and sources_are_known(resolved.manuscript) else ""


def sources_are_known(manuscript: Manuscript) -> bool:
    """Tell whether no source was taken out: that one may be the source of words that name none."""
    return not any(loss.concerns_list("sources") for loss in manuscript.fields.losses)


def resolve(
    manuscript: Manuscript, register: Mapping[str, Actor], catalogue: Mapping[str, Source]
) -> tuple[Resolved, Diagnostics]:
    """Look up every actor, source and passage; ids that lead nowhere are diagnostics, each with its place."""
    lookup = _Lookup(manuscript)
    written = manuscript.briefing
    actors = tuple(lookup.entry("actors", i, a, register) for i, a in enumerate(written.actors))
    sources = tuple(lookup.entry("sources", i, s, catalogue) for i, s in enumerate(written.sources))
    briefing = lookup.passages(replace(written, actors=actors, sources=sources))
    cast = lookup.cast(briefing, register)
    return Resolved(manuscript, briefing, cast), gathered(lookup.diagnostics)


def is_described(entry: Actor | Source) -> bool:
    """Tell whether an entry can stand without the register or catalogue: an actor has a name, a source anything."""
    return bool(entry.name) if isinstance(entry, Actor) else entry != Source(id=entry.id)


class _Lookup:
    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript, self.fields = manuscript, manuscript.fields
        self.source_ids = list(dict.fromkeys(s.id for s in manuscript.briefing.sources))
        self.diagnostics: list[Diagnostic] = []

    def say(self, code: Code, message: str, steps: tuple[Step, ...], help: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, self.fields.at(*steps), help))

    def entry(self, field: str, index: int, written: Entry, known: Mapping[str, Entry]) -> Entry:
        """Return an entry with what the register or catalogue says of its id under what is written here.

        What a briefing describes itself is fiction where the briefing is.
        """
        if written.id in known:
            return _merged(known[written.id], written)
        if not is_described(written) and self.fields.is_whole(field, index):
            code, where = UNKNOWN_ENTRY[field]
            self.unknown(code, written.id, known, (field, index, "id"), where)
        return replace(written, fiction=True) if self.manuscript.briefing.fiction else written

    def unknown(self, code: Code, id: str, known: Iterable[str], steps: tuple[Step, ...], where: str) -> None:
        meant = near(id, known)
        question = f"; did you mean '{meant}'?" if meant else ""
        self.say(code, f"'{id}' is not {where}{question}", steps, HELP[code])

    def passages(self, briefing: Briefing) -> Briefing:
        """Return the briefing with every passage's source filled in and looked up."""
        return replace(
            briefing,
            key_points=self._each("key_points", briefing.key_points),
            timeline=self._each("timeline", briefing.timeline),
            quotations=self._each("quotations", briefing.quotations),
            watch=self._each("watch", briefing.watch),
            views=tuple(
                replace(view, points=self._each("views", view.points, i, "points"))
                for i, view in enumerate(briefing.views)
            ),
        )

    def _each(self, field: str, items: tuple[Any, ...], *inner: Step) -> tuple[Any, ...]:
        return tuple(self._with_sources(item, (field, *inner, i, "passage")) for i, item in enumerate(items))

    def _with_sources(self, item: Any, steps: tuple[Step, ...]) -> Any:
        if not item.passage:
            return item
        return replace(item, passage=tuple(self._sourced(p, (*steps, i)) for i, p in enumerate(item.passage)))

    def _sourced(self, passage: Passage, steps: tuple[Step, ...]) -> Passage:
        ids = self.source_ids
        lost = self.fields.may_have_lost("sources", passage.source)
        if passage.source and passage.source not in ids and not lost:
            where = "among the briefing's sources"
            self.unknown(Code.UNKNOWN_SOURCE, passage.source, ids, (*steps, "source"), where)
        is_given = passage.source or len(ids) != 1 or not sources_are_known(self.manuscript)
        if is_given:
            return passage
        return Passage(source=ids[0], exact=passage.exact, prefix=passage.prefix, suffix=passage.suffix)

    def cast(self, briefing: Briefing, register: Mapping[str, Actor]) -> Mapping[str, Actor]:
        """Return the actors named by id anywhere, and say which ids lead nowhere."""
        cast = {a.id: a for a in briefing.actors}
        for steps, id, must_be_id in mentions(briefing):
            if id in cast:
                continue
            if id in register:
                cast[id] = register[id]
            elif (must_be_id or looks_like_an_id(id)) and not self.fields.may_have_lost("actors", id):
                self.unknown(Code.UNKNOWN_ACTOR, id, {**register, **cast}, steps, "in the register or among the actors")
        return cast


def mentions(briefing: Briefing) -> Iterable[tuple[tuple[Step, ...], str, bool]]:
    """Yield each place that names an actor, the name, and whether it must be an id."""
    for i, event in enumerate(briefing.timeline):
        yield from ((("timeline", i, "actors", j), id, True) for j, id in enumerate(event.actors))
    yield from ((("views", i, "expert"), view.expert, False) for i, view in enumerate(briefing.views))
    yield from ((("quotations", i, "speaker"), q.speaker, False) for i, q in enumerate(briefing.quotations))


def looks_like_an_id(name: str) -> bool:
    """Tell ``stephen-nagy`` from ``Stephen Nagy``: a name has capitals or spaces, or a script without capitals."""
    return name.isascii() and name == name.lower() and " " not in name


def _merged(known: Entry, written: Entry) -> Entry:
    """Return the known entry, overridden by whatever is written here."""
    kind: Any = type(written)
    return replace(known, **{name: v for name, default in _defaults(kind) if (v := getattr(written, name)) != default})


@cache
def _defaults(record: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in fields(record))

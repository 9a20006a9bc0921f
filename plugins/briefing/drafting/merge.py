"""Several sources in one draft: who is in two of them once, time in order, every passage with its source."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from ..model.actor import Actor
from ..model.expert_view import ExpertView
from ..model.quotation import Quotation
from .known_actors import known_actors
from .proposal import Proposal, Proposals, Record


def merge(proposals: Sequence[Proposals]) -> Proposals:
    """Join what several sources gave, in their order; the first one's title and opening are kept."""
    several = len(proposals) > 1
    proposals = [_told_apart(p) if several else p for p in _one_id_each(proposals)]
    first = proposals[0]
    return Proposals(
        sources=tuple(source for p in proposals for source in p.sources),
        title=first.title,
        opening=first.opening,
        section=first.section,
        actors=_joined((a for p in proposals for a in p.actors), lambda a: a.id, _same_actor),
        timeline=tuple(sorted((e for p in proposals for e in p.timeline), key=lambda e: e.entry.date.sort_key)),
        views=_joined((v for p in proposals for v in p.views), lambda v: v.expert, _same_expert),
        quotations=_joined((q for p in proposals for q in p.quotations), _spoken, _same_words),
        key_points=tuple(k for p in proposals for k in p.key_points),
        gaps=tuple(gap for p in proposals for gap in p.gaps),
    )


def _one_id_each(proposals: Sequence[Proposals]) -> list[Proposals]:
    """Give an actor whom two sources name alike the id from the first of them."""
    known: dict[str, Actor] = {}
    renamed: list[Proposals] = []
    for proposed in proposals:
        lookup = known_actors(known)
        ids: dict[str, str] = {}
        for actor in (p.entry for p in proposed.actors if p.entry.name):
            same = lookup.named(actor.name)
            if len(same) == 1:
                ids[actor.id] = next(iter(same))
            else:
                known.setdefault(actor.id, actor)
        renamed.append(with_ids(proposed, ids))
    return renamed


def with_ids(proposals: Proposals, ids: dict[str, str]) -> Proposals:
    """Return proposals that refer to actors by other ids."""

    def new(id: str) -> str:
        return ids.get(id, id)

    return replace(
        proposals,
        actors=tuple(_with(p, id=new(p.entry.id)) for p in proposals.actors),
        timeline=tuple(_with(p, actors=tuple(map(new, p.entry.actors))) for p in proposals.timeline),
        views=tuple(_with(p, expert=new(p.entry.expert)) for p in proposals.views),
        quotations=tuple(_with(p, speaker=new(p.entry.speaker)) for p in proposals.quotations),
    )


def _told_apart(proposals: Proposals) -> Proposals:
    """Every place with the id of the source it is a place of."""
    id = proposals.sources[0].entry.id

    def named(found: tuple[Proposal[Record], ...]) -> tuple[Proposal[Record], ...]:
        return tuple(replace(p, found=f"{id}: {p.found}") for p in found)

    return replace(
        proposals,
        actors=named(proposals.actors),
        timeline=named(proposals.timeline),
        views=named(proposals.views),
        quotations=named(proposals.quotations),
        key_points=named(proposals.key_points),
        gaps=tuple(f"{id}, {gap}" for gap in proposals.gaps),
    )


def _with(proposal: Proposal[Any], **changes: Any) -> Proposal[Any]:
    return replace(proposal, entry=replace(proposal.entry, **changes))


def _joined(
    proposals: Iterable[Proposal[Any]], key: Callable[[Any], Any], join: Callable[[Any, Any], Any]
) -> tuple[Proposal[Any], ...]:
    found: dict[Any, Proposal[Any]] = {}
    for proposal in proposals:
        same = found.get(key(proposal.entry))
        found[key(proposal.entry)] = (
            replace(
                same,
                entry=join(same.entry, proposal.entry),
                found=f"{same.found}; {proposal.found}",
                doubts=tuple(dict.fromkeys((*same.doubts, *proposal.doubts))),
            )
            if same
            else proposal
        )
    return tuple(found.values())


def _spoken(quotation: Quotation) -> tuple[str, str]:
    return quotation.speaker, " ".join(quotation.quote.lower().split()).rstrip(".,")


def _same_actor(one: Actor, other: Actor) -> Actor:
    forms = dict.fromkeys((*one.as_written, *other.as_written, other.name))
    return replace(
        one,
        role=one.role or other.role,
        affiliation=one.affiliation or other.affiliation,
        as_written=tuple(form for form in forms if form and form != one.name) if one.name else (),
    )


def _same_expert(one: ExpertView, other: ExpertView) -> ExpertView:
    return replace(
        one,
        affiliation=one.affiliation or other.affiliation,
        told_to=one.told_to or other.told_to,
        date=one.date or other.date,
        points=(*one.points, *other.points),
    )


def _same_words(one: Quotation, other: Quotation) -> Quotation:
    return replace(one, via=one.via or other.via, date=one.date or other.date, passage=(*one.passage, *other.passage))

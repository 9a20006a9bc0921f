"""Looking for every claim of a briefing in its sources: what was found, and where."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from ..evidence.finding import Finding
from ..evidence.match import find
from ..evidence.source_text import Place, SourceText
from ..frozen import frozen, replace
from ..model.source import Passage
from ..parsing.resolve import Resolved
from .claims import Claim, claims_of


@frozen
class Proof:
    """What was found of one claim: in which source, and how. Without a saved source there is no finding."""

    claim: Claim
    source: str
    finding: Finding | None
    elsewhere: tuple[str, ...] = ()
    """Other sources that have the words, where they are not in this one or the claim names none."""


@frozen
class _Looked:
    """Where a passage stands: the source and what was found there, or why not, and what other sources have it."""

    source: str
    finding: Finding | None
    elsewhere: tuple[str, ...] = ()


_Look = Callable[[Passage, tuple[str, ...]], _Looked]


def prove(resolved: Resolved, saved: Mapping[str, SourceText]) -> tuple[Proof, ...]:
    """Look for every claim of a briefing; `saved` has the texts of its sources by id, those that are saved."""
    look = cache(partial(_look, saved))  # the same words are cited in several places
    return tuple(_prove(claim, look) for claim in claims_of(resolved))


def _prove(claim: Claim, look: _Look) -> Proof:
    looked = look(claim.passage, claim.among)
    finding = looked.finding
    if finding and finding.ambiguous and claim.within:
        places = tuple(_inside(finding.places, _places(claim.within, looked.source, look)))
        finding = replace(finding, places=places, note="") if places else finding
    return Proof(claim, looked.source, finding, looked.elsewhere)


def _look(saved: Mapping[str, SourceText], wanted: Passage, among: tuple[str, ...] = ()) -> _Looked:
    """Look in the source that is named, or in those that may have the words; when they fail, in all others."""
    named = (wanted.source,) if wanted.source else among or tuple(saved)
    found = list(_find(saved, named, wanted))
    passed = [each for each in found if each[1].passed]
    if not found:
        return _Looked(wanted.source, None)
    source, finding = passed[0] if passed else max(found, key=lambda each: _likeness(each[1]))
    others = passed[1:] if passed else _find(saved, [id for id in saved if id not in named], wanted)
    return _Looked(source, finding, tuple(id for id, other in others if other.passed))


def _likeness(finding: Finding) -> int:
    """How many letters the nearest passage shares with words that were not found."""
    return sum(len(words) for op, words in finding.nearest.diff if op == "=") if finding.nearest else -1


def _find(saved: Mapping[str, SourceText], sources: Iterable[str], wanted: Passage) -> Iterator[tuple[str, Finding]]:
    for id in sources:
        if id in saved:
            yield id, find(saved[id], wanted.exact, prefix=wanted.prefix, suffix=wanted.suffix)


def _places(passages: Iterable[Passage], source: str, look: _Look) -> Iterator[Place]:
    for passage in passages:
        looked = look(passage, ())
        if looked.finding and looked.source == source:
            yield from looked.finding.places


def _inside(places: Iterable[Place], around: Iterable[Place]) -> Iterator[Place]:
    outer = list(around)
    return (p for p in places if any(o.start <= p.start and p.end <= o.end for o in outer))

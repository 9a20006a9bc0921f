"""Who matters in an article, as actors of a briefing: those the site knows by their id, the others described."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.actor import Actor
from ..view.markup import slug_of
from .known_actors import KnownActors, written_forms
from .people import FoundActor
from .proposal import Proposal
from .reading import Reading
from .speakers import name_of

MOST_ACTORS = 40
_FEWEST_MENTIONS = 2
_LONGEST_ID = 60
_MOST_FORMS = 5
_MOST_ROLE = 200
_PLACE = re.compile(r"[,(\[:—–_]|\s-")
"""What ends the place of a dateline."""
_CLAUSE = re.compile(r",?\s(?:who|whose|which|that|where)\s|,?\sand\s(?:an?|the|his|her|its|their)\s")
"""Where what an article says of somebody goes on for longer than a box on a page has room."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors proposed, and the id under which each name of the article goes."""

    proposals: tuple[Proposal[Actor], ...]
    ids: Mapping[str, str]

    def speaker(self, name: str) -> str:
        """How a speaker is referred to: by id, or by the words that name nobody in particular."""
        return self.ids.get(name) or (name[:1].upper() + name[1:])


@dataclass(frozen=True, slots=True)
class _Named:
    """Everything an article says of one name."""

    name: str
    mentions: tuple[FoundActor, ...]

    @property
    def is_person(self) -> bool:
        return self.mentions[0].kind == "person"

    def told(self, what: str) -> str:
        given = next((told for m in self.mentions if (told := getattr(m, what))), "")
        return _CLAUSE.split(given, maxsplit=1)[0][:_MOST_ROLE]


def find_cast(reading: Reading, known: KnownActors) -> Cast:
    """Propose the people an article names, and the bodies it speaks of more than once."""
    speakers = {name_of(reading.text, q.speaker, reading.found.actors) for q in reading.found.quotations if q.speaker}
    proposals: dict[str, Proposal[Actor]] = {}
    ids: dict[str, str] = {}
    imprint = reading.found.article.imprint
    paper, place = _plain(imprint.publisher), _plain(_PLACE.split(imprint.dateline)[0])
    for named in _by_name(reading.found.actors):
        if paper and _plain(named.name) == paper:
            continue  # who is told is the paper that tells it
        if place and _plain(named.name) == place and named.name not in speakers:
            continue  # where it is told from
        proposal = _proposed(reading, named, known)
        is_known = proposal.entry.id in known.actors
        if not (is_known or named.is_person or named.name in speakers or len(named.mentions) >= _FEWEST_MENTIONS):
            continue
        if len(proposals) < MOST_ACTORS or proposal.entry.id in proposals:
            ids[named.name] = proposal.entry.id
            proposals.setdefault(proposal.entry.id, proposal)
    for proposal in _spoken_of(reading, known, proposals):
        proposals[proposal.entry.id] = proposal
    return Cast(tuple(proposals.values()), ids)


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def _by_name(actors: Iterable[FoundActor]) -> list[_Named]:
    mentions: dict[tuple[str, str], list[FoundActor]] = {}
    for actor in actors:
        mentions.setdefault((actor.name, actor.kind), []).append(actor)
    return [_Named(name, tuple(found)) for (name, _), found in mentions.items()]


def _proposed(reading: Reading, named: _Named, known: KnownActors) -> Proposal[Actor]:
    forms = dict.fromkeys(reading.words(m.start, m.end) for m in named.mentions)
    first = "first " if len(named.mentions) > 1 else ""
    found = f"{_times(len(named.mentions))}, {first}{reading.where(named.mentions[0].start)}"
    full = known.named(named.name)
    if len(full) == 1:
        (id,) = full
        return Proposal(Actor(id=id), f"{known.actors[id].name or named.name}, known already; {found}")
    alike = full or known.surnamed(named.name)
    if len(alike) == 1:
        (id,) = alike
        doubt = f"“{named.name}” is taken for {known.actors[id].name}, whom the site knows"
        return Proposal(Actor(id=id), found, (doubt,))
    doubts = (f"the site knows {' and '.join(sorted(alike))} of this name; is it one of them?",) if alike else ()
    actor = Actor(
        id=_own_id(named.name, known),
        name=named.name,
        kind="person" if named.is_person else "organization",
        role=named.told("role"),
        affiliation=named.told("affiliation"),
        as_written=tuple(form for form in forms if form != named.name)[:_MOST_FORMS],
    )
    return Proposal(actor, f"{found}; role and affiliation as printed" if actor.role else found, doubts)


def _own_id(name: str, known: KnownActors) -> str:
    """An id made of the name; one that the site gives to somebody else gets a number."""
    slug = slug_of(name, _LONGEST_ID) or "actor"
    numbered = (f"{slug}-{number}" for number in range(2, len(known.actors) + 3))
    return next(id for id in (slug, *numbered) if id not in known.actors)


def _spoken_of(reading: Reading, known: KnownActors, found: Mapping[str, object]) -> Iterator[Proposal[Actor]]:
    """Those the site knows whose name the rules do not see, such as a government that goes by its capital's name."""
    telling = " ".join(reading.text[block.start : block.end] for block in reading.found.article.blocks[:2000])
    for id, actor in known.actors.items():
        forms = [form for form in written_forms(actor) if len(form) > 2 and (actor.kind != "person" or " " in form)]
        if id in found or actor.fiction or not forms:
            continue
        counts = {form: _count(form, telling) for form in forms}
        form = max(counts, key=lambda form: counts[form])
        if counts[form] >= _FEWEST_MENTIONS:
            doubt = f"“{form}” may be the place and not {actor.name}" if actor.kind != "person" else "is it the same?"
            yield Proposal(Actor(id=id), f"{actor.name}, known already; “{form}” {_times(counts[form])}", (doubt,))


def _count(form: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", text)) if form in text else 0


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")

"""Who's who: boxes, grouped by side."""

from collections import Counter
from collections.abc import Callable, Mapping

from babel import Locale

from ..model.actor import Actor
from ..model.briefing import Briefing
from ..parsing.resolve import Resolved
from .citations import Citations
from .values import ActorGroupView, KeyActorView, LinkView

Part = Callable[[Actor], str]


def anchor(actor_id: str) -> str:
    """Return the anchor of an actor's box."""
    return f"actor-{actor_id}"


def speaker_link(name: str, resolved: Resolved) -> LinkView:
    """Return the name of an actor's id, or the name as it is, linked to the box where the page has one."""
    boxes = {a.id for a in resolved.briefing.actors}
    actor = resolved.cast.get(name)
    return LinkView(actor.name if actor else name, f"#{anchor(name)}" if name in boxes else "")


def show_actors(resolved: Resolved, locale: str, citations: Citations) -> tuple[ActorGroupView, ...]:
    """Return the boxes by country in order of first mention, then experts, then those of no country."""
    b = resolved.briefing
    experts = {view.expert for view in b.views}
    countries = list(dict.fromkeys(a.country for a in b.actors if a.country and a.id not in experts))
    names = Locale.parse(locale, sep="-").territories
    tally = _tallies(b)
    groups = [
        *(
            (code, names.get(code, code), [a for a in b.actors if a.country == code and a.id not in experts])
            for code in countries
        ),
        ("“", "Experts", [a for a in b.actors if a.id in experts]),
        ("", "Others", [a for a in b.actors if not a.country and a.id not in experts]),
    ]
    return tuple(
        ActorGroupView(heading, label, tuple(_box(a, names, tally, citations) for a in actors))
        for heading, label, actors in groups
        if actors
    )


def _box(actor: Actor, countries: Mapping[str, str], tally: Callable[[str], str], citations: Citations) -> KeyActorView:
    return KeyActorView(
        id=anchor(actor.id),
        name=actor.name,
        kind=actor.kind,
        named=not actor.name.lower().startswith("unnamed"),
        role=actor.role,
        affiliation=actor.affiliation,
        country=countries.get(actor.country, actor.country),
        note=actor.note,
        tally=tally(actor.id),
        citations=citations.cite((), "who’s who", quoting=(actor.note,)),
    )


def _tallies(b: Briefing) -> Callable[[str], str]:
    quoted = Counter(q.speaker for q in b.quotations)
    quoted.update(v.expert for v in b.views for p in v.points if p.quote)
    paraphrased = Counter(v.expert for v in b.views for p in v.points if p.text)
    events = Counter(id for e in b.timeline for id in e.actors)

    def tally(id: str) -> str:
        parts = [
            f"Quoted {_times(quoted[id])}" if quoted[id] else "" if paraphrased[id] else "Not quoted",
            f"{'p' if quoted[id] else 'P'}araphrased, {_counted(paraphrased[id], 'point')}" if paraphrased[id] else "",
            _counted(events[id], "event") if events[id] else "",
        ]
        return " · ".join(filter(None, parts))

    return tally


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number} times"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"

"""Who's who: boxes, grouped by side."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from ..frozen import replace
from ..model.actor import Actor
from ..model.briefing import Briefing
from ..parsing.resolve import Resolved
from .citations import Citations
from .markup import slug_of
from .site import ACTORS_URL
from .values import ActorGroupView, KeyActorView, LinkView
from .wording import Wording, wording_of

MOST_SHOWN = 7
Part = Callable[[Actor], str]


def anchor(actor_id: str) -> str:
    """Return the anchor of an actor's box."""
    return f"actor-{actor_id}"


@lru_cache(maxsize=1024)
def actor_url(id: str) -> str:
    """Return the address of an actor's page; an id that no address can have is told from others by its digest."""
    slug = slug_of(id)
    own = slug if slug == id else f"{slug}-{sha256(id.encode('utf-8', 'replace')).hexdigest()[:8]}".strip("-")
    return f"{ACTORS_URL}{own}/"


def is_named(actor: Actor) -> bool:
    """Tell whether the source names the actor: "unnamed official" is many people, and nobody's page."""
    return bool(actor.id) and not actor.name.lower().startswith("unnamed")


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
    wording = wording_of(locale)
    names = wording.locale.territories
    tally = _tallies(b, wording)
    has_page = b.status == "published"

    def box(actor: Actor) -> KeyActorView:
        shown = _box(actor, names, tally, citations)
        return replace(shown, url=actor_url(actor.id)) if has_page and shown.named else shown

    groups = [
        *(
            (code, names.get(code, code), [a for a in b.actors if a.country == code and a.id not in experts])
            for code in countries
        ),
        ("“", wording.gettext("Experts"), [a for a in b.actors if a.id in experts]),
        ("", wording.gettext("Others"), [a for a in b.actors if not a.country and a.id not in experts]),
    ]
    found = [(heading, label, tuple(map(box, actors))) for heading, label, actors in groups if actors]
    shown = _shown([len(actors) for _, _, actors in found])
    return tuple(ActorGroupView(*group, shown=number) for group, number in zip(found, shown, strict=True))


def _shown(sizes: Sequence[int]) -> list[int]:
    """Return how many actors of each side are shown before the rest is folded: as even as can be, a single one too."""
    shown = [1] * len(sizes)
    for _ in range(MOST_SHOWN - len(sizes)):
        open_sides = [side for side, size in enumerate(sizes) if shown[side] < size]
        if open_sides:
            shown[min(open_sides, key=lambda side: shown[side])] += 1
    return [size if size - number == 1 else number for size, number in zip(sizes, shown, strict=True)]


def _box(actor: Actor, countries: Mapping[str, str], tally: Callable[[str], str], citations: Citations) -> KeyActorView:
    return KeyActorView(
        id=anchor(actor.id),
        name=actor.name,
        kind=actor.kind,
        named=is_named(actor),
        role=actor.role,
        affiliation=actor.affiliation,
        country=countries.get(actor.country, actor.country),
        note=actor.note,
        tally=tally(actor.id),
        citations=citations.cite((), "who’s who", quoting=(actor.note,)),
    )


def _tallies(b: Briefing, wording: Wording) -> Callable[[str], str]:
    quoted = Counter(q.speaker for q in b.quotations)
    quoted.update(v.expert for v in b.views for p in v.points if p.quote)
    paraphrased = Counter(v.expert for v in b.views for p in v.points if p.text)
    events = Counter(id for e in b.timeline for id in e.actors)

    def tally(id: str) -> str:
        parts = [
            _quoted(quoted[id], wording) if quoted[id] or not paraphrased[id] else "",
            _paraphrased(paraphrased[id], wording) if paraphrased[id] else "",
            wording.ngettext("%(number)s event", "%(number)s events", events[id]) if events[id] else "",
        ]
        text = " · ".join(filter(None, parts))
        return text[:1].upper() + text[1:]

    return tally


def _quoted(number: int, wording: Wording) -> str:
    if number == 0:
        return wording.gettext("not quoted")
    if number == 2:
        return wording.gettext("quoted twice")
    return wording.ngettext("quoted once", "quoted %(number)s times", number)


def _paraphrased(number: int, wording: Wording) -> str:
    return wording.ngettext("paraphrased, %(number)s point", "paraphrased, %(number)s points", number)

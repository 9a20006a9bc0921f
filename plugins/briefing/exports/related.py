"""Related briefings: by the actors they share, by events close in time, and by category; each with its reason.

Looked up in indexes, never by comparing all with all: of the briefings an actor, a week or a category has, only the
`NEAREST` on either side in time are looked at, so that an actor in every briefing costs no more than a rare one.
Weights are whole numbers and ties are settled by time and key: the same briefings give the same answer everywhere.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain
from typing import Literal

from ..frozen import frozen
from ..model.dates import EdtfDate
from ..view.wording import translatable, wording_of
from .published import Published, is_hedged

NEAREST = 8
LOOKED_AT = 8
MOST = 4
RARITY = 14
CATEGORY_WEIGHT = 4
NEARNESS_WEIGHT = {"same day": 8, "same week": 6, "same month": 3, "": 0}
LEAST = 8
"""Weight below which two briefings are not related: a category alone makes none."""
Nearness = Literal["", "same day", "same week", "same month"]
NEARNESS_WORDS: Mapping[Nearness, str] = {
    "same day": translatable("same day"),
    "same week": translatable("same week"),
    "same month": translatable("same month"),
}


@frozen
class Facts:
    """What of a briefing tells how it is related to others."""

    key: str
    """Its address, unique on the site."""
    slug: str
    """Shared by its translations, which are not related but the same."""
    lang: str
    day: int
    """Of its publication, as `datetime.date.toordinal` counts."""
    actors: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    """Of its events that are known to the day, in order."""
    category: str = ""


@frozen
class Kinship:
    """A briefing that is related, and why."""

    key: str
    actors: tuple[str, ...]
    """The ids of those they share, in the order of the briefing."""
    nearness: Nearness
    """How close their closest events are."""
    same_category: bool


def facts_of(published: Published) -> Facts:
    """Return the facts of one briefing."""
    b = published.briefing
    named = chain((a.id for a in b.actors), (id for event in b.timeline for id in event.actors))
    return Facts(
        key=published.view.url,
        slug=published.resolved.manuscript.slug,
        lang=published.view.lang,
        day=published.published.toordinal(),
        actors=tuple(dict.fromkeys(id for id in named if not id.startswith("unnamed"))),
        days=tuple(sorted({day for event in b.timeline if (day := _day(event.date)) is not None})),
        category=b.category,
    )


def each_with_kin(briefings: Sequence[Facts], most: int = MOST) -> Iterator[tuple[str, tuple[Kinship, ...]]]:
    """Yield each briefing with its nearest kin, nearest first, one by one: all together would take much memory."""
    index = _Index(briefings)
    yield from ((each.key, index.kin(each, most)) for each in briefings)


def kinship_words(kinship: Kinship, names: Mapping[str, str], lang: str = "en") -> str:
    """Return why two briefings are related: ``also with Ada Vale and Bo Brook; same week``; `names` are by actor id."""
    wording = wording_of(lang)
    shared = [names.get(id, id) for id in kinship.actors]
    reasons = [
        wording.gettext("also with %(names)s", names=wording.listed(shared)) if shared else "",
        wording.gettext(NEARNESS_WORDS[kinship.nearness]) if kinship.nearness else "",
        wording.gettext("same category") if kinship.same_category and not shared else "",
    ]
    return wording.pgettext("between two notes", "; ").join(filter(None, reasons))


class _Index:
    def __init__(self, briefings: Iterable[Facts]) -> None:
        self.ordered = sorted(briefings, key=lambda b: (b.day, b.key))
        self.places: dict[tuple[str, str, str | int], list[int]] = defaultdict(list)
        self.place_of = {b.key: place for place, b in enumerate(self.ordered)}
        for place, b in enumerate(self.ordered):
            for term in _terms(b):
                self.places[term].append(place)
        self.weights = {term: _weight(term[1], len(places)) for term, places in self.places.items()}

    def kin(self, b: Facts, most: int) -> tuple[Kinship, ...]:
        """Return the nearest kin: first weighed by what they share, then the best of them by their events too."""
        place = self.place_of[b.key]
        weights: dict[int, int] = defaultdict(int)
        for term in _terms(b):
            places = self.places[term]
            at = bisect_left(places, place)
            weight = self.weights[term]
            for other in places[max(0, at - NEAREST) : at + NEAREST + 1]:
                weights[other] += weight
        ranks = [(abs(other - place) - (weight << 32), other) for other, weight in weights.items()]
        likely = nsmallest(LOOKED_AT + 1, ranks)  # itself is the nearest
        others = (self.ordered[other] for _, other in likely if self.ordered[other].slug != b.slug)
        weighed = [self._weighed(b, other) for other in others]
        weighed.sort(key=lambda pair: (-pair[0], abs(self.place_of[pair[1].key] - place), pair[1].key))
        return tuple(kinship for weight, kinship in weighed[:most] if weight >= LEAST)

    def _weighed(self, b: Facts, other: Facts) -> tuple[int, Kinship]:
        theirs = frozenset(other.actors)
        shared = tuple(id for id in b.actors if id in theirs)
        nearness = _nearness(b.days, other.days)
        same = bool(b.category) and b.category == other.category
        weight = sum(self.weights[b.lang, "actor", id] for id in shared)
        weight += NEARNESS_WEIGHT[nearness] + CATEGORY_WEIGHT * same
        return weight, Kinship(other.key, shared, nearness, same)


def _weight(kind: str, count: int) -> int:
    """Return a weight: the rarer an actor, the more; an actor of two briefings has 12, one of a thousand 4."""
    if kind == "actor":
        return max(1, RARITY - count.bit_length())
    return CATEGORY_WEIGHT if kind == "category" else NEARNESS_WEIGHT["same week"]


def _terms(b: Facts) -> Iterator[tuple[str, str, str | int]]:
    """Yield what a briefing is found by, each within its language."""
    yield from ((b.lang, "actor", id) for id in b.actors)
    yield from ((b.lang, "week", week) for week in dict.fromkeys(day // 7 for day in b.days))
    if b.category:
        yield b.lang, "category", b.category


def _nearness(days: Sequence[int], others: Sequence[int]) -> Nearness:
    """Return how close the closest two of two lists of days are: both in order, walked once."""
    i = j = 0
    least = 1 << 30
    while i < len(days) and j < len(others):
        least = min(least, abs(days[i] - others[j]))
        i, j = (i + 1, j) if days[i] < others[j] else (i, j + 1)
    return "same day" if least == 0 else "same week" if least < 7 else "same month" if least < 31 else ""


def _day(date: EdtfDate) -> int | None:
    """Return the first day of a date or span that is certain and known to the day."""
    begins = date.begins
    known = begins is not None and begins.precision in ("day", "time") and not is_hedged(date)
    return begins.start if begins and known else None

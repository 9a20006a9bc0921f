"""Newspaper articles about places that do not exist, and what can be told from them.

Everything here is invented: no place, person, body or paper of these names is meant.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

PLACES = (
    "Orsel",
    "Vantmoor",
    "Mirrowick",
    "Castrellan",
    "Dunholt",
    "Peverel Sound",
    "Ylvermark",
    "Quillon",
    "Tarnabay",
)
BODIES = (
    "harbour council",
    "water board",
    "assembly",
    "grain office",
    "lock commission",
    "coast guard",
    "audit chamber",
)
THINGS = ("north lock", "salt causeway", "tide mill", "ferry line", "upper reservoir", "signal tower", "glass market")
PAPERS = (
    "dredging report",
    "safety review",
    "second audit",
    "survey of the dykes",
    "engineer’s opinion",
    "flood inquiry",
)
ACTS = ("close", "rebuild", "lease out", "take over", "inspect", "widen", "insure")
STATES = (
    "half finished",
    "under water",
    "shut at night",
    "without an engineer",
    "older than its plans",
    "out of money",
)
FIRST = ("Ansa", "Bero", "Calda", "Dvorin", "Elke", "Farun", "Ghislo", "Hanneke", "Ilvar", "Jorun", "Kestrel", "Lomas")
LAST = (
    *("Abravel", "Brint", "Corvane", "Drossel", "Eskild", "Fenwarden", "Gralle", "Hollin", "Imbrey", "Jask", "Korrow"),
    *("Aldermoor", "Bessick", "Culverin", "Dapplemere", "Eddering", "Foswick", "Gantry", "Harrowgate", "Inchbald"),
    *("Jessamy", "Kettering", "Lanyard", "Mossop", "Nethersole", "Orrin", "Pennywell", "Quarles", "Ravensby"),
    *("Stokely", "Thackrow", "Underhay", "Varley", "Winterbourne", "Yardley", "Zennor"),
)
NAMES = {f"{first} {last}".lower().replace(" ", "-"): f"{first} {last}" for first in FIRST for last in LAST}
"""Everybody by id: the register."""
ROLES = ("chair", "speaker", "chief engineer", "deputy", "treasurer", "secretary")
SCHOOLS = (
    "School of Tides, Orsel",
    "Institute of Locks and Dykes",
    "University of Dunholt",
    "College of Grain and Trade",
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")

EVENTS = (
    (
        "On {day} {month} {year} the {body} voted {high} to {low} to {act} the {thing} until the {paper} is published.",
        "{place} votes to {act} the {thing}",
        "The vote was {high} to {low}, and nothing will change before the {paper} is published.",
    ),
    (
        "Work on the {thing} stopped on {day} {month} {year} after inspectors of the {body} found it {state}.",
        "Work on the {thing} stops",
        "Inspectors sent by the {body} had found it {state}.",
    ),
    (
        "The {body} received the {paper} on {day} {month} {year} and kept it back for {low} weeks, its minutes say.",
        "The {body} receives the {paper}",
        "By its own minutes it kept the paper back for {low} weeks.",
    ),
    (
        "A crowd of about {high}00 people met at the {thing} in {place} on {day} {month} {year}, and nobody was hurt.",
        "A crowd meets at the {thing}",
        "About {high}00 people came; nobody was hurt.",
    ),
)
QUOTES = (
    "We have heard every promise about the {thing} twice, and it is still {state}",
    "Nobody in {place} was asked before the {body} decided to {act} the {thing}",
    "The {paper} will be read aloud in the market before anybody signs for the {thing}",
    "It would cost less to {act} the {thing} today than to explain in {low} years why we did not",
)
CLAIMS = (
    (
        "the {body} has too few engineers to {act} the {thing} before the winter storms",
        "Storms will come before the {body} has engineers enough to {act} the {thing}.",
    ),
    (
        "the dispute over the {thing} is really about who pays for the dykes of {place}",
        "Behind the dispute stands the question of who pays for the dykes of {place}.",
    ),
    (
        "a delay of {low} months would do more harm to the ferries than closing the {thing} outright",
        "Closing the {thing} would harm the ferries less than {low} months of delay.",
    ),
    (
        "the figures in the {paper} do not agree with those the {body} showed to lenders",
        "Lenders saw other figures than those in the {paper}.",
    ),
)
BACKGROUND = (
    "The {thing} carries most of the grain that leaves {place}, and {high} households live from it.",
    "For {low} years the {body} and the ferrymen have disagreed about who may {act} it.",
    "An earlier plan to {act} the {thing} was dropped when its author left the {body}.",
    "Prices in {place} rose by {low} per cent in the same season, the paper writes, without giving a cause.",
    "The {paper} has {high} pages, of which the {body} has released {low}.",
    "Neighbouring towns have offered to lend barges, but no contract has been signed.",
    "It is not known how much of the damage was there before.",
)


@dataclass(frozen=True)
class Told:
    """A sentence of the article, and the same fact as a briefing tells it."""

    sentence: str
    title: str
    text: str
    speaker: str = ""
    quote: str = ""
    date: str = ""


@dataclass(frozen=True)
class Article:
    """A saved newspaper article, and everything that can be told from it."""

    place: str
    thing: str
    headline: str
    people: tuple[Mapping[str, Any], ...]
    experts: tuple[Mapping[str, Any], ...]
    events: tuple[Told, ...]
    quotations: tuple[Told, ...]
    claims: tuple[Told, ...]
    background: tuple[Told, ...]

    @property
    def text(self) -> str:
        """The article as a reader would have saved it: one paragraph on each line."""
        told = (*self.events, *self.quotations, *self.claims, *self.background)
        sentences = [t.sentence for t in told]
        paragraphs = [" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2)]
        return "\n".join((self.headline, "", *paragraphs, ""))


def write_article(random: Random, year: int) -> Article:
    """Invent an article; equal randomness makes equal articles."""
    words: dict[str, Any] = {
        "place": random.choice(PLACES),
        "body": random.choice(BODIES),
        "thing": random.choice(THINGS),
        "year": year,
    }
    ids = random.sample(list(NAMES), 7)
    people = tuple(_person(random, id, words) for id in ids[:5])
    experts = tuple(_expert(random, id) for id in ids[5:])
    return Article(
        place=words["place"],
        thing=words["thing"],
        headline=f"Who answers for the {words['thing']} of {words['place']}?",
        people=people,
        experts=experts,
        events=tuple(_events(random, words, year)),
        quotations=tuple(_quotations(random, words, people)),
        claims=tuple(_claims(random, words, experts)),
        background=tuple(_background(random, words)),
    )


def _person(random: Random, id: str, words: Mapping[str, Any]) -> dict[str, Any]:
    role = f"{random.choice(ROLES)} of the {words['body']}"
    return {"id": id, "name": NAMES[id], "role": role, "affiliation": f"{words['body']} of {words['place']}"}


def _expert(random: Random, id: str) -> dict[str, Any]:
    return {"id": id, "name": NAMES[id], "role": "expert", "affiliation": random.choice(SCHOOLS)}


def _filled(random: Random, words: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **words,
        "act": random.choice(ACTS),
        "state": random.choice(STATES),
        "paper": random.choice(PAPERS),
        "high": random.randint(13, 80),
        "low": random.randint(2, 12),
    }


def _events(random: Random, words: Mapping[str, Any], year: int) -> Iterator[Told]:
    for ago in (9, 4, 2, 1, 0, 0, 0):
        month, day = random.randint(1, len(MONTHS)), random.randint(1, 28)
        filled = {**_filled(random, words), "year": year - ago, "month": MONTHS[month - 1], "day": day}
        sentence, title, text = (t.format(**filled) for t in random.choice(EVENTS))
        yield Told(sentence, title, text, date=f"{year - ago}-{month:02}-{day:02}")


def _quotations(random: Random, words: Mapping[str, Any], people: tuple[Mapping[str, Any], ...]) -> Iterator[Told]:
    for person, template in zip(people, QUOTES, strict=False):
        quote = template.format(**_filled(random, words))
        sentence = f'"{quote}," said {person["name"]}, {person["role"]}.'
        yield Told(sentence, "", f"{person['name']} spoke at the {words['thing']}.", person["id"], quote)


def _claims(random: Random, words: Mapping[str, Any], experts: tuple[Mapping[str, Any], ...]) -> Iterator[Told]:
    for expert in experts:
        for claim, paraphrase in random.sample(CLAIMS, 3):
            filled = _filled(random, words)
            sentence = f"{expert['name']} of the {expert['affiliation']} told the paper that {claim.format(**filled)}."
            yield Told(sentence, "", paraphrase.format(**filled), expert["id"])


def _background(random: Random, words: Mapping[str, Any]) -> Iterator[Told]:
    for template in BACKGROUND:
        sentence = template.format(**_filled(random, words))
        yield Told(sentence, "", f"The article adds: {sentence[0].lower()}{sentence[1:]}")

"""Which of the events that dates suggest are worth an editor's time: those that tell of whom what happened."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..model.timeline import TimelineEvent
from .cast import Cast
from .dates import FoundDate
from .event_titles import LONGEST_TITLE, has_verb, opens_a_phrase, shortened, up_to_verb
from .proposal import Proposal
from .quotations import Sentence
from .reading import Reading
from .speakers import name_of
from .words import ARTICLES, POSSESSIVES, SUBORDINATORS

_UNKNOWN = re.compile(
    r"(?:be|i|we|you|it|they|this|these|those|its|their|there (?:may|might|could|would))\b", re.IGNORECASE
)
_PERSON = re.compile(r"(?P<who>he|she|his|her)\b", re.IGNORECASE)
_OWNERS = ("his", "her")
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Dated:
    """What the date of a sentence suggests."""

    sentence: Sentence
    date: FoundDate
    proposal: Proposal[TimelineEvent]

    @property
    def title(self) -> str:
        """The title that is proposed."""
        return self.proposal.entry.title


def choose(reading: Reading, cast: Cast, dated: Iterable[Dated]) -> tuple[list[Proposal[TimelineEvent]], list[str]]:
    """The events worth proposing, and lines on the dates that are left out because nobody can tell of what they are."""
    by_sentence: dict[int, list[Dated]] = {}
    for each in dated:
        by_sentence.setdefault(each.sentence.tokens[0].start, []).append(each)
    kept: list[Proposal[TimelineEvent]] = []
    left: list[str] = []
    for found in by_sentence.values():
        named = [told for each in found if (told := _named(reading, cast, each))]
        chosen = _one_of_each(_telling(reading, named))
        others = [each for each in found if each.date not in [c.date for c in chosen]]
        kept += [_with_others(reading, each, others if each is chosen[0] else []) for each in chosen]
        if not chosen:
            left.append(_left_out(reading, found[0]))
    return kept, left


def _named(reading: Reading, cast: Cast, dated: Dated) -> Dated | None:
    """An event whose title says of whom it is told: a pronoun at its head gives way to the name it is read as."""
    if _UNKNOWN.match(dated.title):
        return None
    found = _PERSON.match(dated.title)
    if not found:
        return dated
    word = found["who"]
    start = _place(dated.sentence, word)
    name = name_of(reading.text, (start, start + len(word)), reading.found.actors) if start >= 0 else ""
    if name not in cast.ids:
        return None
    owner = f"{name}'s" if word.lower() in _OWNERS else name
    entry = dated.proposal.entry
    doubts = (*dated.proposal.doubts, f"“{word}” is read as {name}")
    actors = tuple(dict.fromkeys((cast.ids[name], *entry.actors))) if owner == name else entry.actors
    told = replace(entry, title=f"{owner}{dated.title[found.end() :]}", actors=actors)
    return replace(dated, proposal=replace(dated.proposal, entry=told, doubts=doubts))


def _place(sentence: Sentence, word: str) -> int:
    tokens = (t for t in sentence.tokens if t.kind == "word" and t.lower == word.lower())
    return next((t.start for t in tokens), -1)


def _telling(reading: Reading, found: list[Dated]) -> list[Dated]:
    """Those whose title tells that something happened; where none does, the first, under its sentence."""
    telling = [each for each in found if _tells(each.title) or _is_planned(reading, each)]
    if telling or not found or any(t.kind == "quote" and " " in t.text for t in found[0].sentence.tokens):
        return telling
    first = found[0]
    before = [t.lower for t in first.sentence.tokens if t.end <= first.date.start]
    if before and before[-1] in ARTICLES | POSSESSIVES:
        return []  # a 2022 audit
    start, end = first.sentence.tokens[0].start, first.sentence.tokens[-1].end
    words = reading.words(start, end).rstrip(".").split()
    if not has_verb(" ".join(words)) or _UNKNOWN.match(words[0]):
        return [first]
    title = " ".join(words) if len(words) <= LONGEST_TITLE else f"{shortened(' '.join(words))} …"
    return [replace(first, proposal=replace(first.proposal, entry=replace(first.proposal.entry, title=title)))]


def _tells(title: str) -> bool:
    """Whether a title tells that something happened, in the article's words and nobody else's."""
    return has_verb(title) and not opens_a_phrase(title) and not any(mark in title for mark in '"“”')


def _is_planned(reading: Reading, dated: Dated) -> bool:
    """Whether a title is what somebody is to do: voted to drop the early sailing from January."""
    sentence = reading.words(dated.sentence.tokens[0].start, dated.sentence.tokens[-1].end)
    words = dated.title[:1].lower() + dated.title[1:_SHOWN]
    return dated.proposal.entry.status == "scheduled" and f" to {words}" in sentence


def _one_of_each(found: list[Dated]) -> list[Dated]:
    """One event of those that tell the same of the same: the first, but for the date of a condition before it."""
    best: dict[str, Dated] = {}
    for each in sorted(found, key=lambda each: (_leads(each), each.date.start)):
        best.setdefault(up_to_verb(each.title).lower(), each)
    return sorted(best.values(), key=lambda each: each.date.start)


def _leads(dated: Dated) -> bool:
    """Whether a date stands in a clause before the sentence: "If they appeal by May, the court must …"."""
    tokens = dated.sentence.tokens
    comma = next((t.start for t in tokens if t.text == ","), -1)
    return tokens[0].lower in SUBORDINATORS and dated.date.start < comma


def _with_others(reading: Reading, chosen: Dated, others: list[Dated]) -> Proposal[TimelineEvent]:
    """The event with the dates of its sentence that have none of their own."""
    told = ", ".join(_dates(reading, others))
    more = f"; the sentence also has {told}" if told else ""
    return replace(chosen.proposal, found=f"{chosen.proposal.found}{more}")


def _dates(reading: Reading, dated: Iterable[Dated]) -> Iterator[str]:
    for each in dated:
        yield f"“{reading.words(each.date.start, each.date.end)}” ({each.date.edtf})"


def _left_out(reading: Reading, dated: Dated) -> str:
    words = reading.words(dated.sentence.tokens[0].start, dated.sentence.tokens[-1].end)
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return f"{reading.where(dated.date.start)}: dated, but of what is not told here: “{shown}”"

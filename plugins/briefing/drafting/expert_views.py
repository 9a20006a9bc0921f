"""What experts say in an article's own words, gathered as one view for each expert: indirect speech, to paraphrase."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..evidence.word_list import listed
from ..model.briefing import KeyPoint
from ..model.dates import EdtfDate
from ..model.expert_view import ExpertView, Point
from .cast import Cast
from .gaps import is_broken
from .people import FoundActor
from .proposal import Proposal
from .quotations import Sentence
from .reading import Reading
from .reported_speech import reported
from .roles import is_role
from .speakers import name_of
from .spoken_day import spoken_day
from .views import told

MOST_POINTS = 60
_FAR_BACK = 100
_FEWEST_WORDS = 6
_EXPERT = listed(
    """
    expert scholar professor prof researcher analyst economist scientist fellow historian lecturer academic strategist
    physician epidemiologist doctor dr author specialist consultant pollster pundit commentator director engineer
    """
)
_ORDINALS = frozenset(["first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "finally", "lastly"])
_TOLD = re.compile(
    r"\b(?:told|telling|responding to|answering|in an interview with|speaking to)\s+(?:the\s+)?"
    r"(?P<who>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3})"
)
_ROLE_ALONE = re.compile(r"(?i)\baccording to the (?P<role>[a-z]+)\b|\bthe (?P<subject>[a-z]+) (?:said|says|added)\b")


@dataclass(frozen=True, slots=True)
class _Said:
    sentence: Sentence
    name: str
    rule: str
    doubt: str = ""


def find_expert_views(reading: Reading, cast: Cast) -> tuple[list[Proposal[ExpertView]], list[Proposal[KeyPoint]]]:
    """Propose one view for each expert; what others are reported to have said is a claim, for a key point perhaps."""
    experts = {actor.name: actor for actor in reversed(reading.found.actors) if is_expert(actor)}
    said: dict[str, list[_Said]] = {}
    for saying in sorted(_sayings(reading, experts), key=lambda s: s.sentence.tokens[0].start)[:MOST_POINTS]:
        said.setdefault(saying.name, []).append(saying)
    views = [_view(reading, cast, experts[name], found) for name, found in said.items() if name in experts]
    claims = [_claim(reading, saying) for name, found in said.items() if name not in experts for saying in found]
    return [view for view in views if view], [claim for claim in claims if claim]


def silent_experts(reading: Reading, heard: Iterable[str]) -> Iterator[str]:
    """A line for each expert whom an article names without a view or words that could be found: `heard` has names."""
    experts = {a.name: a for a in reversed(reading.found.actors) if is_expert(a)}
    for name in sorted(experts.keys() - set(heard), key=lambda name: experts[name].start):
        what = f"{experts[name].role or experts[name].affiliation}"
        yield f"{reading.where(experts[name].start)}: {name} ({what}) is an expert by title, and no view was found"


def is_expert(actor: FoundActor) -> bool:
    """Whether the article gives a person as somebody who knows: by calling, or by a body behind the name."""
    words = {word.lower().strip(".,") for word in actor.role.split()}
    return actor.kind == "person" and (bool(words & _EXPERT) or bool(actor.affiliation and not _holds_office(actor)))


def _holds_office(actor: FoundActor) -> bool:
    return any(is_role(word.lower().strip(".,")) for word in actor.role.split())


def _sayings(reading: Reading, experts: Mapping[str, FoundActor]) -> Iterator[_Said]:
    seen: set[int] = set()
    for view in reading.found.views:
        sentence = reading.sentence_at(view.start)
        if _is_whole(reading, sentence):
            seen.add(sentence.tokens[0].start)
            yield _Said(sentence, name_of(reading.text, view.speaker, reading.found.actors), view.rule)
    for sentence in reading.found.sentences:
        if sentence.is_body and sentence.tokens[0].start not in seen:
            said = _by_role(reading, sentence, experts) or _by_pronoun(reading, sentence, experts)
            if said:
                yield said


def _by_role(reading: Reading, sentence: Sentence, experts: Mapping[str, FoundActor]) -> _Said | None:
    """A view of "the expert": the one who was named last."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    match = _ROLE_ALONE.search(reading.text, start, end)
    role = (match["role"] or match["subject"] or "").lower() if match else ""
    if role not in _EXPERT or any(token.kind == "quote" and " " in token.text for token in sentence.tokens):
        return None
    actors = reading.found.actors[: bisect_left(reading.found.actors, start, key=lambda actor: actor.start)]
    name = next((actor.name for actor in reversed(actors[-_FAR_BACK:]) if actor.name in experts), "")
    if not name or not _is_whole(reading, sentence):
        return None
    return _Said(sentence, name, f"the {role}", f"“the {role}” is taken for {name} ({reading.where(start)})")


def _by_pronoun(reading: Reading, sentence: Sentence, experts: Mapping[str, FoundActor]) -> _Said | None:
    """A view of "she", who is an expert by what stands before."""
    tokens = sentence.tokens
    if any(token.kind == "quote" and " " in token.text for token in tokens):
        return None
    for verb, phrase in told(tokens):
        word, span = tokens[phrase.first].lower, phrase.span(tokens)
        name = name_of(reading.text, span, reading.found.actors) if word in ("he", "she") else ""
        if name in experts and _is_whole(reading, sentence):
            return _Said(sentence, name, verb, f"“{word}” is read as {name} ({reading.where(span[0])})")
    return None


def _is_whole(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says something, with no broken quotation mark in it."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    words = sum(token.kind == "word" for token in sentence.tokens)
    return words >= _FEWEST_WORDS and not any(start <= m.start < end for m in reading.found.article.source.broken_marks)


def _view(reading: Reading, cast: Cast, expert: FoundActor, said: Iterable[_Said]) -> Proposal[ExpertView] | None:
    proved = [(s, passage) for s in said if (passage := reading.passage_of(s.sentence))]
    if not proved or expert.name not in cast.ids:
        return None
    view = ExpertView(
        expert=cast.ids[expert.name],
        affiliation=expert.affiliation,
        told_to=next((told for s, _ in proved if (told := _told_to(reading, s.sentence))), ""),
        date=next((day for s, _ in proved if (day := _day(reading, s.sentence))), None),
        points=tuple(Point(text=reported(passage.exact), passage=(passage,)) for _, passage in proved),
    )
    places = ", ".join(f"{reading.where(s.sentence.tokens[0].start)} ({s.rule})" for s, _ in proved)
    rest = list(dict.fromkeys(_goes_on(reading, [s for s, _ in proved])))
    more = [f"what may go on with it, said of nobody: {', '.join(rest)}"] if rest else []
    doubts = ["paraphrase each 'text': the words are the article's", *dict.fromkeys(s.doubt for s, _ in proved)]
    doubts += dict.fromkeys(
        f"the sentence of {reading.where(_start(s))} is broken" for s, _ in proved if _torn(reading, s)
    )
    return Proposal(view, "; ".join([f"indirect speech, {places}", *more]), tuple(filter(None, doubts)))


def _start(said: _Said) -> int:
    return said.sentence.tokens[0].start


def _torn(reading: Reading, said: _Said) -> bool:
    return is_broken(reading, _start(said), said.sentence.tokens[-1].end)


def _goes_on(reading: Reading, said: list[_Said]) -> Iterator[str]:
    """The places behind a view that are nobody's by their grammar: in its paragraph, or in the next of a list."""
    own = {_start(one) for one in said}
    told = [*(v.start for v in reading.found.views), *(q.start for q in reading.found.quotations)]
    for one in said:
        for sentence in (s for s in reading.found.sentences if s.tokens[0].start > _start(one) and s.is_body):
            start, end = sentence.tokens[0].start, sentence.tokens[-1].end
            listed_on = sentence.paragraph > one.sentence.paragraph and sentence.tokens[0].lower in _ORDINALS
            if start in own or any(start <= t < end for t in told):
                break
            if sentence.paragraph > one.sentence.paragraph and not listed_on:
                break
            yield reading.where(start)


def _claim(reading: Reading, said: _Said) -> Proposal[KeyPoint] | None:
    passage = reading.passage_of(said.sentence)
    if passage is None:
        return None
    point = KeyPoint(text=f"{said.name}: …", status="claimed", passage=(passage,))
    return Proposal(point, f"{reading.where(said.sentence.tokens[0].start)}, reported of {said.name}: {said.rule}")


def _told_to(reading: Reading, sentence: Sentence) -> str:
    match = _TOLD.search(reading.text, sentence.tokens[0].start, sentence.tokens[-1].end)
    return match["who"] if match else ""


def _day(reading: Reading, sentence: Sentence) -> EdtfDate | None:
    """The day a view was told on: that of a sentence which says whom it was told to."""
    return spoken_day(reading, sentence) if _told_to(reading, sentence) else None

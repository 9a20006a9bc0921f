"""The events of an article: each date that is more than the day on which somebody spoke, with its sentence."""

import re
from collections.abc import Iterator

from ..model.date_mending import DateError
from ..model.dates import EdtfDate
from ..model.timeline import EventStatus, TimelineEvent
from .cast import Cast
from .dates import FoundDate
from .event_choice import Dated, choose
from .event_titles import event_title
from .gaps import is_broken
from .proposal import Proposal
from .quotations import Sentence
from .reading import Reading
from .reporting import PAST, SAYING
from .words import FUNCTION_WORDS, WEEKDAYS

MOST_EVENTS = 80
_MOST_TRIED = 400
_FEWEST_WORDS = 2
_SPOKEN = re.compile(rf"\b(?:{'|'.join(sorted(SAYING))})(?:\s+[\w.'’]+){{0,4}},?\s+(?:(?:late|early)\s+)?(?:on\s+)?$")
_SAID_ON = re.compile(
    r"\bsaid(?:\s+in\s+an?\s+(?:\w+\s+)?(?:report|statement|interview|letter|speech|ruling|post|email|release|briefing|note))?"
    r"(?:\s+(?:late|early))?(?:\s+on)?\s+$"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|due|scheduled|planned|plans?|expected|set|upcoming|next|ahead of)\b"
    r"|\bto \w+[^.;:]{0,60}$"
)


_OF_A_KIND = re.compile(r"(?i)\b(?:the|an?|its|his|her|their|our|for|of)\s+$")
_THING = re.compile(r"\s+(?P<word>[a-z]{3,})")
_INVITED = re.compile(r"\binvit(?:ed|es|ing|ation)\b")


def find_events(reading: Reading, cast: Cast) -> tuple[list[Proposal[TimelineEvent]], list[str]]:
    """Propose an event for the dates of the article's body, in its order; and list what is dated but not named."""
    found: dict[tuple[int, str], Dated] = {}
    for date in reading.found.dates[:_MOST_TRIED]:
        sentence = reading.sentence_at(date.start)
        key = (sentence.tokens[0].start, date.edtf)
        if key in found or not sentence.is_body or len(found) >= MOST_EVENTS or _is_spoken(reading, sentence, date):
            continue
        if _is_of_a_kind(reading, date):
            continue
        if proposal := _event(reading, sentence, date, cast):
            found[key] = Dated(sentence, date, proposal)
    return choose(reading, cast, found.values())


def _is_of_a_kind(reading: Reading, date: FoundDate) -> bool:
    """Whether a weekday only tells which of several things is meant: the Sunday service, their Friday child care."""
    thing = _THING.match(reading.text, date.end)
    if not thing or thing["word"] in FUNCTION_WORDS or date.start < 1:
        return False
    is_weekday = reading.text[date.start : date.end] in WEEKDAYS
    return is_weekday and bool(_OF_A_KIND.search(reading.text, max(0, date.start - 10), date.start))


def _is_spoken(reading: Reading, sentence: Sentence, date: FoundDate) -> bool:
    """Whether a date is only the day on which what is quoted or paraphrased was said."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    before = reading.text[start : date.start]
    return bool(_SAID_ON.search(before)) or (_reports(reading, start, end) and bool(_SPOKEN.search(before)))


def _reports(reading: Reading, start: int, end: int) -> bool:
    """Whether somebody's words are quoted or paraphrased in a stretch."""
    told = [*(q.start for q in reading.found.quotations), *(v.start for v in reading.found.views)]
    return any(start <= t < end for t in told)


def _event(reading: Reading, sentence: Sentence, date: FoundDate, cast: Cast) -> Proposal[TimelineEvent] | None:
    passage, when = reading.passage_of(sentence), parsed_date(date.edtf)
    if passage is None or when is None or _is_quoted(sentence, date):
        return None
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    title, is_cut = event_title(reading.text[start:end], date.start - start, date.end - start)
    if len(title.split()) < _FEWEST_WORDS:
        title, is_cut = reading.words(start, end)[:120], True
    last = title.rpartition(" ")[2].lower()
    if last == "said" or (last in SAYING & PAST and _reports(reading, start, end)):
        return None  # the day on which Ann Lee explained it
    status, unsure = _status(reading, sentence, date, when)
    doubts = ["write the title" if is_cut else "the title is the article's sentence", *unsure]
    if is_broken(reading, start, end):
        doubts.append("the sentence is broken in the article")
    if date.basis == "inferred":
        doubts.append(f"“{reading.words(date.start, date.end)}” has no year, or is about; {when} is inferred")
    event = TimelineEvent(
        date=when,
        title=title,
        as_written=reading.words(date.start, date.end),
        date_basis=date.basis,
        status=status,
        actors=tuple(dict.fromkeys(_taking_part(reading, start, end, title, cast))),
        passage=(passage,),
    )
    return Proposal(event, f"{reading.where(date.start)}, by its date; {_basis(reading, date)}", tuple(doubts))


def parsed_date(edtf: str) -> EdtfDate | None:
    """A date in EDTF as the model has it; None where the model knows no such date."""
    try:
        return EdtfDate.parse(edtf)
    except DateError:
        return None


def _is_quoted(sentence: Sentence, date: FoundDate) -> bool:
    """Whether a date stands in quoted words, where today is the speaker's day."""
    return any(token.kind == "quote" and token.start < date.start < token.end for token in sentence.tokens)


def _status(reading: Reading, sentence: Sentence, date: FoundDate, when: EdtfDate) -> tuple[EventStatus, list[str]]:
    """Occurred, or scheduled where the whole of it lies behind the article's date, or the words look ahead."""
    published = parsed_date(reading.found.article.imprint.date)
    if published is None or published.end is None or when.start is None or when.end is None:
        return "occurred", []
    before = reading.text[sentence.tokens[0].start : date.start]
    if when.start > published.end and not _INVITED.search(before):
        return "scheduled", ["scheduled, or called for?"]
    if when.end <= published.end:
        return "occurred", []
    if _INVITED.search(before):
        return "scheduled", ["an invitation; does the article say that it was accepted?"]
    if _AHEAD.search(before):
        return "scheduled", ["scheduled, by the words before the date"]
    return "occurred", ["had it happened when the article was published?"]


def _taking_part(reading: Reading, start: int, end: int, title: str, cast: Cast) -> Iterator[str]:
    """The people of the sentence whom the title names: others may have to do with another part of it."""
    for actor in reading.found.actors:
        named = start <= actor.start < end and reading.words(actor.start, actor.end) in title
        if named and actor.kind == "person" and actor.name in cast.ids:
            yield cast.ids[actor.name]


def _basis(reading: Reading, date: FoundDate) -> str:
    if date.basis == "stated":
        return "stated in full"
    return f"{date.basis} from the article's date, {reading.found.article.imprint.date or 'as given'}"

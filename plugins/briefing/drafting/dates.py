"""The dates of an article, in EDTF, with how each is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .date_meaning import Basis, Meaning, Moment
from .date_patterns import date_pattern
from .holidays import HOLIDAYS
from .quotations import Sentence
from .relative_dates import RELATIVE
from .stated_dates import STATED
from .tense import looks_ahead

_RESOLVERS = {**STATED, **RELATIVE}
_PATTERN = date_pattern(list(HOLIDAYS))
_HINT = re.compile(
    r"\d{4}|(?i:day|tonight|tomorrow|ago|last|next|this|same|that|christmas|easter|halloween|thanksgiving"
    r"|century|epiphany|new year|juneteenth|\d0.?s|morning|back)"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d[./]\d"
)
_COUNTED = re.compile(
    r"\s+(?:people|percent|per cent|miles|feet|pounds|dollars|tons|years|days|men|women|troops|soldiers|points|workers"
    r"|jobs|students|homes|seats|votes|kilomet(?:er|re)s|met(?:er|re)s|yards)\b"
)
_SURNAME = re.compile(r"\s+[A-Z][a-z]")
_COUNTING = re.compile(r"(?i)\b(?:no\.|number|than|over|nearly|some|flight|room|page|route)\s*$")
_RECURRING = re.compile(r"(?i)\b(?:every|each|most)(?:\s+(?:other|second|third|single))?\s+$")
_OF_EACH = re.compile(r"\s+(?:of|in)\s+(?:each|every)\b")
_MEASURED_FROM = re.compile(r"(?i)\b(?:days?|weeks?|months?) (?:before|after|from|until|till|to)\s+$")
"""What makes a holiday the end of a measure: two weeks before Christmas is another day."""
_BEFORE_A_MONTH = re.compile(
    r"(?i)\b(?:in|since|by|until|till|of|last|next|this|early|late|mid|from|for|to|through|before|after|during|and"
    r"|between|or|each|every|on|the)[\s-]+$"
)


_LONGEST_LEAD = 40
_MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as written, by its offsets, and what it means in EDTF level 1."""

    start: int
    end: int
    edtf: str
    basis: Basis


def find_dates(text: str, sentences: Sequence[Sentence], published: date | None) -> list[FoundDate]:
    """Find and resolve the dates of an article; what cannot be resolved is left out."""
    found: list[FoundDate] = []
    spoken = Moment(published, None)
    paragraph = -1
    for sentence in sentences:
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if sentence.paragraph > paragraph + 1:
            spoken = replace(spoken, spoken_of=None)
        paragraph = sentence.paragraph
        contrasts = [
            (t.start - start, t.end - start) for t in sentence.tokens if t.kind == "quote" and _contrasts_days(t.text)
        ]
        for match, meaning in _meanings(text[start:end], spoken, contrasts):
            found.append(FoundDate(start + match.start(), start + match.end(), meaning.edtf, meaning.basis))
            spoken = _after(spoken, meaning)
    return found


def _meanings(
    sentence: str, moment: Moment, contrasts: Sequence[tuple[int, int]]
) -> Iterator[tuple[re.Match[str], Meaning]]:
    if not _HINT.search(sentence):
        return
    for match in _PATTERN.finditer(sentence):
        way = (match.lastgroup or "").removeprefix("way_")
        is_figure = way == "day_word" and any(first <= match.start() < last for first, last in contrasts)
        if is_figure or not _is_date(sentence, match, way):
            continue
        at = replace(moment, ahead=looks_ahead(sentence, match))
        meaning = _RESOLVERS[way](match.groupdict() | {"text": match[0]}, at)
        if meaning:
            moment = _after(moment, meaning)
            yield match, meaning


def _after(moment: Moment, meaning: Meaning) -> Moment:
    """What is known behind a date."""
    told = moment.told
    if meaning.day and meaning.day not in told:
        told = (meaning.day, *told)[:_MOST_TOLD]
    return replace(
        moment,
        spoken_of=meaning.day or moment.spoken_of,
        spoken_year=meaning.year or moment.spoken_year,
        told=told,
    )


def _contrasts_days(quoted: str) -> bool:
    """Whether quoted words set days against each other, as a figure of speech: "here today, gone tomorrow"."""
    return len(set(re.findall(r"\b(?:yesterday|today|tomorrow)\b", quoted.lower()))) > 1


def _is_date(sentence: str, match: re.Match[str], way: str) -> bool:
    """Whether what looks like a date is one: May may be a verb, 1500 a number of people."""
    before = sentence[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    if way in ("weekday", "month") and _RECURRING.search(before):
        return False
    if way == "weekday" and _OF_EACH.match(sentence, match.end()):
        return False
    if way == "holiday_way" and _MEASURED_FROM.search(before):
        return False
    if way == "month" and match["month"] in ("May", "March", "August", "Mar.", "Mar", "Jun", "Jan", "Dec"):
        return bool(match["which_month"] or _BEFORE_A_MONTH.search(before))
    if way == "month" and match["month"] in ("April", "June"):
        return bool(match["which_month"] or _BEFORE_A_MONTH.search(before)) or not _SURNAME.match(sentence, match.end())
    if way == "year":
        return not _COUNTED.match(sentence, match.end()) and not _COUNTING.search(before)
    return True


def sole_date(text: str) -> date | None:
    """The day that a text consists of and states in full; None for any other text."""
    match = _PATTERN.fullmatch(text)
    if not match:
        return None
    way = (match.lastgroup or "").removeprefix("way_")
    meaning = _RESOLVERS[way](match.groupdict() | {"text": match[0]}, Moment(None, None))
    return meaning.day if meaning else None

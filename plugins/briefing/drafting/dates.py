"""The dates of an article, in EDTF, with how each is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .date_patterns import date_pattern
from .date_resolution import RESOLVERS, Basis, Meaning, Moment
from .holidays import HOLIDAYS
from .quotations import Sentence

_PATTERN = date_pattern(list(HOLIDAYS))
_HINT = re.compile(
    r"\d{4}|(?i:day|tonight|tomorrow|ago|last|next|this|same|that|christmas|easter|halloween|thanksgiving|century|\d0.?s|morning|back)"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d[./]\d"
)
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are|was|were|be|been|has|have|had) (?:to|due|set|scheduled|expected|planned|slated|supposed)\b"
    r"|scheduled|expects?|expected|plans? (?:to|for)|planned|planning|due|going to|would|upcoming|hopes? to|intends? to|slated|"
    r"ready to|prepar(?:es|ing|ed) (?:to|for)|set (?:to|for)|if|can|could|may|might|must|should)\b|['’]ll\b"
)
_BACK = re.compile(
    r"\b(?:said|says|told|was|were|had|has|have|did|went|came|took|made|met|held|began|won|lost|left|saw|gave|got|fell|rose|"
    r"wrote|found|broke|hit|shot|died|sent|led|ran|spoke|became|since|after|last|ended|[a-z]{2,}ed|is|are|when|where)\b"
)
_LEADS_AHEAD = re.compile(r"\b(?:until|till|as (?:early|soon|late) as|effective)(?: on)?\s+$")
_COUNTED = re.compile(
    r"\s+(?:people|percent|per cent|miles|feet|pounds|dollars|tons|years|days|men|women|troops|soldiers|points|workers|jobs|students|homes|seats|votes|kilometers|kilometres|metres|meters|yards)\b"
)
_BEFORE_A_MONTH = re.compile(
    r"(?i)\b(?:in|since|by|until|till|of|last|next|this|early|late|mid|from|for|to|through|before|after|during|and|between|or|each|every|on|the)[\s-]+$"
)


_FAR_BEFORE, _FAR_BEHIND = 300, 60
"""Characters around a date in which its tense is looked for."""


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
            spoken = replace(
                spoken, spoken_of=meaning.day or spoken.spoken_of, spoken_year=meaning.year or spoken.spoken_year
            )
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
        at = replace(moment, ahead=_looks_ahead(sentence, match))
        meaning = RESOLVERS[way](match.groupdict() | {"text": match[0]}, at)
        if meaning:
            moment = replace(
                moment, spoken_of=meaning.day or moment.spoken_of, spoken_year=meaning.year or moment.spoken_year
            )
            yield match, meaning


def _contrasts_days(quoted: str) -> bool:
    """Whether quoted words set days against each other, as a figure of speech: "here today, gone tomorrow"."""
    return len(set(re.findall(r"\b(?:yesterday|today|tomorrow)\b", quoted.lower()))) > 1


def _is_date(sentence: str, match: re.Match[str], way: str) -> bool:
    """Whether what looks like a date is one: May may be a verb, 1500 a number of people."""
    before = sentence[: match.start()]
    if way == "month" and match["month"] in ("May", "March", "August", "Mar."):
        return bool(match["which_month"] or _BEFORE_A_MONTH.search(before))
    if way == "year":
        return not _COUNTED.match(sentence, match.end()) and not re.search(
            r"(?i)\b(?:no\.|number|than|over|nearly|some|flight|room|page|route)\s*$", before
        )
    return True


def _looks_ahead(sentence: str, match: re.Match[str]) -> bool | None:
    """What the nearest verb tells: the last one before the date, else the first behind it; None where none does."""
    before = sentence[max(0, match.start() - _FAR_BEFORE) : match.start()]
    if _LEADS_AHEAD.search(before):
        return True
    if sentence[match.end() - 2 : match.end()] in ("'s", "’s"):
        return None
    ahead, back = _last(_AHEAD, before), _last(_BACK, before)
    if ahead < 0 and back < 0:
        behind = sentence[match.end() : match.end() + _FAR_BEHIND]
        ahead, back = -_first(_AHEAD, behind), -_first(_BACK, behind)
    return None if ahead == back < -_FAR_BEHIND else ahead >= back


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else _FAR_BEHIND + 1


def sole_date(text: str) -> date | None:
    """The day that a text consists of and states in full; None for any other text."""
    match = _PATTERN.fullmatch(text)
    if not match:
        return None
    way = (match.lastgroup or "").removeprefix("way_")
    meaning = RESOLVERS[way](match.groupdict() | {"text": match[0]}, Moment(None, None))
    return meaning.day if meaning else None

"""Quotations as a briefing has them: the words alone, the speaker by id, the sentence they stand in."""

import re
from collections.abc import Iterator

from ..evidence.match import find
from ..model.quotation import Quotation
from .attribution import TOLD_BY_ANOTHER
from .cast import Cast
from .gaps import is_broken
from .proposal import Proposal
from .quotations import FoundQuotation
from .reading import LONGEST_PASSAGE, Reading
from .roles import is_role
from .speakers import name_of
from .spoken_day import spoken_day
from .words import PERSONAL

MOST_QUOTATIONS = 80
_MOST_TRIED = 240
_MOST_LISTED = 20
_COMMA = ",;"
_NOBODY = frozenset(["it", "that", "this", "there", "which", "what", "these", "those"])
_EXPLAINED = {
    "subject of the sentence": "the speaker is only the subject of the sentence",
    "goes on": "the speaker is the one quoted before",
    "goes on in the paragraph": "the speaker is the one quoted before in the paragraph",
    TOLD_BY_ANOTHER: "somebody else of the sentence tells what the speaker said; whose words are they?",
    "told behind it": "the speaker is named only behind the next quotation",
    "reported before": "the speaker is the one reported before",
    "subject before": "the speaker is whom the sentence before is about",
}


def find_sayings(reading: Reading, cast: Cast) -> tuple[list[Proposal[Quotation]], list[str]]:
    """Propose every quotation that has a speaker, in order; and list those that cannot be proposed, with the reason."""
    proposals: list[Proposal[Quotation]] = []
    left: list[str] = []
    tried = reading.found.quotations[:_MOST_TRIED]
    for quotation in tried:
        shown = f"{reading.where(quotation.start)}: “{_shortened(reading.words(quotation.start, quotation.end))}”"
        proposal = _proposed(reading, quotation, cast) if len(proposals) < MOST_QUOTATIONS else None
        if proposal:
            proposals.append(proposal)
        else:
            left.append(f"{shown}, {_obstacle(reading, quotation, full=len(proposals) >= MOST_QUOTATIONS)}")
    more = len(reading.found.quotations) - len(tried) + len(left[_MOST_LISTED:])
    return proposals, left[:_MOST_LISTED] + [f"{more} more quotations are left out"] * bool(more)


def _is_nobody(reading: Reading, speaker: tuple[int, int]) -> bool:
    return re.split(r"['’\s]", reading.words(*speaker).lower(), maxsplit=1)[0] in _NOBODY


def _obstacle(reading: Reading, quotation: FoundQuotation, *, full: bool) -> str:
    if not quotation.speaker or _is_nobody(reading, quotation.speaker):
        return "whose words is not told"
    if full:
        return f"behind the {MOST_QUOTATIONS} quotations that a draft holds"
    if quotation.end - quotation.start > LONGEST_PASSAGE:
        return "too long for a quotation"
    return "its words or its sentence cannot be found exactly once in the saved copy"


def _proposed(reading: Reading, found: FoundQuotation, cast: Cast) -> Proposal[Quotation] | None:
    words = reading.words(found.start, found.end).rstrip(_COMMA).strip()
    if not found.speaker or len(words) > LONGEST_PASSAGE or _is_nobody(reading, found.speaker):
        return None
    proof = find(reading.saved, words)
    sentence = reading.sentence_at(found.start)
    passage = reading.passage_of(sentence) or reading.passage(found.start, found.end)
    if not proof.passed or passage is None:
        return None
    name = name_of(reading.text, found.speaker, reading.found.actors)
    told = reading.words(*found.speaker)
    quotation = Quotation(
        speaker=cast.speaker(name),
        quote=words,
        date=spoken_day(reading, sentence),
        via=(reading.words(*found.via),) if found.via else (),
        passage=(passage,),
    )
    note = proof.note if proof.note and not proof.ambiguous else ""
    is_torn = is_broken(reading, sentence.tokens[0].start, sentence.tokens[-1].end)
    torn = "the sentence is broken in the article" if is_torn else ""
    doubts = tuple(filter(None, (*_doubts(reading, found, told, name), torn, note)))
    return Proposal(quotation, f"{reading.where(found.start)}, “{told}”: {found.rule}", doubts)


def _doubts(reading: Reading, found: FoundQuotation, told: str, name: str) -> Iterator[str]:
    if not found.sure:
        yield _EXPLAINED.get(found.rule, "is this the speaker?")
    if told.lower() in PERSONAL:
        yield f"“{told}” is read as {name}" if name != told else f"who is “{told}”?"
    elif is_role(told.rpartition(" ")[2]) and told.lower().startswith("the ") and name != told:
        yield f"“{told}” is read as {name}"
    number = reading.found.article.source.paragraph_at(found.start)
    broken = [m for m in reading.found.article.source.broken_marks if _paragraph(reading, m.start) == number]
    if broken:
        yield f"a quotation mark of this paragraph has no partner ({reading.where(broken[0].start)})"


def _paragraph(reading: Reading, offset: int) -> int:
    return reading.found.article.source.paragraph_at(offset)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"

"""To whom the prose gives the words it quotes: a name in full beside them, or in the last line of a block quote.

Cues are those of English news ("said Bo Brook", "Bo Brook told the court"). A pronoun, a surname alone or an office
("the mayor said") names nobody here: it means somebody who was named before.
"""

import re
from collections.abc import Iterator

from ...evidence.cues import Cue, cue_before, cue_behind
from ...evidence.word_list import listed
from ...parsing.quoted_words import SENTENCE_END, QuotedWords
from .copy import PROSE, Copy, Place

CREDIT = re.compile(r"\n[ ]{0,3}>?[ ]*(?:[—–]|--?)[ ]*(?P<name>[^\n]*)\s*\Z")
NAME = re.compile(
    r"\b(?!(?:But|And|So|Said|The|For|Then)\b)[A-Z][\w'’-]+(?:\s(?:(?:de|van|von|al|bin|der|la)\s)?[A-Z][\w'’-]+)+"
)
OPENING = re.compile(r"[\"“«„‘&]")
STOP = re.compile(rf"{SENTENCE_END.pattern}|{OPENING.pattern}|\n\s*\n|\Z")
SAID_LATER = re.compile(r"[,—–]\Z")
NO_PERSON = listed(
    """
    ministry university institute party bank department office agency council court committee union house group company
    inc corp ltd association foundation commission government states county school police post times news weekly daily
    board authority service centre center hospital church press gazette herald tribune army navy team club bureau
    embassy parliament senate assembly congress federation league network project fund society college museum
    kingdom republic
    """
)
"""Words of the names of bodies: a paper or a ministry needs no box."""
OF_ANOTHER = re.compile(r"\b(?:at|of|in|from|for|to|by|with|and|on)\b|\b[Tt]he\s+\Z")
"""What stands before a name that is not the subject's, "officials at …"; and the article, which bodies have."""
BEHIND = re.compile(r"\s*(?:[,(.:]|of\b|\Z)")


def credited(copy: Copy) -> Iterator[tuple[Place, str]]:
    """Yield each full name of a person that the prose gives quoted words to, and its place."""
    for words in copy.resolved.manuscript.prose.quoted:
        for start, end in _phrases(words, copy.prose):
            name = next(
                (n for n in NAME.finditer(copy.prose, start, end) if BEHIND.match(copy.prose, n.end(), end)), None
            )
            if name and _is_person(copy.prose[start : name.start()], name[0]):
                yield (PROSE, *name.span()), " ".join(name[0].split())


def _is_person(before: str, name: str) -> bool:
    """Tell whether the subject of a sentence is a person: no body by a word of its name, and not somebody of it."""
    is_body = not NO_PERSON.isdisjoint(name.lower().split()) or name.endswith(("'s", "’s"))
    return not (is_body or OF_ANOTHER.search(before))


def _phrases(words: QuotedWords, prose: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the prose that say whose the words are."""
    if words.is_block:
        credit = CREDIT.search(prose, words.start, words.end)
        if credit:
            name_ends = prose.find(",", *credit.span("name"))
            yield credit.start("name"), name_ends if name_ends > 0 else credit.end("name")
        return
    behind, before = _behind(words, prose), _before(words, prose)
    is_joined = SAID_LATER.search(words.text) or prose[behind[0] : behind[1]].lstrip()[:1].islower()
    yield from _found(cue_behind(_plain(prose, behind)) if is_joined else None, prose, behind)
    yield from _found(cue_before(_plain(prose, before)), prose, before)


def _behind(words: QuotedWords, prose: str) -> tuple[int, int]:
    """Return the rest of the sentence behind the closing mark, up to the next quotation."""
    start = words.end + 1
    return start, next(STOP.finditer(prose, start)).start()


def _before(words: QuotedWords, prose: str) -> tuple[int, int]:
    """Return the sentence before the opening mark."""
    end = words.start - 1
    start = max(prose.rfind("\n\n", 0, end), *(prose.rfind(mark, 0, end) for mark in '"”»'), 0)
    stretch = prose[start:end]
    return start + max((found.end() for found in SENTENCE_END.finditer(stretch)), default=0), end


def _plain(prose: str, stretch: tuple[int, int]) -> str:
    return " ".join(prose[slice(*stretch)].split()).replace("’", "'")


def _found(cue: Cue | None, prose: str, stretch: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield where the likeliest phrase of a cue stands, as far as it stands there as it is."""
    for subject in cue.subjects if cue else ():
        at = prose.find(subject, *stretch)
        if at >= 0:
            yield at, at + len(subject)

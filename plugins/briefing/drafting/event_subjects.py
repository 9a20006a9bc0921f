"""Of what a clause is told that does not say so itself: whose party, which fell, built in 1931."""

import re

from .words import PREPOSITIONS, SUBORDINATORS

AUXILIARY = r"(?:was|were|has|have|had|is|are|will|would|could)\b"
PARTICIPLE = r"(?:[a-z]{2,}ed|built|held|made|found|sent|sold|set|shut|won|lost|known|born|begun|given|taken|hit|led)\b"
_NO_SUBJECT = re.compile(rf"{AUXILIARY}|{PARTICIPLE}")
_SUBJECT = re.compile(rf"(?:[\w'’&-]+\s){{1,6}}?(?={AUXILIARY}|[a-z]{{2,}}ed\b)")
"""What a sentence begins with, up to its first verb."""
DONE_HERE = re.compile(PARTICIPLE)
_DONE = re.compile(
    rf"(?:First |Originally |Once )?(?P<done>{PARTICIPLE.replace('[a-z]', '[A-Za-z]', 1)}.*)$", re.IGNORECASE
)
_DONE_BETWEEN = re.compile(rf",\s+(?P<done>{PARTICIPLE}[^,]*)$")
"""What was done to what stands before it, up to the date: the wall, built in 1964, …"""
_MANY = re.compile(r"(?<![s'’])s$")
NOT_MAIN = re.compile(rf"(?i)(?:{'|'.join(sorted(PREPOSITIONS | SUBORDINATORS))}|according to|long before)\b")
SUBORDINATE = re.compile(rf"(?i)(?:also\s+)?(?:(?:{'|'.join(sorted(SUBORDINATORS))})\b|\w+ing\b)[^,]*,\s*")
PARTS = re.compile(r"[;:—–]\s")
_RELATIVE = re.compile(r",?\s(?P<word>who|which|that)\s+$")
_OF_A_BODY = re.compile(r"\b(?:at|of|for|with|from)\s(?:the\s)?$")
_NAME_FIRST = re.compile(r"(?:[A-Z][\w.'’-]*\s?){2,4}(?=,)")
_NOUN = r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)\s(?:[\w'’-]+\s){0,2}?[\w'’-]+"
_NAMED = r"\b[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*"
_NOUN_PHRASE = re.compile(rf"(?:(?:{_NOUN}\s(?:of|in|at|on|for|from|to|with)\s)?{_NOUN}|{_NAMED}\s?)$")
_OWNED = re.compile(rf"(?P<owner>(?:{_NOUN}|{_NAMED})),?\s+whose\s+(?P<thing>[^,]+)$")
_EXPECTED = re.compile(
    r"\b(?:expect|forecast|predict|project)(?:s|ed|ing)?\s+(?P<what>(?:[\w'’-]+\s){0,4}?[\w'’-]+)\s+to\s+$"
)
"""Who or what it is that shall do something: expected inflation to peak."""
_LONGEST_SUBJECT = 6


def clause_with_subject(text: str, start: int) -> str:
    """A clause that begins at an offset of a text, with what it is said of before it where it does not say that."""
    owned, expected = _OWNED.search(text), _EXPECTED.search(text, 0, start)
    if owned and owned.start("thing") >= start:
        return f"{owned['owner'].strip()}'s {owned['thing']}"
    if expected:
        return f"{expected['what']} to {text[start:]}"
    return f"{_subject_of(text, start)} {text[start:]}"


def done_to_it(before: str, behind: str) -> str:
    """What was done at a date to what the sentence goes on to tell of: "Built in 1931, the pier was shut"."""
    return _built(before, behind) or _built_between(before, behind)


def _built(before: str, behind: str) -> str:
    """What was done, where it stands before the sentence it is told in: "Built in 1931, the pier was shut"."""
    done, subject = _DONE.match(before.strip()), _SUBJECT.match(behind.lstrip(", "))
    if not done or not subject or not behind.startswith(","):
        return ""
    return f"{subject[0].strip()} was {done['done'][:1].lower()}{done['done'][1:]}"


def _built_between(before: str, behind: str) -> str:
    """What was done, where that stands behind what it was done to: "The pier, built in 1931, was shut"."""
    done = _DONE_BETWEEN.search(before) if behind.startswith(",") else None
    named = _NOUN_PHRASE.search(before[: done.start()]) if done else None
    return f"{named[0]} {'were' if _MANY.search(named[0]) else 'was'} {done['done']}" if done and named else ""


def _subject_of(text: str, start: int) -> str:
    """What a clause without a subject of its own is said of: the pier, in "the pier, which fell"; else nothing."""
    relative = _RELATIVE.search(text, 0, start)
    is_headless = bool(_NO_SUBJECT.match(text, start))
    if relative and (is_headless or relative["word"] != "that"):
        named = _NOUN_PHRASE.search(text[: relative.start()])
        if named and relative["word"] == "who" and _OF_A_BODY.search(text, 0, named.start()):
            named = _NAME_FIRST.match(text)  # Ann Lee, a judge at the Example Court who first came
        return named[0] if named else ""
    if not is_headless or relative or SUBORDINATE.match(text):
        return ""
    part = _without_asides(PARTS.split(text[:start])[-1])
    named = _NOUN_PHRASE.search(part.rstrip(", ")) if DONE_HERE.match(text, start) else None
    if named:
        return named[0]  # the pool, built in 1978
    subject = _SUBJECT.match(part)
    first = subject[0].strip() if subject else part.partition(",")[0]
    return first if len(first) < len(part.rstrip()) and len(first.split()) <= _LONGEST_SUBJECT else ""


def _without_asides(part: str) -> str:
    """A part of a sentence without the phrases behind its subject: the guard, after talks that lasted a night, …"""
    chunks = part.rstrip(", ").split(", ")
    while len(chunks) > 1 and NOT_MAIN.match(chunks[-1]):
        chunks.pop()
    return part if len(chunks) == part.count(", ") + 1 else ", ".join(chunks)

"""What a date stands with, in a headline's length and the article's own words: a proposal for an event's title."""

import re

from .words import MONTHS, SUBORDINATORS

LONGEST_TITLE = 14
"""Words; a longer sentence is cut to the part around the date."""
_LEADS_IN = re.compile(
    r"(?i)[\s,(]*\b(?:(?:right|only|just|late|early|as)\s+)?"
    r"(?:on|in|at|by|since|until|till|from|of|during|around|about|before|after|for|between|through)"
    r"(?:\s+(?:the|early|late|mid))?\s*$"
)
_STARTS_CLAUSE = re.compile(
    r"[,;:—–]\s+|\b(?:that|which|who|whom|where|when|while|because|although|though|after|before|during|since|until|if"
    r"|and|but|so)\b\s+|\bto\s+(?=[a-z]+\b)"
)
_ENDS_CLAUSE = re.compile(
    r"[,;:—–](?=\s|$)|\s(?:and|but|so|when|while|after|before|which|who|that|because|although|though|if)\s"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\][]*\]")
_EDGES = " \t\n,;:.—–-()[]"
_SAME_DAY = re.compile(rf"(?i)^(?:on|at)?\s*the same (?:day|time)\s*,?\s*|^(?:{'|'.join(MONTHS)})\s*,\s*")
_SUBORDINATE = re.compile(rf"(?i)(?:also\s+)?(?:(?:{'|'.join(sorted(SUBORDINATORS))})\b|\w+ing\b)[^,]*,\s*")
_ONLY_LEAD = 3
_SINCE = re.compile(r"(?i)\bsince\s+$")
_WHEN = re.compile(r",?\s*when\s+(?=\S)")
_NO_SUBJECT = re.compile(r"(?:was|were|has|have|had|is|are|will|would|could)\b")
_RELATIVE = re.compile(r",?\s(?P<word>who|which|that)\s+$")
_NOUN = r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)\s(?:[\w'’-]+\s){0,2}?[\w'’-]+"
_NOUN_PHRASE = re.compile(
    rf"(?:(?:{_NOUN}\s(?:of|in|at|on|for|from|to|with)\s)?{_NOUN}"
    r"|(?:\b[A-Z][\w.'’-]*\s?)+)$"
)
_LONGEST_SUBJECT = 6


def event_title(sentence: str, start: int, end: int) -> tuple[str, bool]:
    """The words of a sentence that say what happened at the date from `start` to `end`; and whether any were cut."""
    before = _SAME_DAY.sub("", _without_brackets(_bare(sentence[:start])))
    behind = _without_brackets(sentence[end:].lstrip(")]'’s "))
    whole = f"{before} {behind.strip()}"
    if _SINCE.search(sentence[:start]) and (told := _WHEN.match(sentence[end:])):
        title = _first_clause(sentence[end + told.end() :])  # the worst since May 2021, when the pier fell
        return _headline(title), True
    if len(before.split()) < _ONLY_LEAD or _SUBORDINATE.fullmatch(f"{before},"):
        main = behind.lstrip(_EDGES)
        main = main[match.end() :] if (match := _SUBORDINATE.match(main)) else main
        title = _first_clause(main)
        return _headline(title), len(title.split()) < len(behind.split())
    if len(whole.split()) <= LONGEST_TITLE:
        return _headline(whole), False
    tail = "" if behind.startswith((",", ".", ";", ":")) else _to_clause_end(f" {behind}").strip()
    near = _last_clause(before)
    return _headline(f"{near} {tail}" if len(tail.split()) <= LONGEST_TITLE else near), True


def _bare(before: str) -> str:
    """What stands before a date without the preposition that leads to it."""
    while (bare := _LEADS_IN.sub("", before.rstrip(" ([,"))) != before:
        before = bare
    return before


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text)


def _first_clause(text: str) -> str:
    words = text.split()
    if len(words) <= LONGEST_TITLE:
        return text
    ends = [m.start() for m in _ENDS_CLAUSE.finditer(text)]
    clauses = [text[:end] for end in ends if _ONLY_LEAD <= len(text[:end].split()) <= LONGEST_TITLE]
    return clauses[0] if clauses else " ".join(words[:LONGEST_TITLE])


def _to_clause_end(text: str) -> str:
    match = _ENDS_CLAUSE.search(text)
    return text[: match.start()] if match else text


def _last_clause(text: str) -> str:
    starts = [m.end() for m in _STARTS_CLAUSE.finditer(text) if len(text[m.end() :].split()) >= 2]
    start = starts[-1] if starts else 0
    return " ".join([*_subject_of(text, start).split(), *text[start:].split()][-LONGEST_TITLE:])


def _subject_of(text: str, start: int) -> str:
    """What a clause without a subject of its own is said of: the pier, in "the pier, which fell"; else nothing."""
    relative = _RELATIVE.search(text, 0, start)
    is_headless = bool(_NO_SUBJECT.match(text, start))
    if relative and (is_headless or relative["word"] != "that"):
        named = _NOUN_PHRASE.search(text[: relative.start()])
        return named[0] if named else ""
    first = text.partition(",")[0]
    is_subject = is_headless and not relative and len(first) < start and len(first.split()) <= _LONGEST_SUBJECT
    return first if is_subject and not _SUBORDINATE.match(text) else ""


def _headline(text: str) -> str:
    text = " ".join(text.split()).strip(_EDGES)
    return text[:1].upper() + text[1:]

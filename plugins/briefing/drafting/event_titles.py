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


def event_title(sentence: str, start: int, end: int) -> tuple[str, bool]:
    """The words of a sentence that say what happened at the date from `start` to `end`; and whether any were cut."""
    before = _SAME_DAY.sub("", _without_brackets(_bare(sentence[:start])))
    behind = _without_brackets(sentence[end:].lstrip(")]'’s "))
    whole = f"{before} {behind.strip()}"
    if len(before.split()) < _ONLY_LEAD or _SUBORDINATE.fullmatch(f"{before},"):
        main = behind.lstrip(_EDGES)
        main = main[match.end() :] if (match := _SUBORDINATE.match(main)) else main
        title = _first_clause(main)
        return _headline(title), len(title.split()) < len(behind.split())
    if len(whole.split()) <= LONGEST_TITLE:
        return _headline(whole), False
    tail = "" if behind.startswith((",", ".", ";", ":")) else _to_clause_end(behind)
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
    return " ".join(text[starts[-1] if starts else 0 :].split()[-LONGEST_TITLE:])


def _headline(text: str) -> str:
    text = " ".join(text.split()).strip(_EDGES)
    return text[:1].upper() + text[1:]

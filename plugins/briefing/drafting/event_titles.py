"""What a date stands with, in a headline's length and the article's own words: a proposal for an event's title."""

import re

from .words import MONTHS

_LONGEST = 14
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
_EDGES = " \t\n,;:.—–-()[]"
_SAME_DAY = re.compile(rf"(?i)^(?:on|at)?\s*the same (?:day|time)\s*,?\s*|^(?:{'|'.join(MONTHS)})\s*,\s*")
_ONLY_LEAD = 3


def event_title(sentence: str, start: int, end: int) -> tuple[str, bool]:
    """The words of a sentence that say what happened at the date from `start` to `end`; and whether any were cut off."""
    before, behind = _bare(sentence[:start]), sentence[end:].lstrip(")]'’s ") if end < len(sentence) else ""
    before = _SAME_DAY.sub("", before)
    if len(before.split()) < _ONLY_LEAD:
        title = _clause_after(behind.lstrip(_EDGES))
        return _headline(title), len(title) + len(before) < len(behind) - 3
    whole = f"{before} {behind.strip()}"
    if len(whole.split()) <= _LONGEST:
        return _headline(whole), False
    near = _clause_before(before)
    tail = _clause_after(behind) if not behind.startswith((",", ".", ";", ":")) else ""
    title = f"{near} {tail}" if len(tail.split()) <= _LONGEST else near
    return _headline(title), True


def _bare(before: str) -> str:
    """What stands before a date without the preposition that leads to it."""
    while (bare := _LEADS_IN.sub("", before.rstrip(" ([,"))) != before:
        before = bare
    return before


def _clause_after(text: str) -> str:
    words = text.split()
    if len(words) <= _LONGEST:
        return text
    ends = [m.start() for m in _ENDS_CLAUSE.finditer(text) if len(text[: m.start()].split()) >= _ONLY_LEAD]
    return text[: ends[0]] if ends else " ".join(words[:_LONGEST])


def _clause_before(text: str) -> str:
    starts = [m.end() for m in _STARTS_CLAUSE.finditer(text) if len(text[m.end() :].split()) >= 2]
    return " ".join(text[starts[-1] if starts else 0 :].split()[-_LONGEST:])


def _headline(text: str) -> str:
    text = " ".join(text.split()).strip(_EDGES)
    return text[:1].upper() + text[1:]

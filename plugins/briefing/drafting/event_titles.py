"""What a date stands with, in a headline's length and the article's own words: a proposal for an event's title."""

import re

from .event_subjects import (
    AUXILIARY,
    DONE_HERE,
    NOT_MAIN,
    PARTICIPLE,
    PARTS,
    SUBORDINATE,
    clause_with_subject,
    done_to_it,
)
from .reporting import REPORTING
from .words import MONTHS, PREPOSITIONS, SUBORDINATORS

LONGEST_TITLE = 14
"""Words; a longer sentence is cut to the part around the date."""
NEAR = 500
"""Characters on either side of a date among which its title is looked for: so no sentence takes long."""
_LEADS_IN = re.compile(
    r"(?i)[\s,(]*\b(?:(?:on|in|at|by|from|during)\s+the\s+(?:night|morning|afternoon|evening|day|eve|beginning|start"
    r"|middle|end)\s+of|(?:right|only|just|late|early|as)?\s*(?:between\s[^,;]{1,60}?\sand"
    r"|(?:shortly|soon|just)\s+(?:before|after)|on|in|at|by|since|until|till|from|of|during|around|about|before|after|for|between|through)"
    r"(?:\s+(?:the|early|late|mid))?|late|early)\s*$"
)
_LEADS_IN_TWICE = re.compile(r"(?i)\b(?:since|until|till|from|by|before|after|as)(?:\s+(?:at|the|early|late|mid))?\s*$")
"""What is left of "since around" once "around" is gone; of "handed in on" the "in" is the verb's."""
_STARTS_CLAUSE = re.compile(
    r"[,;:—–]\s+|\b(?:that|which|who|whom|where|when|while|because|although|though|after|before|since|until|if"
    r"|and|but|so)\b\s+|\bduring\s+(?=(?:the|an?|its|his|her|their)\b)"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!has )(?<!have )(?<!had )"
    r"\bto\s+(?!(?:the|an?|all|any|many|most|some|its|his|her|their)\b)(?=[a-z]+\b)"
    r"|\b(?:said|says|told \w+)\s+(?=(?:the|an?|it|he|she|they|no|its|his|her|their|[A-Z\d])\b)"
)
_ENDS_CLAUSE = re.compile(
    r"[,;:—–](?=\s|$)|\s(?:and|but|so|when|while|after|before|which|who|that|because|although|though|if)\s"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\][]*\]")
_EDGES = " \t\n,;:.—–-()[]"
_SAME_DAY = re.compile(rf"(?i)^(?:on|at)?\s*the same (?:day|time)\s*,?\s*|^(?:{'|'.join(MONTHS)})\s*,\s*")
_CONDITION = re.compile(r"(?i)(?:if|unless|although|though|while|because|as)\b[^,]*,\s+(?=\w)")
_SECOND_DATE = re.compile(rf"^(?:and|or|to|through)\s+(?:(?:{'|'.join(MONTHS)})\b(?:\s+\d+)*|[12]\d{{3}}\b)\s*")
_CLOSING = re.compile(r"^(?:['’]s\b|[)\]'’\s])*")
_ONLY_LEAD = 3
_SINCE = re.compile(r"(?i)\bsince\s+$")
_WHEN = re.compile(r",?\s*when\s+(?=\S)")
_PAST = (
    r"(?:began|broke|came|fell|went|rose|ran|took|gave|met|left|saw|stood|grew|struck|got|became|fled|flew|paid|said|told"
    r"|drew|threw|drove|spoke|wrote|put|cut|did|bought|brought|died|lay|lit|sank|shot|spent|quit|rang|woke)\b"
)
_VERB = re.compile(rf"\b(?:{AUXILIARY}|{PARTICIPLE}|{_PAST}|[a-z]+s\b(?=\s(?:the|an?|its|his|her|their)\b))")
_FINITE = re.compile(rf"\b(?:{AUXILIARY}|(?:did|does|do|may|might|must|can)\b|{_PAST})")
_MODAL = re.compile(r"\b(?:may|might|must|shall|should|can|do|does|[a-z]+es|(?!its\b)[a-z]+ts)\b")
_ASIDE = re.compile(r",?\s(?:who|which)\s[^,]*(?:,|$)")
_LONE_COMMA = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w.'’-]*),(?=\s[a-z]+\b[^,]*$)")
_THE = re.compile(r"(?:^|\s)(?P<the>the|an?|its|his|her|their)\s+$", re.IGNORECASE)
_HEAD = re.compile(r"\s+(?P<head>[a-z][\w-]*(?:\s(?:of|in|at|on)\s(?:the\s)?[\w-]+)?)")
_AFTER = re.compile(
    rf"(?i)^(?:after|before|when|while|once|because|since|until)\s+(?=[^,]*\b(?:{AUXILIARY}|{_PAST})[^,]*$)"
)
_SAID = re.compile(r"^(?:said|says)\s+(?:that\s+)?")
_DANGLING = re.compile(
    r"(?:\s(?:is|was|are|were|be|will be|would be|has been|had been|and|but|that|which|who|the|an?))+$"
)
_SECOND_VERB = re.compile(
    r"(?:and|but)\s+(?:has|have|had|is|are|was|were|will|would|may|might|can|could|must|should|did|does)\b"
)
_OPENS_PHRASE = (PREPOSITIONS | SUBORDINATORS) - {"per", "vs", "versus", "up", "down", "off", "out"}


def has_verb(words: str) -> bool:
    """Whether words tell that something happened or will, and do not only name it."""
    words = _ASIDE.sub("", words)
    return bool(_VERB.search(words) or _MODAL.search(words) or any(w in REPORTING for w in words.split()))


def up_to_verb(title: str) -> str:
    """The beginning of a title with its first verb; all of it where none is seen."""
    ends = [found.end() for verb in (_VERB, _MODAL) if (found := verb.search(title))]
    return title[: min(ends)] if ends else title


def event_title(sentence: str, start: int, end: int) -> tuple[str, bool]:
    """The words of a sentence that say what happened at the date from `start` to `end`; and whether any were cut."""
    if start > NEAR:
        sentence, start, end = sentence[start - NEAR :], NEAR, end - start + NEAR
    sentence = sentence[: end + NEAR]
    before = _SAME_DAY.sub("", _without_brackets(_bare(sentence[:start])))
    before = "" if PARTS.fullmatch(f"{before.rstrip()[-1:]} ") else before  # …; by August nine had applied
    behind = _behind(sentence, start, end)
    whole = f"{before} {behind.strip()}"
    if (the := _THE.search(sentence[:start])) and (head := _HEAD.match(sentence, end)):
        return _headline(f"{the['the']} {head['head']}"), True  # after the 2018 flood
    is_bare = bool(_SINCE.search(sentence[:start])) or not _VERB.search(_last_clause(before))
    if is_bare and (told := _WHEN.match(sentence[end:])):
        title = _first_clause(sentence[end + told.end() :])  # the worst since May 2021, when the pier fell
        return _headline(title), True
    if built := done_to_it(before, behind):
        return _headline(built), True
    is_lead = len(before.split()) < _ONLY_LEAD and not _VERB.search(before)
    if behind.strip(_EDGES) and (is_lead or SUBORDINATE.fullmatch(f"{before},")):
        main = behind.lstrip(_EDGES)
        main = main[match.end() :] if (match := SUBORDINATE.match(main)) else main
        title = _first_clause(main)
        return _headline(title), len(title.split()) < len(behind.split())
    if _SECOND_VERB.match(behind):
        behind = ""
    elif len(whole.split()) <= LONGEST_TITLE:
        condition = _CONDITION.match(before)  # if they appeal, the court must decide by May
        return _headline(whole[condition.end() :] if condition else whole), bool(condition)
    tail = "" if behind.startswith((",", ".", ";", ":")) else _to_clause_end(f" {behind}").strip()
    near = _last_clause(before)
    is_short = len(tail.split()) <= LONGEST_TITLE
    return _headline(f"{near} {tail}" if is_short else shortened(f"{near} {tail}")), True


def _bare(before: str) -> str:
    """What stands before a date without the preposition that leads to it."""
    bare = _LEADS_IN.sub("", before.rstrip(" ([,"))
    return _LEADS_IN_TWICE.sub("", bare) if bare != before else bare


def _behind(sentence: str, start: int, end: int) -> str:
    """What follows a date; the comma behind one between commas goes with it, as does that before a "when"."""
    behind = _SECOND_DATE.sub("", _without_brackets(_CLOSING.sub("", sentence[end:])))
    lead = _LEADS_IN.search(sentence[:start])
    if behind.startswith(",") and lead and lead[0].startswith(","):
        return behind[1:].lstrip()
    return _WHEN.sub("when ", behind, count=1) if _WHEN.match(behind) else behind


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text)


def _first_clause(text: str) -> str:
    words = text.split()
    if len(words) <= LONGEST_TITLE:
        return text
    main = _main_clause(text)
    ends = [m.start() for m in _ENDS_CLAUSE.finditer(main)]
    clauses = [main[:end] for end in ends if _ONLY_LEAD <= len(main[:end].split()) <= LONGEST_TITLE]
    return clauses[0] if clauses else shortened(main)


def _main_clause(text: str) -> str:
    """What follows the phrases between commas that a sentence opens with: long before the dispute, the board …"""
    while NOT_MAIN.match(text) and "," in text and not _VERB.search(text.partition(",")[0]):
        text = text.partition(",")[2].lstrip()
    return text


def shortened(text: str) -> str:
    """The beginning of a text, as long as a title may be, up to where its last phrase begins."""
    words = text.split()
    if len(words) <= LONGEST_TITLE:
        return text
    bare = [word.lower().strip(_EDGES) for word in words[: LONGEST_TITLE + 1]]
    ends = [at for at, word in enumerate(bare) if at > LONGEST_TITLE // 2 and word in _OPENS_PHRASE]
    return " ".join(words[: ends[-1] if ends else LONGEST_TITLE])


def _to_clause_end(text: str) -> str:
    match = _ENDS_CLAUSE.search(text)
    return text[: match.start()] if match else text


def _last_clause(text: str) -> str:
    starts = [m.end() for m in _STARTS_CLAUSE.finditer(text) if _is_clause(m[0], text[m.end() :])]
    start = starts[-1] if starts else 0
    return shortened(clause_with_subject(text, start))


def _is_clause(mark: str, rest: str) -> bool:
    """Whether what follows a mark or a word is a clause; after "after" it may as well be a noun: after a flood."""
    is_either = mark.strip() in ("after", "before", "since", "until")
    is_done = mark.startswith(",") and bool(DONE_HERE.fullmatch(rest.strip()))
    return is_done or (len(rest.split()) >= 2 and not (is_either and not _VERB.search(rest)))


def opens_a_phrase(title: str) -> bool:
    """Whether a title is only a phrase of a sentence: in the hope of winning trade."""
    is_finite = _FINITE.search(title) and not title.startswith("Of ")
    return bool(NOT_MAIN.match(title)) and "," not in title and not is_finite


def _headline(text: str) -> str:
    text = re.sub(r"\s+(?=[,.;:])", "", " ".join(text.split())).strip(_EDGES)
    text = _AFTER.sub("", text)
    text = _LONE_COMMA.sub(r"\g<name>", text) if text.count(",") == 1 else text
    text = _DANGLING.sub("", _SAID.sub("", text)).strip(_EDGES)
    text += "." * text.endswith((" a.m", " p.m"))
    return text[:1].upper() + text[1:]

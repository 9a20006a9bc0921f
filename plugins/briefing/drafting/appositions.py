"""What stands beside a name: the role before it, the apposition or the brackets behind it."""

from ..evidence.word_list import listed
from .affiliations import CLAUSES, NOW, joined
from .reporting import NOUNS_TOO, PARTICIPLES, REPORTING, SAYING
from .roles import DEPARTMENTS, HONORIFICS, MODIFIERS, is_party_label, is_role, is_title
from .tokens import Token, Tokens
from .words import (
    ARTICLES,
    AUXILIARIES,
    CALENDAR,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)

_LONGEST_ROLE = 9
_LONGEST_NOTE = 40
_ENDS_NOTE = frozenset([*",.;:!?—–―()", "--"])
_NO_NOTE = (
    frozenset(["and", "but", "or", "which", "he", "she", "in", "on", "at"])
    | SUBORDINATORS
    | (PREPOSITIONS - frozenset(["of", "from", "with", "for"]))
)
_NO_CALLINGS = listed(
    """
    number order matter paper water winter summer center river border letter former other senior junior minor major
    factor sector error terror labor harbor harbour floor door corner tower offer quarter chapter power restaurant
    computer theater monster disaster newsletter plant grant
    """
)
_JOINS_ROLE = frozenset(["of", "for", "at", "with", "to", "from", "in"])
_SAID = frozenset(["said", "says", "told", "wrote", "added"])


def role_start(tokens: Tokens, name: int, callings: frozenset[str] = frozenset()) -> int:
    """Where the role before a name begins, as in "city fire chief Ann Lee"; the name itself without one."""
    if name == 0 or tokens[name - 1].kind != "word":
        return name
    first = name - 1
    if tokens[first].text in DEPARTMENTS and first > 1 and tokens[first - 1].lower == "of":
        first -= 2
    calling = tokens[first].lower
    if not (is_title(calling) or is_role(calling) or calling in callings or _is_constable(tokens, first)):
        return name
    while first > 0 and name - first < _LONGEST_ROLE and _modifies(tokens, first - 1, tokens[first]):
        first -= 1
    return first


def _is_constable(tokens: Tokens, at: int) -> bool:
    """Whether a word is the second half of "Det Con"."""
    return at > 0 and tokens[at].lower == "con" and tokens[at - 1].lower.startswith("det")


def _modifies(tokens: Tokens, at: int, following: Token) -> bool:
    token = tokens[at]
    if token.lower == "and":
        return at > 0 and following.capital and tokens[at - 1].capital and tokens[at - 1].lower in MODIFIERS
    if token.kind != "word" or token.lower in FUNCTION_WORDS | CALENDAR | PARTICIPLES | (REPORTING - NOUNS_TOO):
        return token.capital and token.lower in REPORTING and at > 0
    if token.lower == "of":
        return False
    if following.lower.rstrip(".") in HONORIFICS and not token.capital and not is_role(token.lower):
        return False
    if following.capital and not token.capital and token.lower not in MODIFIERS and not is_role(token.lower):
        return False  # Rahman met Judge Ann Lee
    if token.lower.endswith("ed") and not token.capital:
        return at > 0 and tokens[at - 1].lower in ARTICLES
    return not (is_adverb(token.lower) and token.lower.endswith("ly"))


def note_before(tokens: Tokens, name: int) -> str:
    """The role in front of a name that stands between commas: "his campaign manager" in "…, Ann Lee, said"."""
    if name < 2 or tokens[name - 1].text != "," or tokens[name - 2].kind != "word":
        return ""
    first = name - 1
    starts = []
    while first > 0 and name - first <= _LONGEST_ROLE and tokens[first - 1].kind == "word":
        first -= 1
        if tokens[first].lower in ARTICLES | POSSESSIVES or _is_owner(tokens, first):
            starts.append(first)
            if not first or tokens[first - 1].lower not in _JOINS_ROLE:
                break
    return next(
        (joined(_bare(tokens[at : name - 1])) for at in reversed(starts) if _tells_role(tokens[at : name - 1])), ""
    )


def _tells_role(words: Tokens) -> bool:
    """Whether the noun of a phrase is what somebody is: of "a spokesman for the mayor" the spokesman, not the mayor."""
    ends = (at for at, word in enumerate(words) if word.lower in _JOINS_ROLE and at > 1)
    head = words[next(ends, len(words)) - 1].lower
    return is_role(head) or may_be_role(head)


def _bare(words: Tokens) -> Tokens:
    return words[1:] if words[0].lower in ARTICLES | POSSESSIVES else words


def _is_owner(tokens: Tokens, at: int) -> bool:
    """Whether a name in the possessive begins here: "Ms Lee's counsel"."""
    owner = next((i for i in range(at, min(at + 3, len(tokens))) if tokens[i].text.endswith(("'s", "’s"))), None)
    before = tokens[at - 1] if at else None
    return (
        owner is not None
        and tokens[owner].capital
        and all(t.capital for t in tokens[at:owner])
        and not (before and before.capital)
    )


def in_brackets(tokens: Tokens, opening: int) -> tuple[str, int]:
    """What stands in brackets behind a name, "" where it tells nothing of a person; and the index behind it."""
    closing = next(
        (i for i in range(opening, min(len(tokens), opening + _LONGEST_NOTE)) if tokens[i].text == ")"), None
    )
    if closing is None:
        return "", opening
    inside = tokens[opening + 1 : closing]
    if not inside or not any(t.capital for t in inside) or inside[0].lower in CALENDAR:
        return "", closing + 1
    return joined(inside), closing + 1


def note_behind(tokens: Tokens, at: int) -> tuple[str, int]:
    """The apposition behind a name: ", a fellow at the Example Institute,"."""
    if at >= len(tokens) or tokens[at].text not in (",", "—", "–", "--"):
        return "", at
    first = at + 1
    if first + 1 < len(tokens) and tokens[first].text.isdigit() and tokens[first + 1].text == ",":
        first += 2
    if first + 1 < len(tokens) and tokens[first].lower == "who" and tokens[first + 1].lower in CLAUSES:
        return "", at
    if first < len(tokens) and tokens[first].lower == "whose":
        return "", at  # what is told of somebody's son is not what somebody is
    if first < len(tokens) and tokens[first].lower == "who":
        if first + 2 < len(tokens) and tokens[first + 1].lower.endswith("ed") and tokens[first + 2].lower == "from":
            return "", at  # who joined from the Example Institute is no longer there
        first += 2 if first + 1 < len(tokens) and tokens[first + 1].lower in AUXILIARIES else 1
    last = first
    while last < len(tokens) and last - first < _LONGEST_NOTE and not _ends_note(tokens, first, last):
        last += 1
    return (joined(tokens[first:last]), last) if _is_note(tokens, first, last) else ("", at)


def _ends_note(tokens: Tokens, first: int, at: int) -> bool:
    token = tokens[at]
    if token.kind == "quote" or token.text in _ENDS_NOTE:
        return True
    return at > first + 1 and token.lower in _SAID


def _is_note(tokens: Tokens, first: int, last: int) -> bool:
    if last - first < 1 or (last < len(tokens) and tokens[last].lower in _SAID):
        return False
    head = tokens[first]
    if is_party_label(head.text):
        return True
    named = [t for t in tokens[first : first + 9] if t.kind == "word"][: last - first]
    if head.kind != "word" or head.lower in _NO_NOTE or (head.lower in SAYING and head.lower not in NOUNS_TOO):
        return False
    if head.lower in ("a", "an", "the", "his", "her") and any(may_be_role(t.lower) for t in _before_preposition(named)):
        return True
    if head.lower == "of" and last - first > 1 and tokens[first + 1].capital:
        return last < len(tokens) and tokens[last].text == "," and not tokens[first - 2].text.isdigit()
    if head.lower in NOW and len(named) > 2:
        return named[1].lower in ("at", "of", "with") and any(t.capital for t in named[2:4])
    if _names_next(tokens[first:last]) or not any(is_role(t.lower) for t in named):
        return False
    owned = head.text.endswith(("'s", "’s"))
    return not head.capital or head.lower in ARTICLES | POSSESSIVES or owned or any(is_role(t.lower) for t in named[:4])


def _names_next(words: Tokens) -> bool:
    """Whether words name the next one of a list with the body they are of: UNICEF's Bob May."""
    if len(words) < 2 or not words[0].text.endswith(("'s", "’s")) or not words[1].capital:
        return False
    return not (is_role(words[1].lower) or words[1].lower in MODIFIERS)


def _before_preposition(words: Tokens) -> Tokens:
    end = next((at for at, t in enumerate(words) if t.lower in PREPOSITIONS | RELATIVES), len(words))
    return words[max(0, end - 1) : end]


def may_be_role(word: str) -> bool:
    """Whether a noun behind an article may be a calling by its ending: lecturer, baker, sculptor."""
    return len(word) > 4 and word.endswith(("er", "or", "ant", "ian")) and word not in _NO_CALLINGS

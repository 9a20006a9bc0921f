"""Which words of a sentence are verbs of reporting, and which are only nouns of the same form."""

from .reporting import NOUNS_TOO, PAST, REPORTING
from .roles import is_role
from .tokens import Token, Tokens
from .words import PERSONAL, POSSESSIVES, is_adverb

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


def is_reporting_verb(sentence: Tokens, at: int) -> bool:
    """Whether the word at an index is a finite verb of reporting, and not a noun of the same form."""
    token = sentence[at]
    if token.lower not in REPORTING or token.kind != "word":
        return False
    before = sentence[at - 1] if at else None
    if token.capital and before is not None:
        return False
    if before is not None and _makes_noun(before, token, sentence[at - 2].lower if at > 1 else ""):
        return False
    if at + 1 < len(sentence) and sentence[at + 1].lower == "by":
        return token.lower in ("said", "told") or (before is not None and before.lower in _BE)
    return True


def _makes_noun(before: Token, token: Token, earlier: str) -> bool:
    if before.lower in POSSESSIVES or before.lower in ("a", "an", "the", "of", "no"):
        return True
    if before.text.endswith(("'s", "’s", "s'", "s’")):
        return True
    if token.lower not in NOUNS_TOO or token.lower in PAST:
        return False
    if before.capital and earlier in ("a", "an", "his", "her", "its", "their"):
        return True  # in a Facebook post
    return not (
        before.lower in PERSONAL
        or before.capital
        or is_role(before.lower)
        or is_adverb(before.lower)
        or before.text == ","
        or before.lower == "to"
    )

"""Runs of capitalised words in a sentence, which are names or hold some."""

from collections.abc import Iterator

from ..evidence.word_list import listed
from .reporting import PARTICIPLES
from .roles import DEPARTMENTS, PARTICLES, is_party_label
from .tokens import Token, Tokens
from .words import CALENDAR, FUNCTION_WORDS, PREPOSITIONS, is_adverb

_LONGEST_RUN = 16
_STARTS_NAME_NOT = FUNCTION_WORDS | CALENDAR


def runs_of_capitals(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The token indices of each run of capitalised words, small words inside a name among them."""
    at = 0
    while at < len(tokens):
        if not _begins_name(tokens, at):
            at += 1
            continue
        first = at
        while at < len(tokens) and _is_in_name(tokens, first, at):
            at += 1
        while at > first + 1 and not tokens[at - 1].capital and not tokens[at - 1].text[0].isdigit():
            at -= 1
        if at - first <= _LONGEST_RUN:
            yield first, at


def _begins_name(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if not token.capital or is_party_label(token.text):
        return False
    if token.lower in _STARTS_NAME_NOT:
        return token.lower in _ALSO_GIVEN and _is_given_name(tokens, at)
    starts_sentence = at == 0 or tokens[at - 1].kind == "quote"
    if starts_sentence and (token.lower in PARTICIPLES or token.lower in _DOING):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return not starts_sentence or not is_adverb(token.lower) or (following is not None and following.capital)


_ALSO_GIVEN = frozenset(["april", "may", "june", "august", "will", "per"])
"""Words of the calendar and of grammar that parents give to children."""


def _is_given_name(tokens: Tokens, at: int) -> bool:
    """Whether such a word stands inside a sentence before another name, and not behind what leads to a date."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at - 1].kind == "quote":
        return False
    following = tokens[at + 1]
    is_led_to = tokens[at - 1].lower in PREPOSITIONS | CALENDAR or tokens[at - 1].text in (".", ":")
    return following.capital and following.lower not in _STARTS_NAME_NOT and not is_led_to


def _is_in_name(tokens: Tokens, first: int, at: int) -> bool:
    token = tokens[at]
    if at == first:
        return True
    if tokens[at - 1].text.endswith(("'s", "’s", "s'", "s’")):
        return tokens[at - 1].text.endswith(("s'", "s’")) and token.text in _OF_BODIES  # the Farmers' Union of Harwold
    if token.capital:
        return token.lower not in _STARTS_NAME_NOT or (at > first + 1 and token.lower in _SYLLABLES)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if token.lower in PARTICLES and following.lower in PARTICLES:
        return True
    return following.capital and _joins(tokens, at, following)


def _joins(tokens: Tokens, at: int, following: Token) -> bool:
    """Whether a small word joins the names on either side of it."""
    token = tokens[at]
    if token.lower == "of":
        return following.text in DEPARTMENTS or (tokens[at - 1].text in _OF_BODIES)
    if token.lower == "for":
        return tokens[at - 1].text in _OF_BODIES
    return (token.lower in PARTICLES or token.text == "&") and following.lower not in FUNCTION_WORDS


_DOING = listed(
    """
    sentencing prosecuting defending representing replacing succeeding joining beating facing following including
    meeting leading thanking congratulating welcoming backing opposing supporting visiting dear brave asked
    """
)
"""Words at the beginning of a sentence that are no part of the name behind them."""
_SYLLABLES = frozenset(["in", "an", "on", "so", "do", "no", "may", "will"])
"""Words that are as well a syllable of a name of three: Moon Jae In."""
_OF_BODIES = listed(
    """
    University Institute Ministry Department Bank House Council Board Bureau Court Federation Association Union
    Organization Organisation Office Chamber Academy College School Church Party Commission Committee Society
    Museum League Confederation Conference Congress Center Centre Division Agency Embassy State Republic Kingdom
    City Bishop
    """
)

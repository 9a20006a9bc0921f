"""Noun phrases around a verb: who does it, found from the words beside it without a parser."""

from typing import NamedTuple

from ..evidence.word_list import listed
from .reporting import REPORTING
from .roles import MODIFIERS, PARTICLES, is_role
from .tokens import Token, Tokens
from .words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CALENDAR,
    CHAIN,
    COORDINATORS,
    DETERMINERS,
    FUNCTION_WORDS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)

_LONGEST = 14
_DEEPEST = 3
"""Appositions within each other: each may be one of many, and nobody writes more."""
_LINKS = frozenset(["of", "for", "at", "in", "from", "on", "with", "to"])
NO_SUBJECT = PREPOSITIONS | SUBORDINATORS | COORDINATORS | AUXILIARIES | ADVERBS | RELATIVES
STANDS_ALONE = listed("he she they it we i you who others another one some many both this")
_BRACKETS = {")": "(", "]": "["}
_DASHES = frozenset(["—", "–", "--", "-", "―"])


class Phrase(NamedTuple):
    """The tokens from `first` up to but not including `last`."""

    first: int
    last: int

    def span(self, tokens: Tokens) -> tuple[int, int]:
        """The offsets of the phrase in the text."""
        return tokens[self.first].start, tokens[self.last - 1].end


def subject_before(tokens: Tokens, verb: int) -> Phrase | None:
    """The phrase that is the subject of the verb at an index, with auxiliaries and adverbs between them skipped."""
    at = verb
    while at > 0 and _between(tokens[at - 1]):
        at -= 1
    return phrase_before(tokens, at)


def _between(token: Token) -> bool:
    return token.lower in AUXILIARIES or token.lower in CHAIN or (is_adverb(token.lower) and token.kind == "word")


def phrase_before(tokens: Tokens, end: int, deepest: int = _DEEPEST) -> Phrase | None:
    """The noun phrase that ends before an index; what stands between commas, dashes or brackets is passed over."""
    end = _before_brackets(tokens, end)
    if end <= 0:
        return None
    last = tokens[end - 1]
    if last.text == "," or last.text in _DASHES:
        return _before_apposition(tokens, end - 1, deepest - 1) if deepest else None
    if last.kind != "word" or (last.lower in NO_SUBJECT and not last.capital):
        return None
    if last.lower in STANDS_ALONE:
        return Phrase(end - 1, end)
    first = _extend_left(tokens, end)
    return Phrase(first, end) if can_be_subject(tokens, first, end) else None


def _before_brackets(tokens: Tokens, end: int) -> int:
    """Pass over what stands in brackets, and the word that begins a clause about what stands before it."""
    while end > 0:
        last = tokens[end - 1]
        if last.text in _BRACKETS:
            opening = _BRACKETS[last.text]
            end = next((i for i in range(end - 1, -1, -1) if tokens[i].text == opening), 0)
        elif last.lower in ("who", "which", "that") and end > 1:
            end -= 2 if tokens[end - 2].text == "," else 1
        else:
            break
    return end


def _before_apposition(tokens: Tokens, comma: int, deepest: int) -> Phrase | None:
    """The phrase that an apposition which ends at a comma explains: "Ann Lee, a judge in Ohio, [said]"."""
    closing = tokens[comma].text
    for at in range(comma - 1, max(0, comma - 45), -1):
        if tokens[at].kind == "quote" or tokens[at].text == ":":
            return None
        if tokens[at].text == closing and _starts_apposition(tokens, at + 1, comma):
            phrase = phrase_before(tokens, at, deepest)
            if phrase and (_is_named(tokens, phrase) or _names_one(tokens, phrase, tokens[at + 1 : comma])):
                return _explained(tokens, at, deepest) or phrase
    return None


def _starts_apposition(tokens: Tokens, first: int, end: int) -> bool:
    token = tokens[first]
    if token.lower in ARTICLES | POSSESSIVES | RELATIVES or token.text.isdigit() or token.lower == "one":
        return True
    if token.capital:
        named = all(t.capital or t.lower in PARTICLES or t.lower == "and" for t in tokens[first:end])
        return named or any(is_role(t.lower) for t in tokens[first:end])
    return token.kind == "word" and token.lower not in PERSONAL


def _explained(tokens: Tokens, comma: int, deepest: int) -> Phrase | None:
    """The name that an apposition before a comma explains, where another follows: "Ann Lee, a judge at X, who …"."""
    for at in range(comma - 1, max(0, comma - 25), -1):
        if tokens[at].kind == "quote" or tokens[at].text in (":", ";", "."):
            return None
        if tokens[at].text == ",":
            phrase = phrase_before(tokens, at, deepest) if _is_calling(tokens[at + 1 : comma]) else None
            is_place = phrase and phrase.first and tokens[phrase.first - 1].lower in PREPOSITIONS
            return phrase if phrase and tokens[phrase.last - 1].capital and not is_place else None
    return None


def _is_calling(words: Tokens) -> bool:
    """Whether words tell what somebody is, and do not name anybody."""
    return bool(words) and not words[0].capital and any(is_role(t.lower) and not t.capital for t in words[:8])


def _names_one(tokens: Tokens, phrase: Phrase, apposition: Tokens) -> bool:
    """Whether an apposition is the name of whom a phrase describes: "the ship's purser, Ann Lee, [told]"."""
    return tokens[phrase.first].lower in DETERMINERS and all(t.capital for t in apposition)


def _is_named(tokens: Tokens, phrase: Phrase) -> bool:
    last = tokens[phrase.last - 1]
    return last.capital or is_role(last.lower)


def _extend_left(tokens: Tokens, end: int) -> int:
    first = end - 1
    while first > 0 and end - first < _LONGEST:
        token, following = tokens[first - 1], tokens[first]
        if token.lower in DETERMINERS and not token.capital:
            if not _is_of_somebody(tokens, first - 1):
                return first - 1
            first -= 1
            continue
        if token.kind == "word" and token.lower in DETERMINERS and _begins_sentence(tokens, first - 1):
            return first - 1
        if not _belongs(tokens, first - 1, token, following):
            break
        first -= 1
    while first < end - 1 and tokens[first].lower in _LINKS | {"and"}:
        first += 1
    return first


def _is_of_somebody(tokens: Tokens, article: int) -> bool:
    """Whether an article goes on with a phrase for somebody: the head of the agency, a person close to the minister."""
    if article < 2:
        return False
    link, before = tokens[article - 1].lower, tokens[article - 2]
    is_name = before.capital and before.lower not in CALENDAR | FUNCTION_WORDS
    return (
        (link in ("of", "for", "at") and is_role(before.lower))
        or (link == "of" and is_name)  # Ann Lee of the Example Institute
        or (link == "to" and before.lower == "close")
    )


def _begins_sentence(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens[at - 1].kind == "quote" or tokens[at - 1].text in ".!?:"


def _belongs(tokens: Tokens, at: int, token: Token, following: Token) -> bool:
    """Whether a word belongs to the phrase that begins with the word behind it."""
    if token.kind != "word":
        return token.text == "." and at > 0 and len(tokens[at - 1].text) == 1
    before = tokens[at - 1] if at else None
    if token.lower in _LINKS:
        return before is not None and _links(before, token, following)
    if token.lower in ("and", "&"):
        return before is not None and before.capital and following.capital and before.lower not in CALENDAR
    if token.lower in PARTICLES and following.capital:
        return True
    if token.lower in FUNCTION_WORDS or token.lower in CALENDAR:
        return False
    if token.capital:
        return True
    if token.lower in REPORTING or token.lower.endswith(("ing", "ed")):
        return is_role(following.lower) and token.lower not in REPORTING
    return is_role(token.lower) or token.lower in MODIFIERS or not following.capital


def _links(before: Token, link: Token, following: Token) -> bool:
    if link.lower == "of":
        return before.kind == "word" and before.lower not in FUNCTION_WORDS | REPORTING
    if link.lower == "to":
        return is_role(before.lower) or before.lower == "close"
    return is_role(before.lower) and following.lower not in PERSONAL


def can_be_subject(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a phrase can be somebody who speaks: a name, a pronoun, a noun with an article."""
    words = [t for t in tokens[first:end] if t.kind == "word"]
    if not words or words[-1].lower in CALENDAR or words[-1].lower in ARTICLES - {"this", "that", "these", "those"}:
        return False
    named = any(t.capital and t.lower not in FUNCTION_WORDS and t.lower not in CALENDAR for t in words)
    head = words[-1].lower
    return named or words[0].lower in DETERMINERS or is_role(head) or (head.endswith("s") and len(head) > 3)


def phrase_after(tokens: Tokens, start: int) -> Phrase | None:
    """The noun phrase that begins at an index, up to a mark, a preposition or a verb."""
    at = start
    while at < len(tokens) and tokens[at].lower in ADVERBS:
        at += 1
    first = at
    if at < len(tokens) and tokens[at].lower in STANDS_ALONE and not _is_number_before_noun(tokens, at):
        return Phrase(at, at + 1)
    while at < len(tokens) and at - first < _LONGEST and _continues(tokens, first, at):
        at += 1
    while at > first and tokens[at - 1].lower in ("of", "and"):
        at -= 1
    return Phrase(first, at) if at > first and can_be_subject(tokens, first, at) else None


def _is_number_before_noun(tokens: Tokens, at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].lower not in DETERMINERS or following is None or following.kind != "word":
        return False
    return following.lower not in FUNCTION_WORDS | REPORTING and not following.lower.endswith("ed")


def _continues(tokens: Tokens, first: int, at: int) -> bool:
    token = tokens[at]
    if token.kind != "word":
        return False
    if token.lower in PARTICLES and at > first:
        return True
    if token.lower in ("of", "and", "&") and at > first:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is not None and following.kind == "word" and (token.lower == "of" or following.capital)
    if token.lower in DETERMINERS:
        return at == first or tokens[at - 1].lower == "of"
    if token.lower in CALENDAR or token.lower in FUNCTION_WORDS:
        return False
    return at == first or token.capital or not _is_verb_like(tokens, at)


def _is_verb_like(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word behind a noun is more likely its verb than part of the phrase."""
    token, before = tokens[at], tokens[at - 1]
    if is_role(token.lower):
        return False
    if token.lower in REPORTING or (token.lower.endswith("ed") and before.lower not in ARTICLES):
        return True
    named = before.capital and before.lower not in FUNCTION_WORDS
    return named and not any(is_role(t.lower) for t in tokens[at + 1 : at + 3])

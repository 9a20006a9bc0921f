"""Who says a quotation, as the sentence it stands in tells: the grammar of attribution."""

from collections.abc import Callable
from dataclasses import dataclass

from .phrases import Phrase, can_be_subject, phrase_after, subject_before
from .reporting import QUOTING, REPORTING, SAYING
from .reporting_verb import is_reporting_verb
from .roles import is_role
from .sayers import lower_at, quoted_by, says_both, says_of_another, verb_before
from .sentence_subject import main_subject
from .tokens import Tokens
from .words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

_DASHES = frozenset(["—", "–", "--", "-", "―"])
_NOT_INVERTED = frozenset(["told", "tells", "tell", "according"])
_FARTHEST = 40
_BREAKS = REPORTING | PERSONAL | AUXILIARIES | (SUBORDINATORS - {"as"}) | COORDINATORS


TOLD_BY_ANOTHER = "told by somebody else"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker as the text has it: the offsets of the phrase, the rule that found it, and whether that is sure."""

    start: int
    end: int
    rule: str
    sure: bool = True
    via: tuple[int, int] | None = None
    """Who is said to have quoted the speaker."""


def attribute(sentence: Tokens, at: int) -> Attribution | None:
    """Find who says the quotation at an index of its sentence; None where the sentence does not tell."""
    rules = _PARTIAL if _is_partial(sentence, at) else _WHOLE
    for name, sure, rule in rules:
        phrase = rule(sentence, at)
        if phrase:
            return Attribution(*phrase.span(sentence), name, sure, _reporter(sentence, phrase))
    return None


def _reporter(sentence: Tokens, phrase: Phrase) -> tuple[int, int] | None:
    """Who quotes the speaker: Reuters in "Reuters quoted Ann Lee"."""
    if phrase.first < 1 or sentence[phrase.first - 1].lower not in QUOTING:
        return None
    reporter = subject_before(sentence, phrase.first - 1)
    return reporter.span(sentence) if reporter else None


def _is_partial(sentence: Tokens, at: int) -> bool:
    """Whether the quoted words are part of the reporting sentence: called it "a disgrace"."""
    quoted = sentence[at].text.lstrip("'‘[( ")
    before = sentence[at - 1] if at else None
    if before is None or (before.kind != "word" and before.text != ","):
        return False
    return not quoted[:1].isupper() or before.lower not in SAYING


def _signature(sentence: Tokens, at: int) -> Phrase | None:
    """A name behind a dash, at the end: "…" — Ann Lee."""
    if at + 1 >= len(sentence) or sentence[at + 1].text not in _DASHES:
        return None
    phrase = phrase_after(sentence, at + 2)
    if not phrase or phrase.first != at + 2 or not sentence[phrase.first].capital:
        return None
    rest = sentence[phrase.last :]
    return phrase if not rest or rest[0].text in (".", ",", "(") else None


def _behind(sentence: Tokens, at: int) -> int:
    """The index of the first word behind a quotation, commas and adverbs passed over."""
    first = at + 1
    while first < len(sentence) and (
        sentence[first].text in (",", ".", "…") or sentence[first].text in _DASHES or sentence[first].lower in ADVERBS
    ):
        first += 1
    return first


def _verb_then_speaker(sentence: Tokens, at: int) -> Phrase | None:
    """Speaker behind the verb: "…," said Ann Lee."""
    verb = _behind(sentence, at)
    while verb < len(sentence) and (sentence[verb].lower in AUXILIARIES or is_adverb(sentence[verb].lower)):
        verb += 1
    if verb >= len(sentence) or sentence[verb].lower not in REPORTING or sentence[verb].capital:
        return None
    if sentence[verb].lower in _NOT_INVERTED:
        return None
    return phrase_after(sentence, verb + 1)


def _speaker_then_verb(sentence: Tokens, at: int) -> Phrase | None:
    """Speaker before the verb: "…," Ann Lee said."""
    first = _behind(sentence, at)
    brackets = 0
    for verb in range(first, min(len(sentence), first + _FARTHEST)):
        token = sentence[verb]
        brackets += (token.text == "(") - (token.text == ")")
        if token.kind == "quote" or (token.text in ".:;?!" and not brackets):
            return None
        if verb > first and not brackets and is_reporting_verb(sentence, verb):
            phrase = subject_before(sentence, verb)
            if phrase and (reached := _reach_back(sentence, first, phrase)):
                return quoted_by(sentence, verb) or reached
    return None


def _reach_back(sentence: Tokens, first: int, phrase: Phrase) -> Phrase | None:
    """The phrase, if nothing but a short introduction, or the beginning of the phrase, stands before it."""
    between = sentence[first : phrase.first]
    if not between:
        return phrase
    if any(t.lower in _BREAKS or (t.kind == "mark" and t.text != ",") for t in between):
        return None
    if between[-1].text == "," and between[0].lower in PREPOSITIONS:
        return phrase
    if between[-1].text == "," and all(t.capital for t in between[:-1]):
        return Phrase(first, phrase.first - 1)  # what is behind the name explains it
    whole = Phrase(first, phrase.last)
    return whole if can_be_subject(sentence, *whole) and not any(t.text == "," for t in between) else None


def _according_to(sentence: Tokens, at: int) -> Phrase | None:
    """Speaker behind a preposition: "…," according to Ann Lee."""
    for position in [*range(at + 1, min(len(sentence), at + 5)), *range(at - 1, -1, -1)]:
        if sentence[position].kind == "quote":
            continue
        if sentence[position].lower == "according" and lower_at(sentence, position + 1) == "to":
            return phrase_after(sentence, position + 2)
    return None


def _before_colon(sentence: Tokens, at: int) -> Phrase | None:
    """Somebody who is named, then a colon: Ann Lee hit back: "…"."""
    if not at or sentence[at - 1].text != ":":
        return None
    phrase = main_subject(sentence[: at - 1])
    if phrase is None:
        return None
    first, last = sentence[phrase.first].lower, sentence[phrase.last - 1]
    named = last.capital or first in POSSESSIVES or (first in ARTICLES and is_role(last.lower))
    return phrase if named else None


def _sentence_subject(sentence: Tokens, at: int) -> Phrase | None:
    """The subject of the sentence, where no verb of reporting shows who speaks."""
    return main_subject(sentence[:at]) or (main_subject(sentence[at + 1 :]) and None)


_Rule = tuple[str, bool, Callable[[Tokens, int], Phrase | None]]
_SIGNATURE: _Rule = ("signature", True, _signature)
_AFTER: tuple[_Rule, ...] = (
    ("verb, then speaker", True, _verb_then_speaker),
    ("speaker, then verb", True, _speaker_then_verb),
)
_ACCORDING: _Rule = ("according to", True, _according_to)
_BOTH: _Rule = ("verb before", True, says_both)
_OF_ANOTHER: _Rule = (TOLD_BY_ANOTHER, False, says_of_another)
_BEFORE: _Rule = ("verb before", True, verb_before)
_BEFORE_IT = (_BOTH, _OF_ANOTHER, _BEFORE)
_COLON: _Rule = ("announced by a colon", True, _before_colon)
_SUBJECT: _Rule = ("subject of the sentence", False, _sentence_subject)
_WHOLE: tuple[_Rule, ...] = (_SIGNATURE, *_AFTER, _ACCORDING, *_BEFORE_IT, _COLON, _SUBJECT)
_PARTIAL: tuple[_Rule, ...] = (*_BEFORE_IT, _ACCORDING, *_AFTER, _COLON, _SUBJECT)

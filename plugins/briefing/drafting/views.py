"""Views that an article gives in its own words: "according to Dr. Lee", "she said that …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .people import FoundActor
from .phrases import Phrase, phrase_after, subject_before
from .quotations import Sentence
from .reporting import SAYING, THINKING
from .reporting_verb import is_reporting_verb
from .tokens import Tokens

ACCORDING = "according to"
_CONTESTING = frozenset(["dispute", "deny", "doubt", "contest"])


@dataclass(frozen=True, slots=True)
class FoundView:
    """A sentence that paraphrases somebody: its offsets, those of the speaker, and the rule that found it."""

    start: int
    end: int
    speaker: tuple[int, int]
    rule: str


def find_views(sentences: Sequence[Sentence], actors: Sequence[FoundActor]) -> list[FoundView]:
    """Find the sentences that paraphrase a person the article names, none of its words between quotation marks."""
    people = [(actor.start, actor.end) for actor in actors if actor.kind == "person"]
    found = []
    for sentence in sentences:
        tokens = sentence.tokens
        if not sentence.is_body or any(token.kind == "quote" and " " in token.text for token in tokens):
            continue
        for rule, phrase in ((ACCORDING, _according_to(tokens)), *told(tokens)):
            if phrase and _names_person(phrase.span(tokens), people):
                found.append(FoundView(tokens[0].start, tokens[-1].end, phrase.span(tokens), rule))
                break
    return found


def _according_to(tokens: Tokens) -> Phrase | None:
    for at in range(len(tokens) - 2):
        if tokens[at].lower == "according" and tokens[at + 1].lower == "to":
            return phrase_after(tokens, at + 2)
    return None


def told(tokens: Tokens) -> Iterator[tuple[str, Phrase]]:
    """The verbs of a sentence with which somebody tells what somebody says or thinks, each with its subject."""
    for at in range(1, len(tokens)):
        if (_says(tokens, at) or _thinks(tokens, at)) and (phrase := subject_before(tokens, at)):
            yield tokens[at].lower, phrase


def _says(tokens: Tokens, at: int) -> bool:
    """Whether a verb reports words; what is promised to be done is no view: has promised to come."""
    if tokens[at].lower not in SAYING or not is_reporting_verb(tokens, at) or _is_denied(tokens, at):
        return False
    return _lower(tokens, at + 1) != "to" or tokens[at].lower in ("said", "says")


def _thinks(tokens: Tokens, at: int) -> bool:
    """Whether a verb tells an opinion: thinks that it is wrong; would, she believes, halve it; does not deny that."""
    that = _lower(tokens, at + 1) == "that"
    if tokens[at].lower in _CONTESTING and that and tokens[at - 1].lower == "not":
        return True
    if tokens[at].lower not in THINKING or not is_reporting_verb(tokens, at) or _is_denied(tokens, at):
        return False
    return that or (_lower(tokens, at + 1) == "," and at > 1 and tokens[at - 2].text == ",")


def _lower(tokens: Tokens, at: int) -> str:
    return tokens[at].lower if at < len(tokens) else ""


def _is_denied(tokens: Tokens, at: int) -> bool:
    """Whether it is told that somebody did not speak: did not respond."""
    return tokens[at - 1].lower in ("not", "never") or tokens[at - 1].lower.endswith(("n't", "n’t"))


def _names_person(span: tuple[int, int], people: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in people)

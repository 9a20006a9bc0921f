"""Passages that may be worth a key point: how the article begins, and what it says with a hedge."""

import re
from collections.abc import Iterator

from ..model.briefing import ClaimStatus, KeyPoint
from .proposal import Proposal
from .quotations import Sentence
from .reading import Reading

MOST_KEY_POINTS = 8
_OPENING_SENTENCES = 2
LONGEST_SUMMARY = 60
"""Words."""
_HEDGE = re.compile(
    r"\b(?:(?:is|are|was|were) (?:said|believed|thought|understood|alleged|reported|rumou?red|seen) (?:to|as|that)"
    r"|reportedly|allegedly|apparently|purportedly)\b"
)


def find_key_passages(reading: Reading) -> list[Proposal[KeyPoint]]:
    """The first sentences of the body, and those whose claim the article leaves to somebody it does not name."""
    body = [sentence for sentence in reading.found.sentences if sentence.is_body]
    found = [_point(reading, s, "reported", "how the article begins") for s in body[:_OPENING_SENTENCES]]
    found += [
        _point(reading, s, "claimed", f"hedged: “{hedge}”; keep the hedge") for s, hedge in _hedged(reading, body)
    ]
    return [proposal for proposal in found if proposal]


def _hedged(reading: Reading, body: list[Sentence]) -> Iterator[tuple[Sentence, str]]:
    for sentence in body[_OPENING_SENTENCES:]:
        match = _HEDGE.search(reading.text, sentence.tokens[0].start, sentence.tokens[-1].end)
        if match:
            yield sentence, match[0]


def _point(reading: Reading, sentence: Sentence, status: ClaimStatus, why: str) -> Proposal[KeyPoint] | None:
    passage = reading.passage_of(sentence)
    if passage is None:
        return None
    entry = KeyPoint(text="…", status=status, passage=(passage,))
    return Proposal(entry, f"{reading.where(sentence.tokens[0].start)}, {why}")


def opening_words(reading: Reading) -> str:
    """The article's first sentences, as many as a summary holds; the first one cut where it alone is longer."""
    kept: list[str] = []
    for sentence in (s for s in reading.found.sentences if s.is_body):
        if kept and (_is_relative(reading, sentence) or any(t.kind == "quote" for t in sentence.tokens)):
            break
        words = reading.words(sentence.tokens[0].start, sentence.tokens[-1].end).split()
        if len(kept) + len(words) > LONGEST_SUMMARY:
            break
        kept += words
    first = next((s for s in reading.found.sentences if s.is_body), None)
    if not kept and first:
        return " ".join(reading.words(first.tokens[0].start, first.tokens[-1].end).split()[:LONGEST_SUMMARY]) + " …"
    return " ".join(kept)


def _is_relative(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence counts days from the article's own, as "yesterday" does: a summary is read on other days."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    return any(start <= d.start < end and d.basis == "resolved" for d in reading.found.dates)

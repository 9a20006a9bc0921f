"""Who says what stands behind a verb of reporting: its subject, before or behind it, alone or shared with another."""

from collections.abc import Iterator
from itertools import islice, pairwise

from .phrases import Phrase, phrase_after, subject_before
from .reporting import NAMING, PARTICIPLES, QUOTING
from .reporting_verb import is_reporting_verb
from .sentence_subject import main_subject
from .tokens import Tokens
from .words import AUXILIARIES, COORDINATORS, PERSONAL, is_adverb

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_FEWEST_SAYERS, _MOST_SAYERS = 2, 5


def verb_before(sentence: Tokens, at: int) -> Phrase | None:
    """Ann Lee said: "…"; the nearest verb of reporting before the quotation that has a subject."""
    found = next(_sayers(sentence, at), None)
    return found[1] if found else None


def _sayers(sentence: Tokens, at: int) -> Iterator[tuple[int, Phrase]]:
    """The verbs of reporting before a quotation with their subjects, the nearest first."""
    for verb in range(at - 1, -1, -1):
        token = sentence[verb]
        if token.lower in PARTICIPLES:
            phrase = _subject_of_participle(sentence, verb)
        elif is_reporting_verb(sentence, verb):
            phrase = _agent(sentence, verb, at) or quoted_by(sentence, verb)
            phrase = phrase or (None if _is_suffered(sentence, verb) else _subject(sentence, verb))
        else:
            continue
        if phrase:
            yield verb, phrase


def says_both(sentence: Tokens, at: int) -> Phrase | None:
    """Ann Lee in "Ann Lee said that the owners had asked, and that it was "late"": both clauses are what she said."""
    return _outer(sentence, at, joined=True)


def says_of_another(sentence: Tokens, at: int) -> Phrase | None:
    """The owners in "Ann Lee said that the owners had called it "late"": theirs, if she tells it right."""
    return _outer(sentence, at, joined=False)


def _outer(sentence: Tokens, at: int, *, joined: bool) -> Phrase | None:
    """Who speaks where the nearest verb of reporting stands in a clause that somebody else is told to have said.

    With `joined`, that is who says both it and the clause with the quotation; else the subject of the nearest verb.
    """
    sayers = list(islice(_sayers(sentence, at), _MOST_SAYERS))
    if len(sayers) < _FEWEST_SAYERS:
        return None
    (verb, inner), *outer = sayers
    says = next((by for said, by in outer if by.last <= said and _reports(sentence, said, inner)), None)
    if says is None or inner.first <= says.last or inner == says:
        return None
    between = pairwise(sentence[verb:at])
    is_joined = any(a.lower in COORDINATORS and b.lower == "that" for a, b in between)
    return None if joined is not is_joined else says if joined else inner


def _reports(sentence: Tokens, said: int, inner: Phrase) -> bool:
    """Whether a clause with a subject of its own follows a verb: said that the owners …, said the owners …."""
    return lower_at(sentence, said + 1) == "that" or inner.first == said + 1


def _is_suffered(sentence: Tokens, verb: int) -> bool:
    """Whether what is said stands in the passive, whose subject says nothing: that it would be announced "soon"."""
    return verb > 0 and sentence[verb - 1].lower in _BE and sentence[verb].lower.endswith(("ed", "told"))


def _agent(sentence: Tokens, verb: int, at: int) -> Phrase | None:
    """Who does what is said in the passive: was called "…" by Ann Lee."""
    passive = sentence[verb].lower in NAMING and any(t.lower in _BE for t in sentence[max(0, verb - 2) : verb])
    if not passive or lower_at(sentence, verb + 1) == "as":
        return None
    for position in range(verb + 1, min(len(sentence), at + 4)):
        if sentence[position].lower == "by":
            return phrase_after(sentence, position + 1)
    return None


def _subject(sentence: Tokens, verb: int) -> Phrase | None:
    return subject_before(sentence, verb) or (
        _subject_of_chain(sentence, verb) if _is_joined(sentence, verb) else _inverted(sentence, verb)
    )


def _inverted(sentence: Tokens, verb: int) -> Phrase | None:
    """Said Ann Lee: "…"."""
    return phrase_after(sentence, verb + 1) if verb == 0 or sentence[verb - 1].kind == "quote" else None


def _is_joined(sentence: Tokens, verb: int) -> bool:
    at = verb
    while at > 0 and (is_adverb(sentence[at - 1].lower) or sentence[at - 1].lower in AUXILIARIES):
        at -= 1
    return at > 0 and sentence[at - 1].lower in ("and", "but", "or", ",", "to", "then", "by")


def _subject_of_chain(sentence: Tokens, verb: int) -> Phrase | None:
    """The subject that a verb shares with one before it: Ann Lee stood up and said."""
    for earlier in range(verb - 1, 0, -1):
        if is_reporting_verb(sentence, earlier):
            phrase = quoted_by(sentence, earlier) or subject_before(sentence, earlier)
            if phrase:
                return phrase
        if sentence[earlier].lower in PERSONAL and sentence[earlier].lower not in ("it", "you", "who"):
            return Phrase(earlier, earlier + 1)
    return main_subject(sentence[:verb])


def _subject_of_participle(sentence: Tokens, verb: int) -> Phrase | None:
    before = sentence[verb - 1] if verb else None
    if (
        before is not None
        and before.kind == "word"
        and before.lower
        not in ("by", "and", "while", "when", "as", "of", "before", "after", "in", "for", "without", "not")
    ):
        phrase = subject_before(sentence, verb)
        if phrase:
            return phrase
    return _subject_of_chain(sentence, verb) if verb else None


def quoted_by(sentence: Tokens, verb: int) -> Phrase | None:
    """The speaker in "Reuters quoted Ann Lee as saying": not Reuters."""
    if sentence[verb].lower not in QUOTING or sentence[verb - 1].lower in _BE:
        return None
    return phrase_after(sentence, verb + 1)


def lower_at(sentence: Tokens, at: int) -> str:
    """Return a word of a sentence in small letters; "" where there is none."""
    return sentence[at].lower if 0 <= at < len(sentence) else ""

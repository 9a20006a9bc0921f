"""The proof: everything a briefing gives as somebody's words is looked for in the saved sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity
from ..evidence.finding import Finding, Nearest, Reason
from ..evidence.match import find
from ..evidence.source_text import SourceText
from ..evidence.speech import attributed_to, quoted_span_at
from ..parsing.resolve import Resolved
from .claims import Claim, claims_of

CODES = {
    Reason.DIFFERENT: Code.QUOTATION_DIFFERS,
    Reason.QUESTION: Code.QUOTATION_DIFFERS,
    Reason.EMPTY: Code.QUOTATION_NOT_FOUND,
    Reason.CUT_WORD: Code.QUOTATION_CUTS_WORD,
    Reason.CONTEXT: Code.CONTEXT_NOT_FOUND,
}
"""Reasons that have a code of their own; every other has to do with what was left out."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found of one claim: in which source, and how. Without a saved source there is no finding."""

    claim: Claim
    source: str
    finding: Finding | None


def prove(resolved: Resolved, saved: Mapping[str, SourceText]) -> tuple[Proof, ...]:
    """Look for every claim of a briefing; `saved` has the texts of its sources by id, those that are saved."""
    return tuple(_proof(claim, saved) for claim in claims_of(resolved))


def _proof(claim: Claim, saved: Mapping[str, SourceText]) -> Proof:
    wanted = claim.passage
    sources = [wanted.source] if wanted.source else list(saved)
    proofs = [
        Proof(claim, source, find(saved[source], wanted.exact, prefix=wanted.prefix, suffix=wanted.suffix))
        for source in sources
        if source in saved
    ]
    passed = (p for p in proofs if p.finding and p.finding.passed)
    return next(passed, None) or next(iter(proofs), Proof(claim, wanted.source, None))


def check_evidence(resolved: Resolved, proofs: tuple[Proof, ...], saved: Mapping[str, SourceText]) -> Diagnostics:
    """Return what is wrong with a briefing's words, and what an editor should look at."""
    return tuple(found for proof in proofs for found in _check(resolved, proof, saved))


def _check(resolved: Resolved, proof: Proof, saved: Mapping[str, SourceText]) -> Iterator[Diagnostic]:
    if proof.finding is None:
        if not proof.source or proof.source in resolved.sources:  # an unknown id has been said already
            yield _unsaved(resolved, proof)
    elif not proof.finding.passed:
        yield _failed(resolved, proof, proof.finding)
    elif proof.finding.ambiguous and proof.claim.kind != "prose":
        help = "write the passage as {exact: …, prefix: the words before it}"
        yield _warning(Code.PASSAGE_AMBIGUOUS, proof.finding.note, proof, help)
    elif proof.claim.kind == "quote":
        yield from _check_speech(resolved, proof, proof.finding, saved[proof.source])


def _unsaved(resolved: Resolved, proof: Proof) -> Diagnostic:
    which = f"'{proof.source}' is" if proof.source else "no source of this briefing is"
    message = f"these words cannot be checked: {which} saved"
    ids = proof.source or next(iter(resolved.sources), "the source")
    help = f"save its text under seeds/ and name it as 'file' of {ids}; or paraphrase, without quotation marks"
    return Diagnostic(Code.SOURCE_NOT_SAVED, message, proof.claim.span, help)


def _failed(resolved: Resolved, proof: Proof, finding: Finding) -> Diagnostic:
    nearest = finding.nearest
    code = CODES.get(finding.reason, Code.ELISION)
    if code is Code.QUOTATION_DIFFERS and nearest is None:
        code = Code.QUOTATION_NOT_FOUND
    elif code is Code.QUOTATION_DIFFERS and nearest and nearest.negation_changed:
        code = Code.NEGATION_CHANGED
    where = resolved.sources[proof.source].file if proof.source in resolved.sources else proof.source
    message = {
        Code.QUOTATION_DIFFERS: "the source has other words",
        Code.QUOTATION_NOT_FOUND: "these words are not in the source",
        Code.NEGATION_CHANGED: "a negation was changed",
    }.get(code, finding.note.partition(" The nearest")[0].rstrip(".").lower())
    return Diagnostic(code, message, proof.claim.span, _looked_at(nearest, where))


def _looked_at(nearest: Nearest | None, where: str) -> str:
    """Say where to look and what is different there, word by word."""
    if nearest is None:
        return f"nothing in {where} is like them; quote the source's own words, or paraphrase"
    return f"look at {where}:{nearest.line}: {marked_diff(nearest)}"


def marked_diff(nearest: Nearest) -> str:
    """Return a word-level diff: ``[-only in the briefing-]`` and ``{+only in the source+}``."""
    marks = {"-": "[-{}-]", "+": "{{+{}+}}", "=": "{}"}
    return " ".join(marks[op].format(words) for op, words in nearest.diff)


def _check_speech(resolved: Resolved, proof: Proof, finding: Finding, source: SourceText) -> Iterator[Diagnostic]:
    """A quotation lies inside the source's own quotation marks, and belongs to its speaker."""
    place = finding.places[0]
    if quoted_span_at(source, place) is None:
        message = f"line {source.line_at(place.start)} of the source has these words outside its quotation marks"
        yield _warning(Code.NOT_QUOTED_THERE, message, proof, "cite them as a passage, or paraphrase them")
        return
    given = attributed_to(source, place, _names(resolved, proof.claim.speaker))
    if given.speaker is not None and given.speaker != proof.claim.speaker:
        actor = resolved.cast.get(given.speaker)
        message = f"the source gives these words to {actor.name if actor else given.speaker} (“{given.words}”)"
        yield _warning(Code.OTHER_SPEAKER, message, proof, f"line {place.line} of the source; mend 'speaker'")


def _names(resolved: Resolved, speaker: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of every name that the words could belong to, the named speaker's included."""
    names = {id: (a.name, *a.as_written) for id, a in resolved.cast.items()}
    return names if speaker in names else {**names, speaker: (speaker,)}


def _warning(code: Code, message: str, proof: Proof, help: str) -> Diagnostic:
    return Diagnostic(code, message, proof.claim.span, help, Severity.WARNING)

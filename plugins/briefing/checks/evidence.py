"""The proof: everything a briefing gives as somebody's words is looked for in the saved sources."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity
from ..evidence.finding import Finding, Nearest, Reason
from ..evidence.match import find
from ..evidence.source_text import SourceText
from ..model.source import Passage
from ..parsing.resolve import Resolved
from .claims import Claim, claims_of
from .speech import check_speech

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
    look = cache(partial(_look, saved))  # the same words are cited in several places
    return tuple(Proof(claim, *look(claim.passage)) for claim in claims_of(resolved))


def _look(saved: Mapping[str, SourceText], wanted: Passage) -> tuple[str, Finding | None]:
    """Return the source a passage stands in, or the first in which it does not, and what was found there."""
    sources = [wanted.source] if wanted.source else list(saved)
    found = [
        (source, find(saved[source], wanted.exact, prefix=wanted.prefix, suffix=wanted.suffix))
        for source in sources
        if source in saved
    ]
    passed = ((source, finding) for source, finding in found if finding.passed)
    return next(passed, None) or next(iter(found), (wanted.source, None))


def check_evidence(
    resolved: Resolved, proofs: tuple[Proof, ...], saved: Mapping[str, SourceText], broken: Collection[str] = ()
) -> Diagnostics:
    """Return what is wrong with a briefing's words, and what an editor should look at.

    Of a source that is `broken`, whose saved copy cannot be used, nothing is said here: its own diagnostic says it.
    """
    checked = (p for p in proofs if p.source not in broken and (p.source or not broken))
    return tuple(found for proof in checked for found in _check(resolved, proof, saved))


def _check(resolved: Resolved, proof: Proof, saved: Mapping[str, SourceText]) -> Iterator[Diagnostic]:
    if proof.finding is None:
        if not proof.source or proof.source in resolved.sources:  # an unknown id has been said already
            yield _unsaved(resolved, proof)
    elif not proof.finding.passed:
        yield _failed(resolved, proof, proof.finding)
    elif proof.finding.ambiguous and proof.claim.kind != "prose":
        help = "write the passage as {exact: …, prefix: the words before it}"
        yield Diagnostic(Code.PASSAGE_AMBIGUOUS, proof.finding.note, proof.claim.span, help, Severity.WARNING)
    elif proof.finding.note and not proof.finding.ambiguous:
        help = "quote it too, or make sure that the sense is the same"
        yield Diagnostic(Code.SENSE_TO_CHECK, _sentence(proof.finding.note), proof.claim.span, help, Severity.WARNING)
    elif proof.claim.kind == "quote":
        yield from check_speech(resolved, proof.claim, proof.finding, saved[proof.source])


def _unsaved(resolved: Resolved, proof: Proof) -> Diagnostic:
    which = f"'{proof.source}' is not" if proof.source else "no source of this briefing is"
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
    why = {
        Code.QUOTATION_DIFFERS: "the source has other words",
        Code.QUOTATION_NOT_FOUND: "the source has nothing like them",
        Code.NEGATION_CHANGED: "a negation was changed",
    }.get(code) or _sentence(finding.note)
    message = f"these words are not in {proof.source}: {why}"
    return Diagnostic(code, message, proof.claim.span, _looked_at(nearest, where))


def _sentence(note: str) -> str:
    """Return the first sentence of a note as a clause."""
    first = note.partition(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def _looked_at(nearest: Nearest | None, where: str) -> str:
    """Say where to look and what is different there, word by word."""
    if nearest is None:
        return f"nothing in {where} is like them; quote the source's own words, or paraphrase"
    return f"look at {where}:{nearest.line}: {marked_diff(nearest)}"


def marked_diff(nearest: Nearest) -> str:
    """Return a word-level diff: ``[-only in the briefing-]`` and ``{+only in the source+}``, changes together."""
    pieces: list[str] = []
    for same, changes in groupby(nearest.diff, key=lambda change: change[0] == "="):
        words = {op: " ".join(w for o, w in group if o == op) for group in [list(changes)] for op in "=-+"}
        pieces += (
            [words["="]] if same else [f"[-{words['-']}-]" * bool(words["-"]), f"{{+{words['+']}+}}" * bool(words["+"])]
        )
    return " ".join(filter(None, pieces))

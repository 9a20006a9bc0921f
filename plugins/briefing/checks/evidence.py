"""The proof: everything a briefing gives as somebody's words is looked for in the saved sources."""

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby, pairwise

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity
from ..evidence.finding import Finding, Nearest, Reason
from ..evidence.match import find
from ..evidence.notes import odd_letters
from ..evidence.source_text import SourceText
from ..evidence.unmarked_gaps import GAP
from ..parsing.resolve import Resolved, is_described, sources_are_known
from .claims import Claim
from .proof import Proof, prove
from .speech import check_speech

__all__ = ["Proof", "check_evidence", "marked_diff", "prove"]

CODES = {
    Reason.DIFFERENT: Code.QUOTATION_DIFFERS,
    Reason.QUESTION: Code.QUOTATION_DIFFERS,
    Reason.EMPTY: Code.QUOTATION_NOT_FOUND,
    Reason.CUT_WORD: Code.QUOTATION_CUTS_WORD,
    Reason.CONTEXT: Code.CONTEXT_NOT_FOUND,
}
"""Reasons that have a code of their own; every other has to do with what was left out."""
WHICH = {
    "passage": "write the passage as {exact: the words, prefix: the words before them}",
    "citation": "cite more of the words, before or behind, until they stand there only once",
    "quote": "write beside it passage: the sentence it stands in; or passage: {exact: the same words, prefix: …}",
    "prose": 'cite beside them the sentence they stand in, [@%s "its words"]',
}
"""How an editor says which of several places is meant."""
LONGEST_TITLE = 15
AROUND = 2
"""Words shown on either side of what is left out."""
TITLES = "; a title is set in *emphasis* in the prose, without marks elsewhere"
OWN_WORDS = "; your own words stand without marks"


def check_evidence(
    resolved: Resolved, proofs: tuple[Proof, ...], saved: Mapping[str, SourceText], broken: Collection[str] = ()
) -> Diagnostics:
    """Return what is wrong with a briefing's words, and what an editor should look at.

    Of a source that is not known, or is `broken` (its saved copy cannot be used), nothing is said here: its own
    diagnostic says it.
    """
    unknown = {s.id for s in resolved.briefing.sources if not is_described(s)}
    missing = unknown.union(broken)
    # Words that name no source may be in one that is not at hand.
    is_sure = not missing and sources_are_known(resolved.manuscript)
    checked = (p for p in proofs if p.source not in missing and (is_sure or p.claim.passage.source))
    return tuple(found for proof in checked for found in _check(resolved, proof, saved))


def _check(resolved: Resolved, proof: Proof, saved: Mapping[str, SourceText]) -> Iterator[Diagnostic]:
    finding = proof.finding
    if finding is None:
        if not proof.source or proof.source in resolved.sources:  # an unknown id has been said already
            yield _unsaved(resolved, proof)
    elif not finding.passed:
        recased = _recased(proof.claim.passage.exact)
        is_recased = proof.source in saved and find(saved[proof.source], recased).passed
        yield _elsewhere(proof) if proof.elsewhere else _failed(resolved, proof, finding, is_recased=is_recased)
    else:
        yield from _unnamed(proof)
        yield from _noted(proof, finding)
        if proof.claim.kind == "quote":
            yield from check_speech(resolved, proof.claim, finding, saved[proof.source])


def _elsewhere(proof: Proof) -> Diagnostic:
    """Name the source that has the words, where the one they are given to has not."""
    message = f"these words are not in {proof.source}: they are in {' and in '.join(proof.elsewhere)}"
    return Diagnostic(Code.WRONG_SOURCE, message, proof.claim.span, _named(proof.claim, proof.elsewhere[0]))


def _unnamed(proof: Proof) -> Iterator[Diagnostic]:
    """Ask for the source of a passage that names none, and of a quotation that several have."""
    claim, having = proof.claim, (proof.source, *proof.elsewhere)
    if claim.passage.source or claim.kind == "prose":
        return
    if claim.kind == "passage":
        message = f"the passage does not say which source it is from; its words are in {' and in '.join(having)}"
        yield Diagnostic(Code.SOURCE_NOT_NAMED, message, claim.span, _named(claim, proof.source))
    elif proof.elsewhere:
        message = f"these words are in {' and in '.join(having)}; the page gives them to {proof.source}"
        help = f"if they are from {proof.elsewhere[0]}, {_named(claim, proof.elsewhere[0])}"
        yield Diagnostic(Code.PASSAGE_AMBIGUOUS, message, claim.span, help, Severity.WARNING)


def _named(claim: Claim, source: str) -> str:
    """Say how a claim names a source."""
    if claim.kind == "prose":
        return f"write [@{source}] beside them"
    if claim.kind == "citation":
        return f"write [@{source} …]"
    return f"write passage: {{source: {source}, exact: the words}}"


def _noted(proof: Proof, finding: Finding) -> Iterator[Diagnostic]:
    """Warn of what a passed quotation leaves open: which of several places is meant, and whether the sense is kept."""
    if finding.ambiguous:
        help = WHICH[proof.claim.kind].replace("%s", proof.source)
        message = _sentence(finding.note.partition(": ")[0])
        yield Diagnostic(Code.PASSAGE_AMBIGUOUS, message, proof.claim.span, help, Severity.WARNING)
    elif finding.note:
        help = "quote it too, or make sure that the sense is the same"
        yield Diagnostic(Code.SENSE_TO_CHECK, _sentence(finding.note), proof.claim.span, help, Severity.WARNING)
    if finding.remark:
        help = "make sure that the sense is the same"
        yield Diagnostic(Code.SENSE_TO_CHECK, _sentence(finding.remark), proof.claim.span, help, Severity.NOTE)


def _unsaved(resolved: Resolved, proof: Proof) -> Diagnostic:
    which = f"'{proof.source}' is not" if proof.source else "no source of this briefing is"
    message = f"these words cannot be checked: {which} saved"
    ids = proof.source or next(iter(resolved.sources), "the source")
    help = f"save its text under seeds/ and name it as 'file' of {ids}; or paraphrase, without quotation marks"
    return Diagnostic(Code.SOURCE_NOT_SAVED, message, proof.claim.span, help)


def _recased(words: str) -> str:
    """Return words with the other case of their first letter."""
    return words[:1].swapcase() + words[1:]


def _failed(resolved: Resolved, proof: Proof, finding: Finding, *, is_recased: bool) -> Diagnostic:
    nearest = finding.nearest
    code = CODES.get(finding.reason, Code.ELISION)
    if code is Code.QUOTATION_DIFFERS and nearest is None:
        code = Code.QUOTATION_NOT_FOUND
    elif code is Code.QUOTATION_DIFFERS and nearest and nearest.negation_changed:
        code = Code.NEGATION_CHANGED
    where = resolved.sources[proof.source].file if proof.source in resolved.sources else proof.source
    odd = odd_letters(proof.claim.passage.exact)
    why = {
        Code.QUOTATION_DIFFERS: odd or "the source has other words",
        Code.QUOTATION_NOT_FOUND: odd or "the source has nothing like them",
        Code.NEGATION_CHANGED: "a negation was changed",
    }.get(code) or _sentence(finding.note)
    several = not proof.claim.passage.source and len(resolved.sources) > 1
    which = "any source" if several else proof.source
    message = f"these words are not in {which}: {why}"
    help = (
        _looked_at(nearest, where)
        + _gaps(finding.marked)
        + (_no_quotation(proof.claim) if proof.claim.kind == "prose" else "")
    )
    if is_recased:
        first = proof.claim.passage.exact.split()[0]
        help = f"only the case of the first letter differs: write “[{first[:1]}]{first[1:]} …”, or the other case"
    return Diagnostic(code, message, proof.claim.span, help)


def _no_quotation(claim: Claim) -> str:
    """Say what to do with marks around words that were not meant as a quotation."""
    return TITLES if _may_be_title(claim) else OWN_WORDS


def _may_be_title(claim: Claim) -> bool:
    """Tell whether quoted words could be the name of a work: short, and half of them with a capital."""
    words = claim.passage.exact.split()
    return len(words) < LONGEST_TITLE and sum(word[:1].isupper() for word in words) * 2 >= len(words)


def _sentence(note: str) -> str:
    """Return the first sentence of a note as a clause."""
    first = note.partition(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def _looked_at(nearest: Nearest | None, where: str) -> str:
    """Say where to look and what is different there, word by word."""
    if nearest is None:
        return f"nothing in {where} is like them; quote the source's own words, or paraphrase"
    return f"look at {where}:{nearest.line}: {marked_diff(nearest)}"


def _gaps(marked: str) -> str:
    """Say how a quotation tells what was left out of it: at each place, with the words around it."""
    pieces = [piece.split() for piece in marked.split(GAP)]
    shown = (" ".join((*before[-AROUND:], GAP, *behind[:AROUND])) for before, behind in pairwise(pieces))
    return f"; or say that words are left out: {', '.join(shown)}" if marked else ""


def marked_diff(nearest: Nearest) -> str:
    """Return a word-level diff: ``[-only in the briefing-]`` and ``{+only in the source+}``, changes together."""
    pieces: list[str] = []
    for same, changes in groupby(nearest.diff, key=lambda change: change[0] == "="):
        words = {op: " ".join(w for o, w in group if o == op) for group in [list(changes)] for op in "=-+"}
        pieces += (
            [words["="]] if same else [f"[-{words['-']}-]" * bool(words["-"]), f"{{+{words['+']}+}}" * bool(words["+"])]
        )
    return " ".join(filter(None, pieces))

"""Every quotation of a site and how it was verified: as JSON for machines, as a table for people."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ..checks.evidence import Proof

UNCHECKED = "not checked"


def render_evidence_json(proofs: Iterable[Proof]) -> str:
    """Return a JSON list with one object for each quotation and passage, in the order of files and places."""
    return json.dumps([record(p) for p in proofs], ensure_ascii=False, indent=1) + "\n"


def record(proof: Proof) -> dict[str, Any]:
    """Return a proof as plain values; places in the source are lines and paragraphs counted from 1."""
    claim, finding = proof.claim, proof.finding
    place = finding.places[0] if finding and finding.places else None
    return {
        "briefing": claim.span.path,
        "line": claim.span.line,
        "column": claim.span.column,
        "kind": claim.kind,
        "words": claim.passage.exact,
        "speaker": claim.speaker,
        "source": proof.source,
        "level": level(proof),
        "passed": bool(finding and finding.passed),
        "source_line": place.line if place else None,
        "source_paragraph": place.paragraph if place else None,
        "note": finding.note if finding else "",
    }


def level(proof: Proof) -> str:
    """Return the level of a proof, in a word."""
    return str(proof.finding.level.value) if proof.finding else UNCHECKED


def render_evidence_table(proofs: Iterable[Proof], width: int) -> str:
    """Return a line for each quotation and passage, cut to a width in characters, and one that counts the levels."""
    found = list(proofs)
    lines = [*_rows(found, width), "", _counts(found)]
    return "\n".join(lines).strip()


def _rows(proofs: Iterable[Proof], width: int) -> Iterator[str]:
    path = ""
    for proof in proofs:
        if proof.claim.span.path != path:
            path = proof.claim.span.path
            yield f"\n{path}"
        finding = proof.finding
        where = f"line {finding.places[0].line}" if finding and finding.places else ""
        claim = proof.claim
        row = f"  {claim.span.line:>4}  {level(proof):<11} {claim.kind:<8} {where:<9} {claim.passage.exact}"
        yield row if len(row) <= width else row[: width - 1] + "…"


def _counts(proofs: Iterable[Proof]) -> str:
    counts = Counter(level(p) for p in proofs)
    words = "quotation or passage" if counts.total() == 1 else "quotations and passages"
    return f"{counts.total()} {words}: " + ", ".join(f"{n} {name}" for name, n in counts.most_common()) + "."

"""Every quotation of a site and how it was verified: as JSON for machines, as a table for people."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..checks.evidence import Proof

UNCHECKED = "not checked"


def render_evidence_json(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return a JSON list with one object for each quotation and passage, in the order of files and places."""
    return json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"


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


def render_evidence_table(rows: Iterable[Mapping[str, Any]], width: int) -> str:
    """Return a line for each quotation and passage, cut to a width in characters, and one that counts the levels."""
    found = list(rows)
    lines = [*_lines(found, width), "", _counts(found)]
    return "\n".join(lines).strip()


def _lines(rows: Iterable[Mapping[str, Any]], width: int) -> Iterator[str]:
    path = ""
    for row in rows:
        if row["briefing"] != path:
            path = row["briefing"]
            yield f"\n{path}"
        where = f"line {row['source_line']}" if row["source_line"] else ""
        line = f"  {row['line']:>4}  {row['level']:<11} {row['kind']:<8} {where:<9} {row['words']}"
        yield line if len(line) <= width else line[: width - 1] + "…"


def _counts(rows: Iterable[Mapping[str, Any]]) -> str:
    counts = Counter(row["level"] for row in rows)
    words = "quotation or passage" if counts.total() == 1 else "quotations and passages"
    levels = ", ".join(f"{n} {name}" for name, n in counts.most_common())
    return f"{counts.total()} {words}{': ' if levels else ''}{levels}."

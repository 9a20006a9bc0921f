"""Diagnostics as SARIF 2.1.0 (OASIS), the form that code scanning and review tools read."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from ..diagnostics import Diagnostic, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render_sarif(diagnostics: Iterable[Diagnostic], explanations: Mapping[str, str]) -> str:
    """Return a log with one run; `explanations` say what each code means."""
    found = sorted(diagnostics, key=lambda d: d.sort_key)
    names = sorted({d.name for d in found})
    rules = [{"id": name, "shortDescription": {"text": explanations.get(name) or name}} for name in names]
    run = {
        "tool": {"driver": {"name": "briefing", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, names.index(d.name)) for d in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(d: Diagnostic, number: int) -> dict[str, Any]:
    text = f"{d.message}\n{d.help}" if d.help else d.message
    return {
        "ruleId": d.name,
        "ruleIndex": number,
        "level": LEVELS[d.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(d)}],
    }


def _place(d: Diagnostic) -> dict[str, Any]:
    span = d.span
    artifact = {"artifactLocation": {"uri": quote(span.path)}}
    if not span.line:
        return artifact
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {**artifact, "region": region}

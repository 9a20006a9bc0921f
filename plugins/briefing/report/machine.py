"""Diagnostics as JSON: one object, for editors' programs and for scripts."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from ..diagnostics import Diagnostic, Severity


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``{"diagnostics": […], "errors": 1, "warnings": 0, "notes": 0}``, in the order of file and place."""
    found = sorted(diagnostics, key=lambda d: d.sort_key)
    counts = Counter(d.severity for d in found)
    numbers = {f"{severity.value}s": counts[severity] for severity in Severity}
    return json.dumps({"diagnostics": [plain(d) for d in found], **numbers}, ensure_ascii=False, indent=1)


def plain(d: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as plain values; lines and columns are counted from 1, in characters, the end exclusive."""
    said = {"code": d.name, "severity": d.severity.value, "message": d.message, "help": d.help, "file": d.span.path}
    if not d.span.line:
        return said
    end = {"end_line": d.span.end_line, "end_column": d.span.end_column}
    return {**said, "line": d.span.line, "column": d.span.column, **end}

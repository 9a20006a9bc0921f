"""One line of ``briefing verify --json``: a source and a quotation in, the level and the reason out."""

from collections.abc import Callable, Mapping
from typing import Any

from .match import find
from .saved import SavedFault
from .source_text import SourceText


def verify_line(request: Mapping[str, Any], load: Callable[[str], SourceText | SavedFault]) -> dict[str, Any]:
    """Answer ``{"source", "quote", "prefix"?, "suffix"?}`` with ``{"level", "passed", "nearest", "note"}``.

    `load` gives the source of a name, read once, or what is wrong with it. `nearest` is null, or the text, line and
    word-level diff of the passage that comes nearest. What cannot be checked has the level ``error``.
    """
    given = [request.get(name, "") for name in ("source", "quote", "prefix", "suffix")]
    if not all(isinstance(value, str) for value in given) or not given[0]:
        return _answer("error", note='A line is {"source": FILE, "quote": TEXT}, all of it text.')
    source, quotation, prefix, suffix = given
    text = load(source)
    if isinstance(text, SavedFault):
        return _answer("error", note=text.message)
    finding = find(text, quotation, prefix=prefix, suffix=suffix)
    nearest = finding.nearest and {
        "text": finding.nearest.text,
        "line": finding.nearest.line,
        "diff": [list(step) for step in finding.nearest.diff],
        "negation_changed": finding.nearest.negation_changed,
    }
    return _answer(finding.level.value, passed=finding.passed, nearest=nearest, note=finding.note)


def _answer(level: str, *, passed: bool = False, nearest: object = None, note: str = "") -> dict[str, Any]:
    return {"level": level, "passed": passed, "nearest": nearest, "note": note}

"""Diagnostics as GitHub shows them beside the lines of a pull request: workflow commands, a line each."""

from collections.abc import Iterable

from ..diagnostics import Diagnostic, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = {**IN_TEXT, ord(":"): "%3A", ord(","): "%2C"}


def render_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``::error file=…,line=…::what is wrong`` for each, in the order of file and place."""
    return "\n".join(map(_annotation, sorted(diagnostics, key=lambda d: d.sort_key)))


def _annotation(d: Diagnostic) -> str:
    span = d.span
    place = {"line": span.line, "endLine": span.end_line, "col": span.column, "endColumn": span.end_column}
    if span.end_line != span.line:  # columns of several lines are not understood there
        place = {"line": span.line, "endLine": span.end_line}
    given = {"file": span.path, **(place if span.line else {}), "title": d.name}
    properties = ",".join(f"{name}={str(value).translate(IN_PROPERTY)}" for name, value in given.items())
    text = f"{d.message}\n{d.help}" if d.help else d.message
    return f"::{COMMANDS[d.severity]} {properties}::{text.translate(IN_TEXT)}"

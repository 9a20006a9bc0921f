"""Where in a file of settings a wrong one stands: a diagnostic of the settings knows its value, and not its line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..diagnostics import Code, Diagnostic, Diagnostics, Span, span_of
from ..origin import Line
from .settings import SETTINGS_FILES

NAMED = re.compile(r"BRIEFING_\w+|'([\w-]+)'")


def at_their_lines(problems: Diagnostics, root: Path) -> Diagnostics:
    """Return problems of the settings below `root` in the file that has them, at the last line with what they name."""
    file = next((root / name for name in SETTINGS_FILES if (root / name).is_file()), None)
    if file is None or not any(map(_is_without_line, problems)):
        return problems
    lines = file.read_text("utf-8", "replace").split("\n")
    return tuple(_placed(problem, file.name, lines) for problem in problems)


def _placed(problem: Diagnostic, name: str, lines: Sequence[str]) -> Diagnostic:
    if not _is_without_line(problem):
        return problem
    for named in NAMED.finditer(problem.message) if problem.code is Code.BAD_SETTING else ():
        word = re.compile(rf"(?<=[\"']){named[1]}(?=[\"'])" if named[1] else rf"\b{named[0]}\b")
        for number, line in reversed(list(enumerate(lines, 1))):  # what is given twice is what the last line says
            if found := word.search(line):
                return replace(problem, span=span_of(Line(name, number, line, found.start() + 1, found.end() + 1)))
    return replace(problem, span=Span(name))


def _is_without_line(problem: Diagnostic) -> bool:
    return problem.span.path in SETTINGS_FILES and not problem.span.line

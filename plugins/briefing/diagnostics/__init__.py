"""What can be wrong, where it stands, and how it is said: diagnostics as plain values.

A `Diagnostic` is one problem in one place. Every arrow of the house returns its value together with a tuple of
them; `report` turns them into text. The codes live in one enum, each with the explanation an editor
reads.
"""

from collections.abc import Iterable
from enum import Enum

from ..frozen import frozen, replace
from ..origin import Line, origin_of, said_of
from .codes import Code

__all__ = [
    "Code", "Diagnostic", "Diagnostics", "Severity", "Span", "errors_in", "fault_of_program", "gathered",
    "span_of", "stops", "told_once", "without_notes",
]  # fmt: skip

OF_THE_MACHINE = frozenset({Code.NO_FONT})  # what it lacks is said, and stops nothing: the texts are in order
REPORT_IT = "a fault of the program: please report it, unless the line is yours"
MOST_LINES = 20  # that one diagnostic names


class Severity(Enum):
    """How bad it is: an error stops the build, a warning is listed, a note is there for those who ask."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Span:
    """A place in a file: 1-based lines and columns in characters, the end exclusive.

    `excerpt` is its first line, or the part of a long line around it, which begins at `excerpt_column`.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    excerpt: str = ""
    excerpt_column: int = 1


@frozen
class Diagnostic:
    """One problem in one place: what is wrong, and how to mend it, in an editor's words."""

    code: Code
    message: str
    span: Span
    help: str = ""
    severity: Severity = Severity.ERROR
    rule: str = ""
    """The name of a rule of the site's own, which stands for its code."""

    @property
    def name(self) -> str:
        """What is printed as its code, and explained."""
        return self.rule or self.code.value

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order by file, then by place."""
        return (self.span.path, self.span.line, self.span.column, self.name)


Diagnostics = tuple[Diagnostic, ...]


def gathered(diagnostics: Iterable[Diagnostic]) -> Diagnostics:
    """Say once what is said of several places of one file; the help names the other lines.

    Marks of a draft are each to be settled, and so each is told, and counted.
    """
    alike: dict[tuple[str, str, str, Span | str], list[Diagnostic]] = {}
    for d in diagnostics:
        is_mark = d.code is Code.UNSURE_MARK and d.severity is Severity.NOTE
        alike.setdefault((d.name, d.message, d.help, d.span if is_mark else d.span.path), []).append(d)
    return tuple(_with_other_lines(*places) for places in alike.values())


def span_of(line: Line | None) -> Span:
    """Return a line of a program as a place."""
    if line is None:
        return Span("the program")
    return Span(line.name, line.number, line.column, line.number, line.end, line.text)


def fault_of_program(error: BaseException, path: str = "") -> Diagnostic:
    """Return a fault of the program at its line; or at the file it failed on, its line in the help."""
    line = origin_of(error)
    message = f"the program failed here: {said_of(error)}"
    if not path:
        return Diagnostic(Code.INTERNAL, message, span_of(line), REPORT_IT)
    at = f"{line.name}:{line.number}: {line.text.strip()}; " if line else ""
    return Diagnostic(Code.INTERNAL, message, Span(path), f"{at}{REPORT_IT}")


def told_once(diagnostics: Iterable[Diagnostic], root: str = "") -> Diagnostics:
    """Tell a fault of a program once, and on how many files it failed; programs below `root` are named from there."""
    alike: dict[object, list[Diagnostic]] = {}
    for d in diagnostics:
        is_rule = d.code is Code.BAD_SETTING and d.span.line > 0
        key = (d.span, d.help) if is_rule else (d.message, d.help) if d.code is Code.INTERNAL else len(alike)
        alike.setdefault(key, []).append(d)
    return tuple(_with_other_files(root, *sorted(of, key=lambda d: (*d.sort_key, d.message))) for of in alike.values())


def _with_other_files(root: str, first: Diagnostic, *others: Diagnostic) -> Diagnostic:
    if root and first.span.path.startswith(f"{root}/"):
        first = replace(first, span=replace(first.span, path=first.span.path.removeprefix(f"{root}/")))
    if not others:
        return first
    also = f"the same on {len(others):,} other {'file' if len(others) == 1 else 'files'}"
    return replace(first, help=f"{first.help}; {also}" if first.help else also)


def _with_other_lines(first: Diagnostic, *others: Diagnostic) -> Diagnostic:
    lines = sorted({d.span.line for d in others} - {first.span.line})
    if not lines:
        return first
    shown = ", ".join(map(str, lines[:MOST_LINES])) + (" …" if len(lines) > MOST_LINES else "")
    also = f"the same on {'lines' if len(lines) > 1 else 'line'} {shown}"
    return replace(first, help=f"{first.help}; {also}" if first.help else also)


def without_notes(diagnostics: Diagnostics) -> Diagnostics:
    """Return what a build says: everything but the notes."""
    return tuple(d for d in diagnostics if d.severity is not Severity.NOTE)


def stops(diagnostics: Diagnostics, *, strict: bool) -> bool:
    """Tell whether a build goes no further: for an error, and where it is strict for a warning of its texts."""
    return bool(errors_in(diagnostics) or (strict and any(d.code not in OF_THE_MACHINE for d in diagnostics)))


def errors_in(diagnostics: Diagnostics) -> int:
    """Count the diagnostics that stop a build."""
    return sum(d.severity is Severity.ERROR for d in diagnostics)

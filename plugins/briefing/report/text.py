"""Diagnostics as an editor reads them: place, what is wrong, the line with a caret, how to mend it."""

from collections.abc import Iterable

from ..diagnostics import Diagnostic, Severity, Span

WIDEST = 100  # characters of a line that are shown


def render_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return all diagnostics, in the order of file and place, each followed by its line and a caret."""
    return "\n".join(render_one(d) for d in sorted(diagnostics, key=lambda d: d.sort_key))


def render_one(diagnostic: Diagnostic) -> str:
    """Return ``path:line:column: severity[code]: message``, the line with a caret, and the help."""
    d = diagnostic
    lines = [f"{_place(d.span)}: {d.severity.value}[{d.code.value}]: {_visible(d.message)}"]
    if d.span.line and d.span.excerpt.strip():
        lines += _excerpt(d.span)
    if d.help:
        lines.append(f"    help: {_visible(d.help)}")
    return "\n".join(lines)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``2 errors and 1 warning in 2 files``."""
    found = list(diagnostics)
    errors = sum(d.severity is Severity.ERROR for d in found)
    counts = [counted(n, word) for n, word in ((errors, "error"), (len(found) - errors, "warning")) if n]
    return f"{' and '.join(counts)} in {counted(len({d.span.path for d in found}), 'file')}"


def counted(number: int, word: str) -> str:
    """Return ``1 error``, ``2 errors``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}:{span.column}" if span.line else span.path


def _excerpt(span: Span) -> list[str]:
    """Return the line and a caret line under it; a long line is cut to the part around the place."""
    start = max(0, min(span.column - 1 - WIDEST // 2, len(span.excerpt) - WIDEST))
    text = _visible(span.excerpt[start : start + WIDEST])
    at = span.column - 1 - start
    end = span.end_column - 1 - start if span.end_line == span.line else len(text)
    marks = "^" * max(1, min(end, len(text)) - at)
    number = str(span.line)
    lead, tail = "…" * (start > 0), "…" * (start + WIDEST < len(span.excerpt))
    return [f"  {number} | {lead}{text}{tail}", f"  {' ' * len(number)} | {' ' * (at + len(lead))}{marks}"]


def _visible(text: str) -> str:
    """Replace control characters, which could move the cursor of a terminal, by visible ones."""
    return "".join(c if c.isprintable() else " " if c in "\t\n" else "�" for c in text)

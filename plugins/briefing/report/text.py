"""Diagnostics as an editor reads them: place, what is wrong, the line with a caret, how to mend it."""

from collections import Counter
from collections.abc import Iterable
from unicodedata import combining, east_asian_width

from ..diagnostics import Diagnostic, Severity, Span

WIDEST = 100  # characters of a line that are shown
MOST_FILES = 12  # whose notes are counted one by one


def render_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return all diagnostics, in the order of file and place, each followed by its line and a caret."""
    return "\n".join(render_one(d) for d in sorted(diagnostics, key=lambda d: d.sort_key))


def render_one(diagnostic: Diagnostic) -> str:
    """Return ``path:line:column: severity[code]: message``, the line with a caret, and the help."""
    d = diagnostic
    lines = [f"{place_of(d.span)}: {d.severity.value}[{d.name}]: {_visible(d.message)}"]
    lines += excerpt_of(d.span)
    if d.help:
        lines.append(f"    help: {_visible(d.help)}")
    return "\n".join(lines)


def render_counts(notes: Iterable[Diagnostic]) -> str:
    """Return how many notes of each kind a file has, a line for each of the first files: they are not in the way so."""
    by_file: dict[str, Counter[str]] = {}
    for note in sorted(notes, key=lambda d: d.sort_key):
        by_file.setdefault(note.span.path, Counter())[note.name] += 1
    lines = [f"{path}: {_kinds(kinds)}" for path, kinds in by_file.items()]
    more = len(lines) - MOST_FILES
    return "\n".join([*lines[:MOST_FILES], *[f"… and in {counted(more, 'more file')}"] * (more > 0)])


def _kinds(kinds: Counter[str]) -> str:
    number = kinds.total()
    names = (name if times == number else f"{name} {times}" for name, times in kinds.items())
    return f"{counted(number, 'note')} ({', '.join(names)})"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``2 errors, 3 warnings and 1 note in 2 files``."""
    found = list(diagnostics)
    numbers = Counter(d.severity for d in found)
    counts = [counted(numbers[severity], severity.value) for severity in Severity if numbers[severity]]
    joined = " and ".join(filter(None, (", ".join(counts[:-1]), *counts[-1:])))
    return f"{joined} in {counted(len({d.span.path for d in found}), 'file')}"


def counted(number: int, word: str) -> str:
    """Return ``1 error``, ``2 errors``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def place_of(span: Span) -> str:
    """Return ``path:line:column``, or the path alone."""
    return f"{span.path}:{span.line}:{span.column}" if span.line else span.path


def excerpt_of(span: Span) -> list[str]:
    """Return the line and a caret line under it, if a line is known; a long one is cut to the part around the place."""
    if not (span.line and span.excerpt.strip()):
        return []
    place = span.column - span.excerpt_column
    start = max(0, min(place - WIDEST // 2, len(span.excerpt) - WIDEST))
    text = _visible(span.excerpt[start : start + WIDEST])
    at, end = place - start, span.end_column - span.excerpt_column - start
    marked = text[at : end if span.end_line == span.line else None]
    lead, tail = "…" * (span.excerpt_column + start > 1), "…" * (start + WIDEST < len(span.excerpt))
    number, before = str(span.line), " " * (len(lead) + _cells(text[:at]))
    return [f"  {number} | {lead}{text}{tail}", f"  {' ' * len(number)} | {before}{'^' * max(1, _cells(marked))}"]


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text fills: East Asian wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(0 if combining(c) else 1 + (east_asian_width(c) in "WF") for c in text)


def _visible(text: str) -> str:
    """Replace control characters, which could move the cursor of a terminal, by visible ones."""
    return "".join(c if c.isprintable() else " " if c in "\t\n" else "�" for c in text)


def seconds_of(duration: float) -> str:
    """Return a duration as people say it: ``0.4 s``, ``12 s``, ``1 min 5 s``."""
    minutes, seconds = divmod(round(duration), 60)
    if minutes:
        return f"{minutes} min {seconds} s"
    return f"{duration:.1f} s" if duration < 9.95 else f"{seconds} s"

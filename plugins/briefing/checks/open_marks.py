"""Marks of what is still to be settled, as they stand in a file: ``[check: …]``, in a comment too, and ``TODO``."""

import re
from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Severity, Span
from ..parsing.located_value import LocatedValue
from .texts import short

UNSURE = re.compile(r"\[(?i:check)(?:\]|:[^\]\n]*\]?)|TODO(?<=\bTODO)\b")  # todo is a word of several languages
COMMENT = re.compile(r"(?:^|\s)#[^\n]*", re.MULTILINE)
TO_CHECK = re.compile(r"\[check(?:\]|:[^\]\n]*\]?)", re.IGNORECASE)


def marks_in(fields: LocatedValue, prose_start: int) -> Iterator[tuple[str, Span]]:
    """Yield each mark of a file, and its place; behind its fields it may have prose."""
    file, text = fields.file, fields.file.text
    if not ("TODO" in text or (("[c" in text or "[C" in text) and "[check" in text.lower())):
        return
    published = (*fields.texts(), (prose_start, len(text)))
    for mark in (m for start, end in published for m in UNSURE.finditer(text, start, end)):
        yield mark[0], file.span(mark.start(), mark.end())
    for comment in COMMENT.finditer(text, 0, prose_start):
        found = TO_CHECK.search(text, *comment.span())
        if found and not any(start <= found.start() < end for start, end in published):
            yield found[0], file.span(*found.span())


def still_open(mark: str, span: Span) -> Diagnostic:
    """Return the note that a mark is still there."""
    return Diagnostic(Code.UNSURE_MARK, f"'{short(mark)}' is still to be settled", span, severity=Severity.NOTE)

"""Marks of what is still to be settled: a page with one stays a draft."""

import re
from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Severity, Span
from ..parsing.resolve import Resolved
from .inherited import inherited, of_entry, short

UNSURE = re.compile(r"\[(?i:check)(?:\]|:[^\]\n]*\]?)|TODO(?<=\bTODO)\b")  # todo is a word of several languages
COMMENT = re.compile(r"(?:^|\s)#[^\n]*", re.MULTILINE)
TO_CHECK = re.compile(r"\[check(?:\]|:[^\]\n]*\]?)", re.IGNORECASE)


def nothing_unsure_is_published(resolved: Resolved) -> Iterator[Diagnostic]:
    """A mark to check keeps a page a draft, in a comment too: there it stands above what a tool was unsure of.

    Of a draft it is a note: what is still to be done.
    """
    if not resolved.manuscript.fields.is_whole("status"):
        return
    is_draft = resolved.briefing.status == "draft"
    for mark, where, span in _marks(resolved):
        yield _open(mark, where, span) if is_draft else _unsure(mark, where, span)


def _marks(resolved: Resolved) -> Iterator[tuple[str, str, Span]]:
    """Yield each mark, in whose entry it stands where that is not the briefing, and its place."""
    text = resolved.manuscript.prose.file.text
    if "TODO" in text or (("[c" in text or "[C" in text) and "[check" in text.lower()):
        yield from _written(resolved)
    for steps, inherited_text in inherited(resolved):
        for mark in UNSURE.finditer(inherited_text):
            yield mark[0], of_entry(resolved, steps), resolved.manuscript.fields.at(*steps)


def _written(resolved: Resolved) -> Iterator[tuple[str, str, Span]]:
    prose = resolved.manuscript.prose
    published = (*resolved.manuscript.fields.texts(), (prose.start, len(prose.file.text)))
    for mark in (m for start, end in published for m in UNSURE.finditer(prose.file.text, start, end)):
        yield mark[0], "", prose.file.span(mark.start(), mark.end())
    for comment in COMMENT.finditer(prose.file.text, 0, prose.start):
        found = TO_CHECK.search(prose.file.text, *comment.span())
        if found and not any(start <= found.start() < end for start, end in published):
            yield found[0], "", prose.file.span(*found.span())


def _open(mark: str, where: str, span: Span) -> Diagnostic:
    message = f"'{short(mark)}' is still to be settled{where}"
    return Diagnostic(Code.UNSURE_MARK, message, span, severity=Severity.NOTE)


def _unsure(mark: str, where: str, span: Span) -> Diagnostic:
    message = f"'{short(mark)}' is still to be settled{where}, and the briefing is not a draft"
    return Diagnostic(Code.UNSURE_MARK, message, span, "settle it and take the mark away, or write status: draft")

"""Marks of what is still to be settled: a page with one stays a draft."""

import re
from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Span
from ..parsing.resolve import Resolved
from .inherited import inherited, of_entry, short

UNSURE = re.compile(r"\[(?i:check)(?:\]|:[^\]\n]*\]?)|TODO(?<=\bTODO)\b")  # todo is a word of several languages
COMMENT = re.compile(r"(?:^|\s)#[^\n]*", re.MULTILINE)
TO_CHECK = re.compile(r"\[check(?:\]|:[^\]\n]*\]?)", re.IGNORECASE)


def nothing_unsure_is_published(resolved: Resolved) -> Iterator[Diagnostic]:
    """A mark to check keeps a page a draft, in a comment too: there it stands above what a tool was unsure of."""
    if resolved.briefing.status == "draft" or not resolved.manuscript.fields.is_whole("status"):
        return
    prose = resolved.manuscript.prose
    if not _may_be_unsure(prose.file.text):
        yield from _unsure_inherited(resolved)
        return
    published = (*resolved.manuscript.fields.texts(), (prose.start, len(prose.file.text)))
    for mark in (m for start, end in published for m in UNSURE.finditer(prose.file.text, start, end)):
        yield _unsure(mark[0], "", prose.file.span(mark.start(), mark.end()))
    for comment in COMMENT.finditer(prose.file.text, 0, prose.start):
        found = TO_CHECK.search(prose.file.text, *comment.span())
        if found and not any(start <= found.start() < end for start, end in published):
            yield _unsure(found[0], "", prose.file.span(*found.span()))
    yield from _unsure_inherited(resolved)


def _unsure_inherited(resolved: Resolved) -> Iterator[Diagnostic]:
    for steps, text in inherited(resolved):
        for mark in UNSURE.finditer(text):
            yield _unsure(mark[0], of_entry(resolved, steps), resolved.manuscript.fields.at(*steps))


def _may_be_unsure(text: str) -> bool:
    """Tell at a glance whether a text can have a mark to check."""
    return "TODO" in text or (("[c" in text or "[C" in text) and "[check" in text.lower())


def _unsure(mark: str, where: str, span: Span) -> Diagnostic:
    message = f"'{short(mark)}' is still to be settled{where}, and the briefing is not a draft"
    return Diagnostic(Code.UNSURE_MARK, message, span, "settle it and take the mark away, or write status: draft")

"""Marks of what is still to be settled: a page with one stays a draft."""

from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Span
from ..parsing.resolve import Resolved
from .open_marks import marks_in, still_open
from .texts import short


def nothing_unsure_is_published(resolved: Resolved) -> Iterator[Diagnostic]:
    """A mark to check keeps a page a draft, in a comment too: there it stands above what a tool was unsure of.

    Of a draft it is a note: what is still to be done.
    """
    if not resolved.manuscript.fields.is_whole("status"):
        return
    is_draft = resolved.briefing.status == "draft"
    for mark, span in marks_in(resolved.manuscript.fields, resolved.manuscript.prose.start):
        yield still_open(mark, span) if is_draft else _unsure(mark, span)


def _unsure(mark: str, span: Span) -> Diagnostic:
    message = f"'{short(mark)}' is still to be settled, and the briefing is not a draft"
    return Diagnostic(Code.UNSURE_MARK, message, span, "settle it and take the mark away, or write status: draft")

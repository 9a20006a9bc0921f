"""Work on one file that may hit a fault of ours: the others go on, and a diagnostic names the file."""

import logging
from collections.abc import Callable
from typing import TypeVar

from ..diagnostics import Code, Diagnostic, Diagnostics, Span

T = TypeVar("T")
logger = logging.getLogger(__name__)


def attempt(path: str, work: Callable[[], T]) -> tuple[T | None, Diagnostics]:
    """Return what the work on a file returns, or None and what went wrong; ``--debug`` shows where."""
    try:
        return work(), ()
    except Exception as error:  # what nobody foresaw is what this is for
        logger.debug("The work on %s failed", path, exc_info=True)
        return None, (internal_error(Span(path), error),)


def internal_error(span: Span, error: BaseException) -> Diagnostic:
    """Return a fault of the program as a diagnostic."""
    said = " ".join(str(error).split()) or type(error).__name__
    return Diagnostic(Code.INTERNAL, f"the program failed here: {said}", span, Code.INTERNAL.explanation)

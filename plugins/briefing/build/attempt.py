"""Work on one file that may hit a fault of ours, or never end: the others go on, and a diagnostic names the file."""

import logging
from collections.abc import Callable
from typing import TypeVar

from ..diagnostics import Code, Diagnostic, Diagnostics, Span, fault_of_program
from .patience import MOST_SECONDS, TooLongError, at_most

T = TypeVar("T")
logger = logging.getLogger(__name__)


def attempt(path: str, work: Callable[[], T], seconds: float = MOST_SECONDS) -> tuple[T | None, Diagnostics]:
    """Return what the work on a file returns, or None and what went wrong; ``--debug`` shows where."""
    try:
        with at_most(seconds):
            return work(), ()
    except TooLongError:
        message = f"reading this file was given up after {seconds:g} seconds"
        help = "shorten it, or look for a mark that is repeated thousands of times"
        return None, (Diagnostic(Code.TOO_LONG, message, Span(path), help),)
    except Exception as error:  # what nobody foresaw is what this is for
        logger.debug("The work on %s failed", path, exc_info=True)
        return None, (fault_of_program(error, path),)

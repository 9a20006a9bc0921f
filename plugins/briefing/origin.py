"""Where in a program an error arose: the line that whoever wrote it can mend.

It stands on the standard library alone, so that it can tell of a mistake in any other part of this program.
"""

import linecache
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
"""The project's folder, where it has the plugin beside its texts."""
LIBRARY = re.compile(r"[/\\](?:site|dist)-packages[/\\]|[/\\]lib[/\\]python3|^<")


class Line(NamedTuple):
    """A line of a program: its file, its number from 1, and its text; columns from 1, the end exclusive."""

    file: str
    number: int
    text: str
    column: int = 1
    end: int = 2

    @property
    def name(self) -> str:
        """The file as people name it: below the project's folder where it lies there."""
        path = Path(self.file)
        return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else self.file


def origin_of(error: BaseException, file: str = "") -> Line | None:
    """Return the innermost line that is no library's, or the innermost of one file; None where there is none."""
    if isinstance(error, SyntaxError) and error.filename and not file:
        start = error.offset or 1
        text = error.text or linecache.getline(error.filename, error.lineno or 0)
        return Line(error.filename, error.lineno or 0, text.rstrip("\n"), start, max(start + 1, error.end_offset or 0))
    lines = list(_lines(error))
    ours = [line for line in lines if (line.file == file if file else _is_ours(line.file))]
    return next(reversed(ours), None if file or not lines else lines[-1])


def line_of(file: str, number: int) -> Line:
    """Return a line of a file, its text in full."""
    linecache.checkcache(file)  # it may have been mended since
    text = linecache.getline(file, number).rstrip()
    column = len(text) - len(text.lstrip()) + 1
    return Line(file, number, text, column, max(column, len(text)) + 1)


def said_of(error: BaseException) -> str:
    """Return what Python says of an error, on one line: ``KeyError: 'lost'``."""
    if isinstance(error, SyntaxError):
        return f"Python cannot read this: {error.msg}"
    return " ".join("".join(traceback.format_exception_only(error)).split())


def _lines(error: BaseException) -> Iterator[Line]:
    for frame, number in traceback.walk_tb(error.__traceback__):
        yield line_of(frame.f_code.co_filename, number)


def _is_ours(file: str) -> bool:
    return Path(file).is_relative_to(HERE) or not LIBRARY.search(file)

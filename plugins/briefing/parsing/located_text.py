"""A piece of text that remembers where in its file it came from."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from ..diagnostics import Span

EXCERPT_LIMIT = 500  # characters of a line that a diagnostic keeps, half of them before its place


@dataclass(frozen=True)
class LocatedText:
    """The text of a file, from which offsets (in characters) become lines and columns; lines end in a line feed."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        lengths = map(len, self.text.split("\n"))
        return [0, *accumulate(length + 1 for length in lengths)][:-1]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset; offsets outside the text are brought inside."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def start_of(self, line: int) -> int:
        """Return the offset at which a line begins, by its 1-based number."""
        return self._starts[line - 1]

    def line(self, number: int, first: int = 1) -> str:
        """Return a line by its 1-based number, without its end, from a column on as far as a diagnostic keeps."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1] + first - 1
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start : min(end, start + EXCERPT_LIMIT)].rstrip("\r")

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the place between two offsets, with the line it begins on."""
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, end if end is not None else start + 1))
        first = max(1, column - EXCERPT_LIMIT // 2)
        return Span(self.path, line, column, end_line, end_column, self.line(line, first), first)

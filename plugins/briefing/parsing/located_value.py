"""A plain value, as YAML has it, that remembers where in its file every part of it stands."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..diagnostics import Span
from .located_text import LocatedText

Value = str | list[Any] | dict[str, Any] | None
Step = str | int
Path = tuple[Step, ...]
NOTHING: Mapping[Step, Any] = MappingProxyType({})


class Marks:
    """Where a value stands: offsets into the file of its key and of itself, and the marks of what it holds."""

    __slots__ = ("end", "inner", "key_end", "key_start", "start")

    def __init__(self, start: int, end: int, inner: "Mapping[Step, Marks]" = NOTHING) -> None:
        self.start, self.end, self.inner = start, end, inner
        self.key_start = self.key_end = -1


@dataclass(frozen=True, slots=True)
class LocatedValue:
    """A plain value (text, lists, mappings) with the place of every part of it."""

    file: LocatedText
    value: Value
    marks: Marks

    def at(self, *steps: Step) -> Span:
        """Return the place of the value at a path; the nearest value around it where the path leads on into nothing."""
        mark = self._mark(steps)[0]
        return self.file.span(mark.start, mark.end)

    def key_at(self, *steps: Step) -> Span:
        """Return the place of the key at a path, or of the value where it has no key."""
        mark, whole = self._mark(steps)
        if whole and mark.key_start >= 0:
            return self.file.span(mark.key_start, mark.key_end)
        return self.file.span(mark.start, mark.end)

    def has(self, *steps: Step) -> bool:
        """Tell whether the path leads to a value that was written."""
        return self._mark(steps)[1]

    def inside(self, *steps: Step) -> Collection[Step]:
        """Return the keys or indexes of what the value at a path holds."""
        return self._mark(steps)[0].inner.keys()

    def as_written(self, *steps: Step) -> Path:
        """Return a path without the steps into lists of one that are written as their only item."""
        return tuple(s for i, s in enumerate(steps) if s != 0 or steps[i] in self._mark(steps[:i])[0].inner)

    def texts(self) -> Iterator[tuple[int, int]]:
        """Yield the offsets of every text in the order of the file, those behind aliases too."""
        waiting = [self.marks]
        while waiting:
            mark = waiting.pop()
            if mark.inner:
                waiting.extend(reversed([*mark.inner.values()]))
            else:
                yield mark.start, mark.end

    def _mark(self, steps: Path) -> tuple[Marks, bool]:
        mark = self.marks
        for step in steps:
            found = mark.inner.get(step)
            if found is None and step != 0:  # step 0 may lead to the only item of a list not written as one
                return mark, False
            mark = found or mark
        return mark, True

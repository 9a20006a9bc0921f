"""A plain value, as YAML has it, that remembers where in its file every part of it stands."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..diagnostics import Span
from ..frozen import frozen
from .located_text import LocatedText

Value = str | list[Any] | dict[str, Any] | None
Step = str | int
Path = tuple[Step, ...]
NOTHING: Mapping[Step, Any] = MappingProxyType({})


class Marks:
    """Where a value stands: offsets into the file of its key and of itself, and the marks of what it holds."""

    __slots__ = ("end", "inner", "key_end", "key_start", "start")

    def __init__(
        self,
        start: int,
        end: int,
        key_start: int = -1,
        key_end: int = -1,
        inner: "Mapping[Step, Marks]" = NOTHING,
    ) -> None:
        self.start, self.end, self.inner = start, end, inner
        self.key_start, self.key_end = key_start, key_end


@frozen
class Loss:
    """A part that is no more in a value, because something was wrong with it, and that has been said."""

    owner: Path
    """The path of what it was taken from, as it is now."""
    name: str
    """The field it was, or "" for an item of a list."""
    value: Value
    """None where it was not there at all."""

    def concerns(self, path: Path) -> bool:
        """Tell whether it was the value at a path, around it or in it."""
        return self.owner[: len(path)] == path or (bool(self.name) and path[: len(self.owner) + 1] == self.whole)

    def concerns_list(self, field: str) -> bool:
        """Tell whether it was a list of the record, or an entry of it."""
        return len(self.owner) < 2 and (*self.owner, self.name)[0] == field

    @property
    def is_nameless(self) -> bool:
        """Whether it stood under a name no field has, so that it may have been any list of the record."""
        return self.whole == ("",)

    @property
    def whole(self) -> Path:
        """The path where it stood, of a field."""
        return (*self.owner, self.name)

    def may_be(self, id: str) -> bool:
        """Tell whether an entry of this id may have been it, or in it: where no id can be read, it may be any."""
        whole_list = self.value if self.name and isinstance(self.value, list) else [self.value]
        return any(_id_of(entry) in (id, "") for entry in whole_list)


@frozen
class LocatedValue:
    """A plain value (text, lists, mappings) with the place of every part of it."""

    file: LocatedText
    value: Value
    marks: Marks
    losses: tuple[Loss, ...] = ()
    """What was taken out of it, or was missing: no rule speaks of the absence of these."""

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

    def offsets(self, *steps: Step) -> tuple[int, int]:
        """Return where the value at a path begins and ends in its file."""
        mark = self._mark(steps)[0]
        return mark.start, mark.end

    def value_at(self, *steps: Step) -> Value:
        """Return the value at a path that leads to one."""
        value: Any = self.value
        for step in steps:
            value = value[step]
        return value  # type: ignore[no-any-return]

    def inside(self, *steps: Step) -> Collection[Step]:
        """Return the keys or indexes of what the value at a path holds."""
        return self._mark(steps)[0].inner.keys()

    def as_written(self, *steps: Step) -> Path:
        """Return a path without the steps into lists of one that are written as their only item."""
        return tuple(s for i, s in enumerate(steps) if s != 0 or steps[i] in self._mark(steps[:i])[0].inner)

    def is_whole(self, *steps: Step) -> bool:
        """Tell whether the value at a path, with all that is in it, is what its editor wrote."""
        if not self.losses:
            return True
        path = self.as_written(*steps)
        return not any(loss.concerns(path) for loss in self.losses)

    def may_have_lost(self, field: str, id: str) -> bool:
        """Tell whether a list may have had an entry of this id that was taken out."""
        if not self.losses:
            return False
        absent = not self.has(field)
        return any((x.concerns_list(field) or (absent and x.is_nameless)) and x.may_be(id) for x in self.losses)

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


def _id_of(entry: Value) -> str:
    """Return the id of an entry of a list that could not be read; "" where there is none to be seen."""
    id = entry.get("id") if isinstance(entry, dict) else ""
    return id if isinstance(id, str) else ""

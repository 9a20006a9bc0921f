"""YAML read into plain text values that remember their places: no implicit types, no aliases without bound.

PyYAML's C parser gives events; each is visited once. Every scalar is text (``no``, ``12:30`` and ``2019`` are what
they look like; the schema types them later), a blank one is no value at all. Nesting and the number of values,
aliases expanded, are bounded, so that no front matter can cost much. Where YAML would quietly read something else
than what an editor sees (tags, anchors without use, a ``#`` or ``-`` inside a text), that is an error.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from ..diagnostics import Code, Diagnostic, Diagnostics, Span
from .located_text import LocatedText
from .yaml_errors import QUOTE_IT, explain_yaml_error

MOST_VALUES = 20_000
MOST_LEVELS = 24
INNER_DASH = re.compile(r"\n[ ]*(-)[ \n]")
COMMENT_LIKE = re.compile(r"[ ]+(#[^\s#][^\n]*)")

Value = str | list[Any] | dict[str, Any] | None
Step = str | int


@dataclass(slots=True)
class Marks:
    """Where a value stands: offsets into the file of its key and of itself, and the marks of what it holds."""

    start: int
    end: int
    key_start: int = -1
    key_end: int = -1
    inner: "dict[Step, Marks]" = field(default_factory=dict)


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

    def as_written(self, *steps: Step) -> tuple[Step, ...]:
        """Return a path without the steps into lists of one that are written as their only item."""
        return tuple(s for i, s in enumerate(steps) if s != 0 or steps[i] in self._mark(steps[:i])[0].inner)

    def texts(self) -> Iterator[tuple[int, int]]:
        """Yield the offsets of every text in the order of the file, those behind aliases too."""
        waiting = [self.marks]
        while waiting:
            mark = waiting.pop()
            if mark.inner:
                waiting.extend(reversed(mark.inner.values()))
            else:
                yield mark.start, mark.end

    def _mark(self, steps: tuple[Step, ...]) -> tuple[Marks, bool]:
        mark = self.marks
        for step in steps:
            found = mark.inner.get(step)
            if found is None and step != 0:  # step 0 may lead to the only item of a list not written as one
                return mark, False
            mark = found or mark
        return mark, True


class _TooMuchError(Exception):
    """The fields grow without bound."""

    def __init__(self, start: int, why: str) -> None:
        self.start, self.why = start, why


class _Reader:
    """One pass over the events of one front matter."""

    def __init__(self, file: LocatedText, start: int, end: int) -> None:
        self.file, self.base = file, start
        self.parser: Any = CParser(file.text[start:end])
        self.anchors: dict[str, tuple[Value, Marks, int]] = {}
        self.unused: dict[str, Marks] = {}
        self.values = 0
        self.diagnostics: list[Diagnostic] = []

    def read(self, event: Any, level: int) -> tuple[Value, Marks]:
        """Return the value an event begins; raises _TooMuchError past the bounds."""
        start = self.base + event.start_mark.index
        self.values += 1
        if self.values > MOST_VALUES:
            raise _TooMuchError(start, f"there are more than {MOST_VALUES:,} values")
        if type(event) is ScalarEvent:
            return self._scalar(event, start)
        if type(event) is AliasEvent:
            return self._alias(event, start)
        if level >= MOST_LEVELS:
            raise _TooMuchError(start, f"the fields are nested more than {MOST_LEVELS} levels deep")
        before = self.values
        value, marks = (self._mapping if type(event) is MappingStartEvent else self._sequence)(start, level)
        self._properties(event, value, marks, self.values - before + 1)
        return value, marks

    def _end(self, event: Any) -> int:
        return self.base + int(event.end_mark.index)

    def _scalar(self, event: Any, start: int) -> tuple[Value, Marks]:
        value = event.value if event.value.strip() else None
        marks = Marks(start, self._end(event))
        self._properties(event, value, marks, 1)
        if not event.style:
            self._plain(event, marks)
        return value, marks

    def _properties(self, event: Any, value: Value, marks: Marks, weight: int) -> None:
        """Remember an anchor; refuse a tag, which would take its word out of the text."""
        if event.anchor:
            self.anchors[event.anchor] = (value, marks, weight)
            self.unused[event.anchor] = marks
        if event.tag:
            self._say(Code.YAML_SYNTAX, "a text cannot begin with '!'", Marks(marks.start, marks.start + 1), QUOTE_IT)

    def _plain(self, event: Any, marks: Marks) -> None:
        """Refuse what YAML takes out of a text, or into it, without an editor seeing it."""
        text = self.file.text
        if found := COMMENT_LIKE.match(text, marks.end):
            help = "put quotation marks round the whole text, or a space after the # of a comment"
            self._say(Code.YAML_SYNTAX, f"'{_short(found[1])}' is read as a comment", Marks(*found.span(1)), help)
        if event.end_mark.line > event.start_mark.line and (found := INNER_DASH.search(text, marks.start, marks.end)):
            help = f"align it with the other items of its list; if it is part of the text, {QUOTE_IT}"
            self._say(Code.YAML_SYNTAX, "this '-' is read as part of the text above it", Marks(*found.span(1)), help)

    def _alias(self, event: Any, start: int) -> tuple[Value, Marks]:
        if event.anchor not in self.anchors:
            problem = f"'*{event.anchor}' has no '&{event.anchor}' before it"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        value, marks, weight = self.anchors[event.anchor]
        self.unused.pop(event.anchor, None)
        self.values += weight
        if self.values > MOST_VALUES:
            raise _TooMuchError(start, f"the fields grow to more than {MOST_VALUES:,} values through aliases")
        return value, Marks(start, self._end(event), inner=marks.inner)

    def _sequence(self, start: int, level: int) -> tuple[Value, Marks]:
        items: list[Any] = []
        marks = Marks(start, start + 1)
        while type(event := self.parser.get_event()) is not SequenceEndEvent:
            value, mark = self.read(event, level + 1)
            marks.inner[len(items)] = mark
            items.append(value)
        marks.end = self._end(event)
        return items, marks

    def _mapping(self, start: int, level: int) -> tuple[Value, Marks]:
        fields: dict[str, Any] = {}
        marks = Marks(start, start + 1)
        while type(event := self.parser.get_event()) is not MappingEndEvent:
            key, key_mark = self.read(event, level + 1)
            value, mark = self.read(self.parser.get_event(), level + 1)
            if not isinstance(key, str):
                self._say(Code.YAML_SYNTAX, "a field's name must be plain text", key_mark)
                continue
            mark.key_start, mark.key_end = key_mark.start, key_mark.end
            if key in marks.inner:
                self._duplicate(key, key_mark, marks.inner[key])
            marks.inner.setdefault(key, mark)
            if value is not None:
                fields.setdefault(key, value)
        marks.end = self._end(event)
        return fields, marks

    def second(self, mark: Marks) -> None:
        """Refuse a second document in one file."""
        self._say(
            Code.YAML_SYNTAX, "a second set of fields begins here", Marks(mark.start, mark.start), "a file holds one"
        )

    def close(self) -> None:
        """Refuse anchors nothing refers to: their word was part of a text."""
        for anchor, mark in self.unused.items():
            message = f"'&{_short(anchor)}' is read as a mark for later use, not as text, and nothing uses it"
            self._say(Code.YAML_SYNTAX, message, Marks(mark.start, mark.start + 1 + len(anchor)), QUOTE_IT)

    def _duplicate(self, key: str, mark: Marks, first: Marks) -> None:
        line = self.file.place(first.key_start)[0]
        self._say(
            Code.DUPLICATE_KEY, f"'{_short(key)}' is given twice", mark, f"it stands on line {line} already; keep one"
        )

    def _say(self, code: Code, message: str, mark: Marks, help: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, self.file.span(mark.start, mark.end), help))


def read_yaml(file: LocatedText, start: int, end: int) -> tuple[LocatedValue | None, Diagnostics]:
    """Read the YAML between two offsets of a file; no value when it is not well formed."""
    reader = _Reader(file, start, end)
    try:
        value, marks = _document(reader)
    except _TooMuchError as error:
        span = file.span(error.start)
        return None, (Diagnostic(Code.FRONT_MATTER_TOO_LARGE, error.why, span),)
    except yaml.YAMLError as error:
        return None, (explain_yaml_error(error, file, start, end),)
    return LocatedValue(file, value, marks), tuple(reader.diagnostics)


def _document(reader: _Reader) -> tuple[Value, Marks]:
    """Return the value of the one document there may be."""
    value: Value = None
    marks = Marks(reader.base, reader.base)
    while type(event := reader.parser.get_event()) is not StreamEndEvent:
        if not isinstance(event, yaml.NodeEvent):
            continue
        found, mark = reader.read(event, 0)
        if value is None:
            value, marks = found, mark
        elif found is not None:
            reader.second(mark)
    reader.close()
    return value, marks


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"

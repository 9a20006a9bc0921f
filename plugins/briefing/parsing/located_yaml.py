"""YAML read into plain text values that remember their places: no implicit types, no aliases without bound.

PyYAML's C parser gives events; each is visited once. Every scalar is text (``no``, ``12:30`` and ``2019`` are what
they look like; the schema types them later), an empty plain scalar is no value at all. Nesting and the number of
values, aliases expanded, are bounded, so that no front matter can cost more than a few milliseconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.reader import Reader, ReaderError

from ..diagnostics import Code, Diagnostic, Diagnostics, Span
from .located_text import LocatedText

MOST_VALUES = 20_000
MOST_LEVELS = 24

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

    def _mark(self, steps: tuple[Step, ...]) -> tuple[Marks, bool]:
        mark = self.marks
        for step in steps:
            found = mark.inner.get(step)
            if found is None:
                return mark, False
            mark = found
        return mark, True


class _TooMuchError(Exception):
    """The front matter grows without bound."""

    def __init__(self, start: int, why: str) -> None:
        self.start, self.why = start, why


class _Reader:
    """One pass over the events of one front matter."""

    def __init__(self, file: LocatedText, start: int, end: int) -> None:
        self.file, self.base = file, start
        self.parser = CParser(file.text[start:end])
        self.anchors: dict[str, tuple[Value, Marks, int]] = {}
        self.values = 0
        self.diagnostics: list[Diagnostic] = []

    def events(self) -> Iterator[Any]:
        while (event := self.parser.get_event()) is not None:
            yield event

    def read(self, event: Any, level: int) -> tuple[Value, Marks]:
        """Return the value an event begins; raises _TooMuchError past the bounds."""
        start = self.base + event.start_mark.index
        self.values += 1
        if self.values > MOST_VALUES:
            raise _TooMuchError(start, f"holds more than {MOST_VALUES:,} values")
        if type(event) is ScalarEvent:
            return self._scalar(event, start)
        if type(event) is AliasEvent:
            return self._alias(event, start)
        if level >= MOST_LEVELS:
            raise _TooMuchError(start, f"is nested more than {MOST_LEVELS} levels deep")
        before = self.values
        value, marks = (self._mapping if type(event) is MappingStartEvent else self._sequence)(start, level)
        if event.anchor:
            self.anchors[event.anchor] = (value, marks, self.values - before + 1)
        return value, marks

    def _scalar(self, event: Any, start: int) -> tuple[Value, Marks]:
        value = event.value if event.value or event.style else None
        marks = Marks(start, self.base + event.end_mark.index)
        if event.anchor:
            self.anchors[event.anchor] = (value, marks, 1)
        return value, marks

    def _alias(self, event: Any, start: int) -> tuple[Value, Marks]:
        if event.anchor not in self.anchors:
            problem = f"'*{event.anchor}' has no '&{event.anchor}' before it"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        value, marks, weight = self.anchors[event.anchor]
        self.values += weight
        if self.values > MOST_VALUES:
            raise _TooMuchError(start, f"grows to more than {MOST_VALUES:,} values through its aliases")
        return value, Marks(start, self.base + event.end_mark.index, inner=marks.inner)

    def _sequence(self, start: int, level: int) -> tuple[Value, Marks]:
        items: list[Any] = []
        marks = Marks(start, start + 1)
        while type(event := self.parser.get_event()) is not SequenceEndEvent:
            value, mark = self.read(event, level + 1)
            marks.inner[len(items)] = mark
            items.append(value)
        marks.end = self.base + event.start_mark.index
        return items, marks

    def _mapping(self, start: int, level: int) -> tuple[Value, Marks]:
        fields: dict[str, Any] = {}
        marks = Marks(start, start + 1)
        while type(event := self.parser.get_event()) in (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent):
            key, key_mark = self.read(event, level + 1)
            value, mark = self.read(self.parser.get_event(), level + 1)
            if not isinstance(key, str):
                self._say(Code.YAML_SYNTAX, "a field's name must be plain text", key_mark)
                continue
            mark.key_start, mark.key_end = key_mark.start, key_mark.end
            if key in marks.inner:
                self._duplicate(key, key_mark, marks.inner[key])
                continue
            marks.inner[key] = mark
            if value is not None:
                fields[key] = value
        marks.end = self.base + event.start_mark.index
        return fields, marks

    def _duplicate(self, key: str, mark: Marks, first: Marks) -> None:
        line = self.file.place(first.key_start)[0]
        self._say(Code.DUPLICATE_KEY, f"'{key}' is given twice", mark, f"it stands on line {line} already; keep one")

    def _say(self, code: Code, message: str, mark: Marks, help: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, self.file.span(mark.start, mark.end), help))


def read_yaml(file: LocatedText, start: int, end: int) -> tuple[LocatedValue | None, Diagnostics]:
    """Read the YAML between two offsets of a file; no value when it is not well formed."""
    reader = _Reader(file, start, end)
    try:
        value, marks = _document(reader)
    except _TooMuchError as error:
        span = file.span(error.start)
        return None, (Diagnostic(Code.FRONT_MATTER_TOO_LARGE, f"the front matter {error.why}", span),)
    except yaml.YAMLError as error:
        return None, (_explain(error, file, start, end),)
    return LocatedValue(file, value, marks), tuple(reader.diagnostics)


def _document(reader: _Reader) -> tuple[Value, Marks]:
    """Return the value of the one document there may be."""
    value: Value = None
    marks = Marks(reader.base, reader.base)
    for event in reader.events():
        if isinstance(event, yaml.NodeEvent):
            value, marks = reader.read(event, 0)
        elif isinstance(event, yaml.StreamEndEvent):
            break
    return value, marks


def _explain(error: Any, file: LocatedText, start: int, end: int) -> Diagnostic:
    """Say what a YAML error means in an editor's words."""
    if isinstance(error, ReaderError):
        return _control(file, start, end)
    at = min(start + error.problem_mark.index, end) if error.problem_mark else start
    for tell in (_tab, _colon, _quote, _indent):
        if found := tell(error.problem or "", file, at):
            return found
    return Diagnostic(Code.YAML_SYNTAX, f"the front matter cannot be read here: {error.problem}", file.span(at))


def _control(file: LocatedText, start: int, end: int) -> Diagnostic:
    found = Reader.NON_PRINTABLE.search(file.text, start, end)
    at, name = (found.start(), f"U+{ord(found.group()):04X}") if found else (start, "an unknown one")
    message = f"an invisible control character ({name}) stands here"
    return Diagnostic(Code.YAML_SYNTAX, message, file.span(at), "delete it; it often comes with pasted text")


def _tab(problem: str, file: LocatedText, at: int) -> Diagnostic | None:
    line_start = file.text.rfind("\n", 0, at) + 1
    tab = file.text.find("\t", line_start, at + 1)
    if tab < 0 or file.text[line_start:tab].strip(" -"):
        return None
    return Diagnostic(Code.TAB, "a tab character stands in the indentation", file.span(tab), "use spaces")


def _colon(problem: str, file: LocatedText, at: int) -> Diagnostic | None:
    if "mapping values are not allowed" not in problem:
        return None
    fix = "put the text between quotation marks, or check the indentation"
    return Diagnostic(Code.YAML_SYNTAX, "a colon inside this text is read as a new field", file.span(at), fix)


def _quote(problem: str, file: LocatedText, at: int) -> Diagnostic | None:
    if "quoted scalar" not in problem and "unexpected end of stream" not in problem:
        return None
    fix = "close it, or write a quotation mark inside the text as \\\" or ''"
    return Diagnostic(Code.YAML_SYNTAX, "a text that begins with a quotation mark is never closed", file.span(at), fix)


def _indent(problem: str, file: LocatedText, at: int) -> Diagnostic | None:
    if "did not find expected" not in problem and "could not find expected" not in problem:
        return None
    fix = "align it with its neighbours; a text that begins with a mark such as \" [ { * & needs quotation marks round all of it"
    return Diagnostic(Code.YAML_SYNTAX, "this line does not fit the lines around it", file.span(at), fix)

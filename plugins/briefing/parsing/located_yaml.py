"""YAML read into plain text values that remember their places: no implicit types, no aliases without bound.

PyYAML's C parser gives events; each is visited once. Every scalar is text (``no``, ``12:30`` and ``2019`` are what
they look like; the schema types them later), a blank one is no value at all. Nesting and the number of values,
aliases expanded, are bounded, so that no front matter can cost much. Where YAML would quietly read something else
than what an editor sees (tags, anchors without use, a ``#`` or ``-`` inside a text), that is an error.
"""

import re
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from ..diagnostics import Code, Diagnostic, Diagnostics
from .located_text import LocatedText
from .located_value import LocatedValue, Loss, Marks, Step, Value
from .unseen import CONTROL, explain_unseen, find_unseen
from .yaml_errors import QUOTE_IT, explain_yaml_error

__all__ = ["LocatedValue", "Step", "Value", "read_yaml"]

MOST_VALUES = 20_000
MOST_LEVELS = 24
MOST_NAMES = 12  # that one diagnostic lists
INNER_DASH = re.compile(r"\n[ ]*(-)[ \n]")
COMMENT_LIKE = re.compile(r"[ ]+(#[^\s#][^\n]*)")


class _TooMuchError(Exception):
    """The fields grow without bound."""

    def __init__(self, start: int, why: str, help: str = "") -> None:
        self.start, self.why, self.help = start, why, help


class _Reader:
    """One pass over the events of one front matter."""

    def __init__(self, file: LocatedText, start: int, end: int) -> None:
        self.file, self.base = file, start
        text = file.text[start:end]
        self.parser: Any = CParser(text)
        self.may_comment = " #" in text
        self.anchors: dict[str, tuple[Value, Marks, int]] = {}
        self.unused: dict[str, Marks] = {}
        self.values = 0
        self.diagnostics: list[Diagnostic] = []
        self.losses: list[Loss] = []

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
        """Return a text, as nine values in ten are: what most of them lack is not looked for."""
        marks = Marks(start, self.base + event.end_mark.index)
        value = event.value if event.value.strip() else None
        if value and not value.isprintable() and (at := find_unseen(value)) >= 0:
            self.diagnostics.append(explain_unseen(self.file, marks.start, marks.end, value[at]))
            value = CONTROL.sub("\ufffd", value)  # of the same length, for places in it
        if event.anchor or event.tag:
            self._properties(event, value, marks, 1)
        if not event.style and (self.may_comment or event.end_mark.line > event.start_mark.line):
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
            why = f"the fields grow to more than {MOST_VALUES:,} values through aliases"
            raise _TooMuchError(start, why, "write out what is repeated with *")
        return value, Marks(start, self._end(event), inner=marks.inner)

    def _sequence(self, start: int, level: int) -> tuple[Value, Marks]:
        items: list[Any] = []
        inner: dict[Step, Marks] = {}
        while type(event := self.parser.get_event()) is not SequenceEndEvent:
            value, inner[len(items)] = self.read(event, level + 1)
            items.append(value)
        return items, Marks(start, self._end(event), inner=inner)

    def _mapping(self, start: int, level: int) -> tuple[Value, Marks]:
        fields: dict[str, Any] = {}
        inner: dict[Step, Marks] = {}
        next_event = self.parser.get_event
        twice: list[tuple[str, Marks, Marks]] = []
        while type(event := next_event()) is not MappingEndEvent:
            key, key_start, key_end = self._key(event, level + 1)
            value, mark = self.read(next_event(), level + 1)
            if not isinstance(key, str):
                self._say(Code.YAML_SYNTAX, "a field's name must be plain text", Marks(key_start, key_end))
                continue
            mark.key_start, mark.key_end = key_start, key_end
            if key in inner:
                twice.append((key, mark, inner[key]))
                if not level:
                    self.losses.append(Loss((), key, value))
                continue
            inner[key] = mark
            if value is not None:
                fields[key] = value
        if twice:
            self._duplicates(twice)
        return fields, Marks(start, self._end(event), inner=inner)

    def _key(self, event: Any, level: int) -> tuple[Value, int, int]:
        """Return what stands for a field's name, and where: a plain word nearly always, which needs no more looks."""
        is_word = type(event) is ScalarEvent and not (event.anchor or event.tag) and event.value.isidentifier()
        if is_word:
            self.values += 1
            return event.value, self.base + event.start_mark.index, self.base + event.end_mark.index
        key, mark = self.read(event, level)
        return key, mark.start, mark.end

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

    def _duplicates(self, twice: list[tuple[str, Marks, Marks]]) -> None:
        """Say once what is given twice among the same fields: several at once lack a '- ' between two entries."""
        *others, last = list(dict.fromkeys(f"'{_short(key)}'" for key, _, _ in twice))[:MOST_NAMES]
        _, second, first = twice[0]
        line = self.file.place(first.key_start)[0]
        help = f"it stands on line {line} already; keep one"
        if others:
            help = f"{others[0]} stands on line {line} already; keep one of each, or begin a new entry with '- '"
        message = f"{', '.join(others)} and {last} are given twice" if others else f"{last} is given twice"
        self._say(Code.DUPLICATE_KEY, message, Marks(second.key_start, second.key_end), help)

    def _say(self, code: Code, message: str, mark: Marks, help: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, self.file.span(mark.start, mark.end), help))


def read_yaml(file: LocatedText, start: int, end: int) -> tuple[LocatedValue | None, Diagnostics]:
    """Read the YAML between two offsets of a file; no value when it is not well formed."""
    reader = _Reader(file, start, end)
    try:
        value, marks = _document(reader)
    except _TooMuchError as error:
        span = file.span(error.start)
        return None, (Diagnostic(Code.FRONT_MATTER_TOO_LARGE, error.why, span, error.help),)
    except yaml.YAMLError as error:
        return None, (explain_yaml_error(error, file, start, end),)
    return LocatedValue(file, value, marks, tuple(reader.losses)), tuple(reader.diagnostics)


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

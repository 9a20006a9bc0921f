"""Where something can be put into an editor's file without touching a character of it: offsets, by its values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..parsing.located_value import LocatedValue, Marks

BRACKETS = ("[", "{")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text to be put in before the character at an offset."""

    offset: int
    text: str


def insert(text: str, insertions: Iterable[Insertion]) -> str:
    """Put texts in, those for one place in their order; everything else stays as it is."""
    parts, at = [], 0
    for insertion in sorted(insertions, key=lambda i: i.offset):
        parts += [text[at : insertion.offset], insertion.text]
        at = insertion.offset
    return "".join([*parts, text[at:]])


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A list as an editor wrote it, and how an item is put into it."""

    text: str
    marks: Marks
    newline: str

    @property
    def is_flow(self) -> bool:
        """Whether it stands between brackets."""
        return self.text.startswith(BRACKETS, self.marks.start)

    def flow_items(self, items: Sequence[tuple[Sequence[str], str]]) -> Iterator[Insertion]:
        """Items with the comments above each, before the closing bracket."""
        at = self.marks.end - 1
        before = self.text[self.marks.start + 1 : at].rstrip()
        comma = "," if self.marks.inner and not before.endswith(",") else ""
        for comments, item in items:
            lines = [*comments, item]
            yield Insertion(at, comma + "".join(f"{self.newline}  {line}" for line in lines))
            comma = ","

    def block_item(self, behind: int, lines: Sequence[str]) -> Insertion:
        """An item behind that of an index, or before the first one for -1."""
        indent = " " * self._indent()
        text = "".join(f"{indent}{line}{self.newline}" for line in lines)
        return Insertion(self._behind_item(behind) if behind >= 0 else self._line_end(self.marks.key_end), text)

    def _indent(self) -> int:
        dash = self.text.rfind("-", 0, self.marks.inner[0].start)
        return dash - self.text.rfind("\n", 0, dash) - 1

    def _behind_item(self, index: int) -> int:
        """The line behind an item and the comments that belong to it, which are indented deeper than its dash."""
        at, indent = self._line_end(end_of(self.text, self.marks.inner[index])), self._indent()
        while at < len(self.text):
            line = self.text[at : self._line_end(at)]
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= indent:
                break
            at = self._line_end(at)
        return at

    def _line_end(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1


def end_of(text: str, marks: Marks) -> int:
    """Where a value ends as one reads it: behind its last character that is no white space."""
    if text.startswith("*", marks.start):
        return marks.end
    if marks.inner and not text.startswith(BRACKETS, marks.start):
        return max(end_of(text, inner) for inner in marks.inner.values())
    return marks.start + len(text[marks.start : marks.end].rstrip())


def name_sources(fields: LocatedValue, id: str, newline: str) -> Iterator[Insertion]:
    """What makes every passage that names no source name one: its own words stay as they are written."""
    text = fields.file.text
    seen: set[int] = set()
    for marks, in_flow in _passages(text, fields.marks, in_flow=False):
        is_told_elsewhere = marks.inner and text.startswith("*", marks.start)
        if marks.start not in seen and not is_told_elsewhere:
            seen.add(marks.start)
            yield from _named(text, marks, f"source: {id}", newline, in_flow=in_flow)


def _passages(text: str, marks: Marks, *, in_flow: bool) -> Iterator[tuple[Marks, bool]]:
    """Every single passage with the marks of its value, and whether it stands between brackets."""
    in_flow = in_flow or text.startswith(BRACKETS, marks.start)
    for step, inner in marks.inner.items():
        if step == "passage":
            is_list = 0 in inner.inner
            around = in_flow or text.startswith(BRACKETS, inner.start)
            yield from ((m, around) for m in inner.inner.values()) if is_list else ((inner, in_flow),)
        else:
            yield from _passages(text, inner, in_flow=in_flow)


def _named(text: str, marks: Marks, source: str, newline: str, *, in_flow: bool) -> Iterator[Insertion]:
    if "source" in marks.inner:
        return
    if text.startswith("{", marks.start):
        yield Insertion(marks.start + 1, f"{source}, ")
    elif marks.inner:
        first = min(marks.inner.values(), key=lambda inner: inner.key_start).key_start
        yield Insertion(first, f"{source}{newline}{_margin(text, first)}")
    elif in_flow:
        yield from (Insertion(marks.start, f"{{{source}, exact: "), Insertion(marks.end, "}"))
    elif marks.key_start >= 0:
        is_one_line = "\n" not in text[marks.start : marks.end].rstrip()
        margin = newline + _margin(text, marks.key_start) + ("  " if is_one_line else " ")
        yield Insertion(marks.key_end + 1, f"{margin}{source}{margin}exact:")
    else:
        yield Insertion(marks.start, f"{source}{newline}{_margin(text, marks.start)}exact: ")


def _margin(text: str, offset: int) -> str:
    return " " * (offset - text.rfind("\n", 0, offset) - 1)

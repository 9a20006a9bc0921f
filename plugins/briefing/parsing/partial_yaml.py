"""Fields of which one is no YAML: it is taken out, so that what is wrong with the rest is said in the same run."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from ..diagnostics import Code, Diagnostics
from ..frozen import replace
from .located_text import LocatedText
from .located_value import LocatedValue, Loss
from .located_yaml import read_yaml
from .salvage import with_stand_ins

FIELD = re.compile(r"^[^\W\d]\w*", re.MULTILINE)
"""The name of a field of the record itself, whatever became of its colon."""
FILLED = re.compile(r"[^\n]")
MOST_LOST = 3  # times; a file that fails more often is hardly meant as fields


def read_fields(
    file: LocatedText, start: int, end: int, tries: int = MOST_LOST
) -> tuple[LocatedValue | None, Diagnostics]:
    """Read the YAML between two offsets of a file, without the fields that are not well formed, which are its losses.

    There is no value where those cannot be told from the others.
    """
    value, found = read_yaml(file, start, end)
    if value is not None or found[0].code is Code.FRONT_MATTER_TOO_LARGE or not tries:
        return value, found
    ways = _ways(file, start, end, file.start_of(found[0].span.line))
    less, names = max(ways, key=lambda way: _reach(way[0], start, end), default=(file, []))
    rest, more = read_fields(less, start, end, tries - 1) if names else (None, ())
    if rest is None or not isinstance(rest.value, dict):
        return None, found
    return _lacking(replace(rest, file=file), rest.value, names), found + more


def _reach(file: LocatedText, start: int, end: int) -> tuple[bool, int, int]:
    """How far the fields can be read: to the end, or to a line and a column."""
    value, found = read_yaml(file, start, end)
    return (True, 0, 0) if value else (False, found[0].span.line, found[0].span.column)


def _ways(file: LocatedText, start: int, end: int, failed_at: int) -> Iterator[tuple[LocatedText, list[str]]]:
    """Yield the text with blanks for the field that failed, then for the one above it, too, and their names."""
    fields = list(FIELD.finditer(file.text, start, end))
    last = bisect_right([field.start() for field in fields], failed_at) - 1
    for first in range(last, max(last - 2, -1), -1):
        from_, to = fields[first].start(), fields[last + 1].start() if last + 1 < len(fields) else end
        text = file.text[:from_] + FILLED.sub(" ", file.text[from_:to]) + file.text[to:]
        yield replace(file, text=text), [field[0] for field in fields[first : last + 1]]


def _lacking(located: LocatedValue, value: dict[str, Any], names: list[str]) -> LocatedValue:
    losses = (*located.losses, *(Loss((), name, None) for name in names))
    return replace(located, value=with_stand_ins(value, names), losses=losses)

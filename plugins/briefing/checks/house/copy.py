"""A briefing as a house rule reads it: its fields in full, and every sentence the editor wrote."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any

from ...diagnostics import Span
from ...model.briefing import Briefing
from ...parsing.located_value import Step
from ...parsing.prose import CITATION, without_code
from ...parsing.quoted_words import blank
from ...parsing.resolve import Resolved
from ..texts import texts_of

PROSE = "prose"
"""The first step of a place in the prose; the two others are offsets into the file."""
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t]*(?:\n|\Z)))*")
Place = str | tuple[Step, ...]
"""A field, ``"summary"``; the way to a value, ``("key_points", 0, "text")``; or what `Copy.texts` gives as a place."""


@dataclass(frozen=True)
class Copy:
    """What a rule is given."""

    resolved: Resolved
    summary_words: int = 60
    """The most words of a summary."""

    @property
    def briefing(self) -> Briefing:
        """The briefing, its actors and sources in full."""
        return self.resolved.briefing

    @cached_property
    def prose(self) -> str:
        """The whole file with citations and code of the prose blank: offsets are those of the file."""
        prose = self.resolved.manuscript.prose
        return blank(CITATION, without_code(prose.file.text, prose.start), prose.start)

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Yield each sentence or paragraph that the editor wrote, with its place."""
        yield from texts_of(self.resolved)
        start = self.resolved.manuscript.prose.start
        for found in PARAGRAPH.finditer(self.prose, start):
            yield (PROSE, *found.span()), found[0]

    def has(self, place: Place) -> bool:
        """Tell whether a place is one of a briefing: a field there is, written or not, an entry, a stretch of prose."""
        steps = _steps(place)
        if steps[0] == PROSE:
            return all(isinstance(step, int) for step in steps[1:])
        value: Any = self.briefing
        for step in steps:
            if is_dataclass(value) and step in {f.name for f in fields(value)}:
                value = getattr(value, str(step))
            elif (isinstance(value, tuple) and step in range(len(value))) or (
                isinstance(value, Mapping) and step in value
            ):
                value = value[step]  # type: ignore[index]
            else:
                return False
        return True

    def is_whole(self, place: Place) -> bool:
        """Tell whether what stands at a place is what its editor wrote, and no rest of what was taken out."""
        steps = _steps(place)
        return steps[0] == PROSE or self.resolved.manuscript.fields.is_whole(*steps)

    def span(self, place: Place) -> Span:
        """Return a place as messages give it."""
        steps, manuscript = _steps(place), self.resolved.manuscript
        if steps[0] == PROSE:
            return manuscript.prose.file.span(int(steps[1]), int(steps[2]))
        return manuscript.fields.at(*steps)


Remark = tuple[Place, str] | tuple[Place, str, str]
"""Where, what is wrong, and how to mend it."""
HouseRule = Callable[[Copy], Iterable[Remark]]


def _steps(place: Place) -> tuple[Step, ...]:
    return (place,) if isinstance(place, str) else place

"""What is left of a value when everything that is wrong has been taken out: so one mistake does not hide the others.

What goes is the smallest part that may be absent: an optional field, an item of a list. A required field of the
record itself gets a stand-in. Every part that went is kept as a `Loss`, so that no rule blames its absence on the
editor, who has been told already.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ..frozen import replace
from .located_value import LocatedValue, Loss, Marks, Path, Step, Value
from .problems import MISSING, UNKNOWN, Problem, misspelt_name, stray_entries
from .record_fields import required_at

STAND_INS: Mapping[str, Value] = {"title": "-", "date": "2000-01-01", "summary": "-", "sources": []}
"""What takes the place of a briefing's required field; never shown, for such a briefing is never published."""


def respelt(located: LocatedValue, problems: Iterable[Problem]) -> tuple[LocatedValue, frozenset[Path]]:
    """Return the value with misspelt fields under the names that were meant, and the paths of those."""
    problems = list(problems)
    strays = stray_entries(problems)
    names: dict[Path, str] = {}
    for p in problems:
        meant = misspelt_name(p)
        taken = set(located.inside(*p.owner)) | {names[path] for path in names if path[:-1] == p.owner}
        if meant and meant not in taken and p.path[:2] not in strays:
            names[p.path] = meant
    change = _Change(names=names)
    value, marks = change.of(located.value, located.marks)
    return replace(located, value=value, marks=marks), frozenset((*path[:-1], names[path]) for path in names)


def without_faults(record: type, located: LocatedValue, problems: Iterable[Problem]) -> LocatedValue:
    """Return the value without the parts that have problems, which are its losses."""
    problems = list(problems)
    strays = stray_entries(problems)
    removed = {p.path[:2] if p.path[:2] in strays else _removable(record, located, p) for p in problems}
    change = _Change(removed=removed)
    value, marks = change.of(located.value, located.marks)
    if isinstance(value, dict):
        gone = {str(path[0]) for path in removed if len(path) == 1} | {x.name for x in located.losses if not x.owner}
        value = with_stand_ins(value, gone - value.keys())
    unseen = [Loss((), home, None) for home in strays.values()]
    unseen += [Loss((), p.name, None) for p in problems if p.kind in MISSING and not p.owner]
    # A list under a name nobody knows may be any of those that are not there.
    unknown = [p for p in problems if p.kind == UNKNOWN and not p.owner and isinstance(p.input, list)]
    unseen += [Loss((), "", p.input) for p in unknown]
    return replace(located, value=value, marks=marks, losses=(*located.losses, *change.losses, *unseen))


def with_stand_ins(value: dict[str, Any], gone: Collection[str]) -> dict[str, Any]:
    """Return fields with stand-ins for the required ones among those that are gone."""
    return value | {name: part for name, part in STAND_INS.items() if name in gone}


def _removable(record: type, located: LocatedValue, problem: Problem) -> Path:
    """Return the path of the smallest part around a problem that may be absent."""
    path = problem.path
    while len(path) > 1:
        owner, step = path[:-1], path[-1]
        if located.has(*path) and (isinstance(step, int) or step not in required_at(record, owner)):
            break
        path = owner
    return path


class _Change:
    """One copy of a value in which parts are renamed or left out; what is not touched is shared."""

    def __init__(self, names: Mapping[Path, str] | None = None, removed: Collection[Path] = ()) -> None:
        self.names, self.removed = names or {}, removed
        self.touched = {path[:n] for path in (*self.names, *removed) for n in range(len(path) + 1)}
        self.losses: list[Loss] = []

    def of(self, value: Value, marks: Marks, old: Path = (), new: Path = ()) -> tuple[Value, Marks]:
        """Return a value and its marks as they shall be; `old` is where it stands, `new` where it will."""
        if old not in self.touched or not isinstance(value, dict | list):
            return value, marks
        kept: list[tuple[Step, Value, Marks]] = []
        for step, mark in marks.inner.items():
            inner = value.get(str(step)) if isinstance(value, dict) else value[int(step)]
            path = (*old, step)
            if path in self.removed:
                self.losses.append(Loss(new, step if isinstance(step, str) else "", inner))
                continue
            name: Step = self.names.get(path, step) if isinstance(value, dict) else len(kept)
            kept.append((name, *self.of(inner, mark, path, (*new, name))))
        inner_marks = {name: mark for name, _, mark in kept}
        changed = Marks(marks.start, marks.end, marks.key_start, marks.key_end, inner_marks)
        if isinstance(value, list):
            return [part for _, part, _ in kept], changed
        return {str(name): part for name, part, _ in kept if part is not None}, changed

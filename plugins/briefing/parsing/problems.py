"""What pydantic found wrong with a value, and what was probably meant."""

from collections.abc import Iterable
from typing import Any

from ..diagnostics import Code, Diagnostic
from ..frozen import frozen
from .likeness import near
from .located_value import LocatedValue, Path
from .other_names import field_meant, instead_of
from .record_fields import fields_at, takes_texts

UNKNOWN = "unexpected_keyword_argument"
MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")


@frozen
class Problem:
    """One problem of pydantic's: the record that was wanted, the value given, and where in it the problem lies."""

    record: type
    located: LocatedValue
    path: Path
    """As the file has it: a list written as its only item has no step of its own."""
    kind: str
    """Pydantic's name for it."""
    input: Any
    context: dict[str, Any]

    @property
    def owner(self) -> Path:
        """The path of the fields around it."""
        return self.path[:-1]

    @property
    def name(self) -> str:
        """The name of the field it is about."""
        return str(self.path[-1])

    @property
    def stands_alone(self) -> bool:
        """Whether it is the only field where a text may stand: probably a text with a colon in it."""
        return len(self.located.inside(*self.owner)) == 1 and takes_texts(self.record, self.owner[:-1])

    def say(self, code: Code, message: str, help: str = "") -> Diagnostic:
        """Return the diagnostic, at the place of the value."""
        return Diagnostic(code, message, self.located.at(*self.path), help)


def problems_of(record: type, located: LocatedValue, errors: Iterable[dict[str, Any]]) -> list[Problem]:
    """Return the errors pydantic found in a value that should be the record, each with its place."""
    return [
        Problem(record, located, located.as_written(*e["loc"]), e["type"], e["input"], e.get("ctx", {})) for e in errors
    ]


def misspelt_name(p: Problem) -> str:
    """Return the name that an unknown field was probably meant to have, or ""."""
    if p.kind != UNKNOWN or said_otherwise(p):
        return ""
    names = fields_at(p.record, p.owner)
    return field_meant(p.name, names) or near(p.name, names)


def said_otherwise(p: Problem) -> str:
    """Return how a briefing says what a field says elsewhere, where it has no field for it; or ""."""
    return instead_of(p.name, p.input) if "status" in fields_at(p.record, p.owner) and not p.owner else ""


def stray_entries(problems: Iterable[Problem]) -> dict[Path, str]:
    """Return the entries that stand in the wrong list, each with the list it belongs to by its fields."""
    problems = list(problems)
    lacking = {p.owner: p for p in problems if p.kind in MISSING and len(p.owner) == 2}
    foreign = {p.owner for p in problems if p.kind == UNKNOWN and not p.stands_alone}
    found: dict[Path, str] = {}
    for owner in sorted(lacking.keys() & foreign):
        record, given = lacking[owner].record, set(lacking[owner].located.inside(*owner))
        homes = (name for name in fields_at(record, ()) if given <= set(fields_at(record, (name, 0))))
        if home := next(homes, ""):
            found[owner] = home
    return found

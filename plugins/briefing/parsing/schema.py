"""Plain located values typed as records of the model, by pydantic against the model's dataclasses."""

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..frozen import replace
from .explain import explain
from .located_value import LocatedValue
from .problems import Problem, problems_of
from .record_fields import required_at
from .salvage import respelt, without_faults

Record = TypeVar("Record")


NOTHING = ("null", "~")
MOST_SALVAGED = 200  # problems; a file with more was hardly meant as one of these


@cache
def adapter(record: type[Record]) -> TypeAdapter[Record]:
    """Return the validator of a record; made once in a process."""
    return TypeAdapter(record)


def typed(record: type[Record], located: LocatedValue) -> tuple[Record | None, LocatedValue, Diagnostics]:
    """Return the value as a record, the value it was made of, and everything that is wrong with it.

    What is wrong is left out of both, so that the rest can be checked in the same run.
    """
    if not isinstance(located.value, dict):
        message = "there are no fields here"
        help = "write one 'field: value' on each line"
        return None, located, (Diagnostic(Code.WRONG_SHAPE, message, located.at(), help),)
    checked, problems = _validated(record, located)
    if nothing := [p for p in problems if _is_nothing(record, p)]:
        located = replace(without_faults(record, located, nothing), losses=located.losses)
        checked, problems = _validated(record, located)
    return (checked, located, ()) if checked else _salvaged(record, located, problems)


def _is_nothing(record: type, problem: Problem) -> bool:
    """Tell whether it is about YAML's word for nothing, as programs write it where an optional field has no value."""
    is_optional = problem.path and problem.path[-1] not in required_at(record, problem.owner)
    return bool(is_optional) and isinstance(problem.input, str) and problem.input.lower() in NOTHING


def _validated(record: type[Record], located: LocatedValue) -> tuple[Record | None, list[Problem]]:
    validator: TypeAdapter[Record] = adapter(record)  # type: ignore[arg-type]  # mypy asks a class for its objects' hash
    try:
        return validator.validate_python(located.value), []
    except ValidationError as error:
        errors: list[Any] = error.errors(include_url=False)
        return None, problems_of(record, located, errors)


def _salvaged(
    record: type[Record], located: LocatedValue, problems: list[Problem]
) -> tuple[Record | None, LocatedValue, Diagnostics]:
    """Return what is sound of a record: a misspelt field under the name that was meant, the rest without its faults."""
    diagnostics = explain(located, problems)
    if len(problems) > MOST_SALVAGED:
        return None, located, diagnostics
    renamed, names = respelt(located, problems)
    if names:
        checked, problems = _validated(record, renamed)
        if checked:
            return checked, renamed, diagnostics
        inside = [p for p in problems if any(p.path[: len(name)] == name != p.path for name in names)]
        diagnostics += explain(renamed, inside)
    rest = without_faults(record, renamed, problems)
    return _validated(record, rest)[0], rest, diagnostics

"""Plain located values typed as records of the model, by pydantic against the model's dataclasses."""

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ..diagnostics import Code, Diagnostic, Diagnostics
from .explain import explain
from .located_value import LocatedValue

Record = TypeVar("Record")


@cache
def adapter(record: type[Record]) -> TypeAdapter[Record]:
    """Return the validator of a record; made once in a process."""
    return TypeAdapter(record)


def typed(record: type[Record], located: LocatedValue) -> tuple[Record | None, Diagnostics]:
    """Return the value as a record, or everything that keeps it from being one."""
    if not isinstance(located.value, dict):
        message = "there are no fields here"
        return None, (Diagnostic(Code.WRONG_SHAPE, message, located.at(), "write one 'field: value' on each line"),)
    validator: TypeAdapter[Record] = adapter(record)  # type: ignore[arg-type]  # mypy asks a class for its objects' hash
    try:
        checked = validator.validate_python(located.value)
    except ValidationError as error:
        errors: list[Any] = error.errors(include_url=False)
        return None, explain(record, located, errors)
    return checked, ()

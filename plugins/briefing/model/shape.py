"""How a record is declared, and how a value may be written in fewer words than it has.

The marks here are read by pydantic through its ``__get_pydantic_core_schema__`` protocol, whose schemas are plain
dictionaries: so the model says what may be written without importing anything but the standard library.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

from ..frozen import with_fast_init

Schema = dict[str, Any]
T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted, keyword-only dataclass that refuses fields it does not know."""
    made = with_fast_init(dataclass(frozen=True, slots=True, kw_only=True)(cls))
    made.__pydantic_config__ = {"extra": "forbid", "str_strip_whitespace": True}  # type: ignore[attr-defined]
    return made


def _before(function: Callable[[Any], Any], schema: Schema) -> Schema:
    return {
        "type": "function-before",
        "function": {"type": "no-info", "function": function},
        "schema": schema,
    }


@dataclass(frozen=True, slots=True)
class Shorthand:
    """The record may be written as a plain text, which stands for the one field named."""

    field: str

    def expand(self, value: Any) -> Any:
        """Return the fields a plain text stands for; anything else unchanged."""
        return {self.field: value} if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """Validate a text as the record it stands for."""
        return _before(self.expand, handler(source))


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """The list may be written as its only item."""

    @staticmethod
    def expand(value: Any) -> Any:
        """Return a list of one for a text or for fields; a list unchanged."""
        return [value] if isinstance(value, str | Mapping) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """Validate a single item as a list of one."""
        return _before(self.expand, handler(source))


@dataclass(frozen=True, slots=True)
class Between:
    """The whole number lies between two bounds, both included."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """Add the bounds to the schema of the number."""
        return {**handler(source), "ge": self.least, "le": self.most}


@dataclass(frozen=True, slots=True)
class Looks:
    """How a text looks, for code editors and forms; which of such texts there are, a rule knows."""

    pattern: str
    example: str

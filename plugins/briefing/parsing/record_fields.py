"""What fields a record has, at any depth, read off its type hints."""

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from ..model.shape import Shorthand
from .located_value import Path


def fields_at(record: type, path: Path) -> tuple[str, ...]:
    """Return the names of the fields that the record has at a path, or none where there is no record."""
    inner = _record_in(_hint_at(record, path))
    return tuple(f.name for f in fields(inner)) if inner else ()


def required_at(record: type, path: Path) -> tuple[str, ...]:
    """Return the names of the fields that the record at a path cannot be without."""
    inner = _record_in(_hint_at(record, path))
    return tuple(f.name for f in fields(inner) if f.default is f.default_factory is MISSING) if inner else ()


def takes_texts(record: type, path: Path) -> bool:
    """Tell whether the list at a path may hold plain texts."""
    item = next(iter(get_args(_plain(_hint_at(record, path)))), None)
    return item is str or any(isinstance(mark, Shorthand) for mark in getattr(item, "__metadata__", ()))


def _hint_at(record: type, path: Path) -> Any:
    here: Any = record
    for step in path:
        inner = _record_in(here)
        if isinstance(step, int):
            here = next((a for a in map(_record_in, get_args(_plain(here)) or (here,)) if a), here)
        elif inner:
            here = _hints(inner).get(step, object)
    return here


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def _plain(hint: Any) -> Any:
    while hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    return hint


def _record_in(hint: Any) -> Any:
    """Return the dataclass in a type such as ``Annotated[tuple[Annotated[T, …], ...], …]``."""
    hint = _plain(hint)
    if is_dataclass(hint):
        return hint
    return next((found for arg in get_args(hint) if (found := _record_in(arg))), None)

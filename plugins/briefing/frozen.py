"""Values: frozen dataclasses with slots, as `dataclasses` makes them, but made three times as fast.

A build makes a thousand of them for each briefing. `dataclasses` writes each field through ``object.__setattr__``,
which looks it up by its name; here the slot itself is written. And it compiles seven functions for each class, which
costs a program with two hundred of them a tenth of a second at its start; here all but `__init__` are shared.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

__all__ = ["frozen", "replace", "with_fast_init"]
T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    names = tuple(f.name for f in fields(made) if f.compare)
    values: Any = attrgetter(*names) if len(names) > 1 else lambda self: tuple(getattr(self, name) for name in names)
    own = cls.__dict__

    def __eq__(self: Any, other: Any) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    shared = {"__eq__": __eq__, "__hash__": __hash__, "__repr__": _repr}
    for name, method in shared.items():
        if name not in own or own[name] is None:
            setattr(made, name, method)
    made.__setattr__, made.__delattr__ = _refuse, _refuse
    made.__getstate__, made.__setstate__ = _state, _restore
    made.__dataclass_params__.frozen = made.__dataclass_params__.eq = True
    return cast("type[T]", with_fast_init(made))


def _repr(self: Any) -> str:
    return (
        f"{type(self).__qualname__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in fields(self) if f.repr)})"
    )


def _refuse(self: Any, name: str, *_value: Any) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__qualname__}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for f, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)


def with_fast_init(cls: type[T]) -> type[T]:
    """Return a frozen dataclass with slots whose `__init__` writes its slots."""
    known = fields(cls)  # type: ignore[arg-type]  # it is one
    named = {f"set_{f.name}": cls.__dict__[f.name].__set__ for f in known}
    named |= {f"new_{f.name}": f.default_factory for f in known if f.default_factory is not MISSING}
    named |= {f"default_{f.name}": f.default for f in known if f.default is not MISSING}
    positional = ", ".join(_parameter(f) for f in known if not f.kw_only)
    by_name = ", ".join(_parameter(f) for f in known if f.kw_only)
    signature = ", ".join(filter(None, ("self", positional, by_name and f"*, {by_name}")))
    body = "\n".join(f"    set_{f.name}(self, {_value(f)})" for f in known)
    made: dict[str, Any] = {}
    exec(f"def __init__({signature}):\n{body}", named | {"MISSING": MISSING}, made)  # noqa: S102 - as dataclasses do
    made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    made["__init__"].__annotations__ = {**{f.name: f.type for f in known}, "return": None}
    cls.__init__ = made["__init__"]  # type: ignore[method-assign]
    return cls


def _parameter(f: Field[Any]) -> str:
    if f.default_factory is not MISSING:
        return f"{f.name}=MISSING"
    return f.name if f.default is MISSING else f"{f.name}=default_{f.name}"


def _value(f: Field[Any]) -> str:
    return f.name if f.default_factory is MISSING else f"new_{f.name}() if {f.name} is MISSING else {f.name}"


if TYPE_CHECKING:  # the same, and known to type checkers
    from dataclasses import replace
else:

    def replace(value, /, **changes):
        """Return a dataclass with some of its fields changed, as `dataclasses.replace` does, three times as fast."""
        return _replacer(type(value))(value, **changes)


@cache
def _replacer(cls: type) -> Callable[..., Any]:
    """Return what makes a changed value of a class: looking for each of its fields is what costs."""
    known = fields(cls)
    parameters = ", ".join(f"{f.name}=KEPT" for f in known)
    values = ", ".join(f"{f.name}=self.{f.name} if {f.name} is KEPT else {f.name}" for f in known)
    made: dict[str, Any] = {}
    exec(f"def replaced(self, /, *, {parameters}):\n    return make({values})", {"make": cls, "KEPT": MISSING}, made)  # noqa: S102 - as above
    return cast("Callable[..., Any]", made["replaced"])

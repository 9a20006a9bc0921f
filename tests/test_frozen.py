"""Frozen values: as `dataclasses` makes them, only faster."""

from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest
from briefing.frozen import frozen, with_fast_init


@frozen
class Point:
    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)


@with_fast_init
@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    name: str = "n"
    id: str


def test_fields_are_given_in_order_by_name_or_by_default() -> None:
    assert (Point(1).y, Point(1, 3).y, Point(y=5, x=1).y) == (2, 5 - 2, 5)
    assert Named(id="a") == Named(name="n", id="a")


def test_a_default_that_is_made_is_made_anew_for_each() -> None:
    assert Point(1).names == []
    assert Point(1).names is not Point(1).names


def test_a_field_that_lacks_or_is_not_known_is_an_error() -> None:
    with pytest.raises(TypeError, match=r"__init__\(\) missing"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        Point(1, z=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Named("n", "a")  # type: ignore[call-arg]


def test_what_is_made_does_not_change_and_equals_its_like() -> None:
    with pytest.raises(FrozenInstanceError):
        Point(1).x = 2  # type: ignore[misc]
    assert replace(Point(1), y=3) == Point(1, 3)
    assert [f.name for f in fields(Point)] == ["x", "y", "names"]

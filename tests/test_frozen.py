"""Frozen values: as `dataclasses` makes them, only faster."""

import pickle
from copy import copy
from dataclasses import FrozenInstanceError, dataclass, field, fields
from dataclasses import replace as standard_replace

import pytest
from briefing.frozen import frozen, replace, with_fast_init


@frozen
class Point:
    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)


@frozen
class Counted:
    name: str
    number: int = 1
    note: str = field(default="", compare=False, repr=False)


@frozen
class Quiet:
    x: int

    def __repr__(self) -> str:
        return "quiet"


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


def test_values_are_keys_travel_and_say_what_they_are() -> None:
    assert len({Counted("a"), Counted("a"), Counted("b")}) == 2
    assert pickle.loads(pickle.dumps(Counted("a"))) == copy(Counted("a")) == Counted("a")  # noqa: S301 - our own
    assert Counted("a") != ("a", 1)  # type: ignore[comparison-overlap]
    assert Counted("a") == Counted("a", note="n")
    assert repr(Counted("a")) == "Counted(name='a', number=1)"
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))


def test_what_a_class_says_of_itself_stands() -> None:
    assert repr(Quiet(1)) == "quiet"


@frozen
class Odd:
    value: int
    cls: str = ""


def test_a_field_is_replaced_whatever_its_name_and_others_stay() -> None:
    assert replace(Odd(1, "a"), value=2) == Odd(2, "a")
    assert replace(Named(id="a"), name="m") == standard_replace(Named(id="a"), name="m")
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        replace(Point(1), z=2)  # type: ignore[call-arg]

"""What is known of every briefing, in as little memory as it can have."""

from briefing.build.rows import Pool


def test_equal_values_become_one_object_and_stay_of_their_type() -> None:
    one = Pool().one
    first = one(("ada-vale", "Ada Vale", (7_000_001, 2.5, True)))
    again = one((str("ada-" + "vale"), "Ada Vale", (7_000_001.0, 2.5, 1)))
    assert again[0] is first[0]
    assert again == first
    assert [type(value) for value in again[2]] == [float, float, int]
    assert [type(value) for value in first[2]] == [int, float, bool]


def test_tuples_of_texts_become_one_object() -> None:
    one = Pool().one
    assert one(("salt", "locks")) is one(("salt", "-locks"[1:]))

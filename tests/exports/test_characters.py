"""Text as every format can hold it."""

import pytest
from briefing.exports.characters import clean, one_line


@pytest.mark.parametrize(
    "control", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\x84", "\x86", "\x9f", "\u202e", "\u2066"]
)
def test_control_characters_and_turns_of_direction_are_dropped(control: str) -> None:
    assert clean(f"a{control}b") == "ab"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\n"])
def test_whatever_ends_a_line_comes_out_as_a_line_feed(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"
    assert one_line(f"a{end}b") == "a b"

import pytest
from briefing.diagnostics import Span
from briefing.parsing.located_text import EXCERPT_LIMIT, LocatedText


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\ncd", 5, (2, 3)),
        ("ab\n", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("é\n漢字", 3, (2, 2)),
        ("ab", -5, (1, 1)),
        ("ab", 99, (1, 3)),
    ],
)
def test_an_offset_becomes_a_line_and_a_column_counted_in_characters(
    text: str, offset: int, place: tuple[int, int]
) -> None:
    assert LocatedText("x.md", text).place(offset) == place


@pytest.mark.parametrize(("number", "line"), [(0, ""), (1, "ab"), (2, "cd"), (3, ""), (4, "")])
def test_a_line_comes_without_its_end(number: int, line: str) -> None:
    assert LocatedText("x.md", "ab\r\ncd\n").line(number) == line


def test_a_span_has_its_first_line() -> None:
    text = LocatedText("x.md", "one\ntwo\nthree")
    assert text.span(5, 9) == Span("x.md", 2, 2, 3, 2, "two")


def test_a_span_without_an_end_is_one_character_wide() -> None:
    assert LocatedText("x.md", "one").span(1) == Span("x.md", 1, 2, 1, 3, "one")


def test_a_span_at_the_end_of_the_text_stays_in_it() -> None:
    assert LocatedText("x.md", "one").span(3, 9) == Span("x.md", 1, 4, 1, 4, "one")


def test_of_a_long_line_only_the_part_around_the_place_is_kept() -> None:
    span = LocatedText("x.md", "a" * 5_000 + "b" + "c" * 5_000).span(5_000, 5_001)
    assert len(span.excerpt) == EXCERPT_LIMIT
    assert span.excerpt[span.column - span.excerpt_column] == "b"

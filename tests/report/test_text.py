"""Diagnostics as an editor reads them, character by character."""

import pytest
from briefing.diagnostics import Code, Diagnostic, Severity, Span, errors_in, gathered
from briefing.parsing.located_text import LocatedText
from briefing.report.text import WIDEST, counted, render_counts, render_one, render_text, summary


def shown(text: str, start: int, end: int | None = None) -> tuple[str, str]:
    """Return the line and the caret line of a place in a text."""
    span = LocatedText("x.md", text).span(start, end)
    _, line, carets = render_one(Diagnostic(Code.WRONG_VALUE, "no", span)).splitlines()
    return line, carets


def test_a_diagnostic_is_its_place_its_message_the_line_and_the_help() -> None:
    span = LocatedText("content/briefings/x.md", "a: b\ntitel: A\n").span(5, 10)
    diagnostic = Diagnostic(Code.UNKNOWN_FIELD, "there is no field 'titel'", span, "did you mean 'title'?")
    assert render_one(diagnostic) == (
        "content/briefings/x.md:2:1: error[unknown-field]: there is no field 'titel'\n"
        "  2 | titel: A\n"
        "    | ^^^^^\n"
        "    help: did you mean 'title'?"
    )


def test_a_diagnostic_of_a_whole_file_has_no_line() -> None:
    diagnostic = Diagnostic(Code.BINARY_FILE, "the file is binary", Span("x.md"), severity=Severity.WARNING)
    assert render_one(diagnostic) == "x.md: warning[binary-file]: the file is binary"


def test_an_empty_line_is_not_shown() -> None:
    span = LocatedText("x.md", "\n\na").span(0)
    assert render_one(Diagnostic(Code.YAML_SYNTAX, "no", span)) == "x.md:1:1: error[yaml-syntax]: no"


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("abc", 1, 2, "  1 | abc", "    |  ^"),
        ("abc", 0, 3, "  1 | abc", "    | ^^^"),
        ("abc", 3, 3, "  1 | abc", "    |    ^"),
        ("abc\ndef", 1, 6, "  1 | abc", "    |  ^^"),
        ("\ta: b", 1, 2, "  1 |  a: b", "    |  ^"),
        ("漢字: x", 0, 2, "  1 | 漢字: x", "    | ^^^^"),
        ("漢字: xy", 4, 6, "  1 | 漢字: xy", "    |       ^^"),
        ("ｆｕｌｌ x", 5, 6, "  1 | ｆｕｌｌ x", "    |          ^"),
        ("e\u0301x y", 2, 3, "  1 | e\u0301x y", "    |  ^"),
        ("é“x”", 2, 3, "  1 | é“x”", "    |   ^"),
        ("a\x1b[31mb", 6, 7, "  1 | a�[31mb", "    |       ^"),
        ("a\u200eb", 2, 3, "  1 | a�b", "    |   ^"),
        ("abc\r\n", 2, 3, "  1 | abc", "    |   ^"),
    ],
)
def test_carets_stand_under_their_place(text: str, start: int, end: int, line: str, carets: str) -> None:
    assert shown(text, start, end) == (line, carets)


def test_carets_follow_the_width_of_the_line_number() -> None:
    assert shown("\n" * 999 + "abc", 1000, 1001) == ("  1000 | abc", "       |  ^")


@pytest.mark.parametrize("at", [0, 10, 60, 240, 260, 700, 990, 999])
@pytest.mark.parametrize("letter", ["x", "漢"])
def test_of_a_long_line_the_part_around_the_place_is_shown(at: int, letter: str) -> None:
    line, carets = shown("a" * at + letter + "b" * (1000 - at), at, at + 1)
    text = line.removeprefix("  1 | ")
    assert len(text.strip("…")) == WIDEST
    assert text.startswith("…") == (at > WIDEST // 2)
    cells = [letter for c in text for letter in (c * 2 if c == "漢" else c)]
    under = carets.removeprefix("    | ")
    assert [cells[i] for i, mark in enumerate(under) if mark == "^"] == [letter] * (2 if letter == "漢" else 1)


def test_a_place_as_long_as_its_line_is_underlined_as_far_as_it_is_shown() -> None:
    line, carets = shown("x" * 300, 0, 300)
    assert (len(line), len(carets)) == (len("  1 | ") + WIDEST + 1, len("  1 | ") + WIDEST)


def test_messages_and_help_cannot_move_the_cursor() -> None:
    diagnostic = Diagnostic(Code.WRONG_VALUE, "'a\x1b[2Jb'", Span("x.md"), "one\ntwo")
    assert render_one(diagnostic) == "x.md: error[wrong-value]: 'a�[2Jb'\n    help: one two"


def test_diagnostics_come_in_the_order_of_file_and_place() -> None:
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 2, 5), ("a.md", 2, 1)]
    found = [Diagnostic(Code.TAB, "no", Span(path, line, column)) for path, line, column in places]
    lines = [line.partition(" ")[0] for line in render_text(found).splitlines()]
    assert lines == ["a.md:2:1:", "a.md:2:5:", "a.md:10:1:", "b.md:1:1:"]


def test_nothing_to_say_is_nothing() -> None:
    assert render_text([]) == ""


ERROR = Diagnostic(Code.TAB, "no", Span("a.md", 1, 1))
WARNING = Diagnostic(Code.IGNORED_FILE, "no", Span("b.md"), severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("found", "words", "errors"),
    [
        ([ERROR], "1 error in 1 file", 1),
        ([ERROR, ERROR], "2 errors in 1 file", 2),
        ([WARNING], "1 warning in 1 file", 0),
        ([ERROR, WARNING, WARNING], "1 error and 2 warnings in 2 files", 1),
    ],
)
def test_the_summary_counts_errors_warnings_and_files(found: list[Diagnostic], words: str, errors: int) -> None:
    assert summary(found) == words
    assert errors_in(tuple(found)) == errors


def test_three_counts_are_joined_as_people_do() -> None:
    found = [Diagnostic(Code.WRONG_VALUE, "no", Span("a.md", 1, 1), severity=each) for each in Severity]
    assert summary(found) == "1 error, 1 warning and 1 note in 1 file"


def test_notes_are_counted_by_file_and_kind_and_of_many_files_the_first_are_named() -> None:
    notes = [Diagnostic(Code.UNSURE_MARK, "no", Span("a.md", n, 1), severity=Severity.NOTE) for n in (1, 2)]
    overdue = Diagnostic(Code.WATCH_OVERDUE, "no", Span("a.md", 3, 1), severity=Severity.NOTE)
    assert render_counts([*notes, overdue]) == "a.md: 3 notes (unsure-mark 2, watch-overdue 1)"
    many = [Diagnostic(Code.WATCH_OVERDUE, "no", Span(f"{n:02}.md", 1, 1), severity=Severity.NOTE) for n in range(15)]
    lines = render_counts(many).splitlines()
    assert (lines[0], lines[11], lines[12:]) == (
        "00.md: 1 note (watch-overdue)",
        "11.md: 1 note (watch-overdue)",
        ["… and in 3 more files"],
    )


def test_thousands_are_set_apart() -> None:
    assert (counted(1, "page"), counted(12_345, "page")) == ("1 page", "12,345 pages")


def test_what_is_said_of_several_places_is_said_once() -> None:
    places = [Diagnostic(Code.TAB, "no", Span("a.md", line, 1), "spaces") for line in (3, 3, 9, 7)]
    (only,) = gathered(places)
    assert (only.span.line, only.help) == (3, "spaces; the same on lines 7, 9")
    assert gathered(places[:2]) == (places[0],)


def test_what_differs_is_not_gathered() -> None:
    other_file = Diagnostic(Code.TAB, "no", Span("b.md", 1, 1))
    other_words = Diagnostic(Code.TAB, "never", Span("a.md", 1, 1))
    assert gathered([ERROR, other_file, other_words]) == (ERROR, other_file, other_words)


def test_of_very_many_lines_the_first_are_named() -> None:
    (only,) = gathered(Diagnostic(Code.TAB, "no", Span("a.md", line, 1)) for line in range(1, 100))
    assert only.help.startswith("the same on lines 2, 3, 4,")
    assert only.help.endswith(" 20, 21 …")


def test_every_code_is_explained_in_a_sentence() -> None:
    for code in Code:
        assert code.explanation.endswith(".")
        assert code.explanation[0].isupper()
        assert code.value == code.value.lower().replace(" ", "-")

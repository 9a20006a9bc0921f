"""How the terms of a text fragment directive are written, and which words they are taken from."""

from urllib.parse import unquote

import pytest
from briefing.evidence.fragment import fragment_directive
from briefing.evidence.source_text import read_source

START = "#:~:text="


def _terms(text: str, start: int, end: int) -> list[str]:
    """The terms a browser reads, decoded."""
    directive = fragment_directive(read_source(text), start, end)
    assert directive.startswith(START)
    return [unquote(term) for term in directive.removeprefix(START).split(",")]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("100% sure", "100%25%20sure"),
        ("what? #now", "what%3F%20%23now"),
        ("a=b+c", "a%3Db%2Bc"),
        ("and/or", "and%2For"),
        ("café “là”", "caf%C3%A9%20%E2%80%9Cl%C3%A0%E2%80%9D"),
        ("時計屋", "%E6%99%82%E8%A8%88%E5%B1%8B"),
        ("- dash -", "%2D%20dash%20%2D"),
        ("wide \t\u00a0 space", "wide%20space"),
    ],
)
def test_signs_with_a_meaning_in_an_address_are_encoded(words: str, written: str) -> None:
    text = f"before {words} behind"
    start = text.index(words)
    assert fragment_directive(read_source(text), start, start + len(words)) == START + written


def test_white_space_at_the_ends_is_no_part_of_the_passage() -> None:
    assert _terms("one two three", 3, 8) == ["two"]


def test_a_context_before_is_tried_before_a_context_behind() -> None:
    text = "First the bell rang out. Then the bell rang on."
    assert _terms(text, 10, 19) == ["First the-", "bell rang"]
    assert _terms(text, 34, 43) == ["Then the-", "bell rang"]


def test_a_passage_before_its_like_is_told_apart_by_what_follows() -> None:
    assert _terms("The bell rang out. The bell rang on.", 4, 13) == ["bell rang", "-out. The"]


def test_capitals_do_not_tell_words_apart_as_in_a_browser() -> None:
    assert len(_terms("THE BELL was sold. Yet the bell rang.", 23, 31)) == 2


@pytest.mark.parametrize(("letters", "count"), [(150, 1), (151, 2)])
def test_a_passage_is_named_whole_up_to_150_characters(letters: int, count: int) -> None:
    words = " ".join(f"w{number}" for number in range(60))[:letters].strip()
    words += "x" * (letters - len(words))
    assert len(_terms(f"before {words} behind", 7, 7 + letters)) == count


def test_more_words_are_named_where_four_at_either_end_are_not_alone() -> None:
    passage = "one two three four five " + "and so on " * 20 + "end of the tale"
    text = f"one two three four. {passage} behind"
    first, last = _terms(text.replace("four.", "four"), 19, 19 + len(passage))
    assert first.startswith("one two three four five")
    assert last.endswith("end of the tale")


def test_no_term_runs_over_the_end_of_a_paragraph() -> None:
    text = "One two three four five.\n\nSix seven eight nine ten."
    assert _terms(text, 8, len(text)) == ["three four five.", "seven eight nine ten."]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("ha " * 400, 300, 302), ("the same line\n" * 60, 406, 419), ("   ", 0, 3), ("", 0, 0), ("word", 2, 2)],
)
def test_there_is_no_link_where_none_would_find_the_place(text: str, start: int, end: int) -> None:
    assert fragment_directive(read_source(text), start, end) == ""

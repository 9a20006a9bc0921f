"""Paragraphs of texts that are wrapped and of texts whose lines are paragraphs."""

import pytest
from briefing.evidence.paragraphs import read_paragraphs

WRAPPED = (
    "The boats came back from the banks late in the evening\n"
    "and nobody on the quay spoke of the storm, or of the\n"
    "two men from the north who had gone out without one\n"
    "word to the harbour master.\n"
    "\n"
    "Early in the morning the boats went out again, and the\n"
    "sea was as flat as a plate."
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One.\nTwo.\nThree.", [1, 2, 3]),
        ("One.\n\nTwo.", [1, 3]),
        ("One.\r\n\r\nTwo.", [1, 3]),
        (WRAPPED, [1, 6]),
        (WRAPPED.replace("two men", "  Two men"), [1, 3, 6]),
        (WRAPPED.replace("\n\nEarly", "\nEarly"), [1, 5]),
        ("\n\n  \n", []),
        ("", []),
        ("A line of more than a hundred characters is a paragraph of its own, " * 3 + "\nand so is this.", [1, 2]),
    ],
)
def test_paragraphs_begin_where_the_text_shows_it(text: str, lines: list[int]) -> None:
    assert [paragraph.line for paragraph in read_paragraphs(text)] == lines

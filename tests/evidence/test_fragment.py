"""Text fragment directives: their syntax, and that they are alone on the source."""

from urllib.parse import unquote

import pytest
from briefing.evidence.fragment import fragment_directive
from briefing.evidence.source_text import read_source

TEXT = (
    "The well-known mill, at last, is sold & bought.\n"
    "The mill is old. The mill is new, and the mill is ours.\n"
    'She said: "The mill is ours." He said: "The mill is ours."\n'
    "A long tale of the mill begins here, "
    + "and goes on and on, " * 20
    + "until the miller locks the door.\n"
    + "again again again again"
)


def directive_of(words: str, times: int = 1) -> str:
    at = -1
    for _ in range(times):
        at = TEXT.index(words, at + 1)
    return fragment_directive(read_source(TEXT), at, at + len(words))


def test_dashes_commas_and_ampersands_are_encoded() -> None:
    encoded = "well%2Dknown%20mill%2C%20at%20last%2C%20is%20sold%20%26%20bought."
    assert directive_of("well-known mill, at last, is sold & bought.") == f"#:~:text={encoded}"


@pytest.mark.parametrize(
    ("times", "directive"),
    [
        (1, "#:~:text=and the-,mill is ours"),
        (2, '#:~:text=mill is ours,-." He'),
        (3, '#:~:text=is ours." He said: "The-,mill is ours'),
    ],
)
def test_words_that_stand_often_get_a_context(times: int, directive: str) -> None:
    assert unquote(directive_of("mill is ours", times)) == directive


def test_a_long_passage_is_named_by_its_ends() -> None:
    passage = TEXT.splitlines()[3]
    directive = unquote(directive_of(passage))
    assert directive == "#:~:text=A long tale of,miller locks the door."


def test_a_passage_over_two_paragraphs_is_named_by_its_ends() -> None:
    assert unquote(directive_of("bought.\nThe mill is old.")) == "#:~:text=bought.,is old."


def test_words_that_cannot_be_told_apart_get_no_link() -> None:
    assert fragment_directive(read_source("again " * 60), 120, 125) == ""


def test_no_words_get_no_link() -> None:
    assert fragment_directive(read_source(" a "), 0, 1) == ""

"""Characters that nobody sees: which texts may come in, and what is dropped of a saved article's own."""

import pytest
from briefing.parsing.unseen import find_unseen, fit, seen


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("plain\ttext,\r\nwith “marks”\u00a0and é", -1),
        ("a\u200fb\u200e \u061c", -1),  # marks of direction reach nothing beyond themselves
        ("a\x07b", 1),
        ("ab\x85", 2),
        ("\x7f", 0),
        ("a\ufffe", 1),
        ("a\U0001ffff", 1),
        ("\ud800", 0),
        ("a \u202bb\u202c \u2067c \u202ad\u202c\u2069", -1),
        ("a \u202eb", 2),
        ("a \u2066b\u202c", 4),  # ended by what ends another
        ("\u2066\u202ab\u2069", 3),
        ("a\u2069", 1),  # it would end what the page put round the text
    ],
)
def test_an_unseen_character_is_found(text: str, at: int) -> None:
    assert find_unseen(text) == at


def test_of_a_saved_text_what_nobody_sees_is_dropped_and_what_parts_words_stays_a_blank() -> None:
    assert seen("a\x07b\x0bc\x85d\x92e\nf\tg") == "ab c de\nf\tg"


def test_a_draft_keeps_turns_of_direction_that_are_taken_back_and_no_others() -> None:
    assert fit("\u2067a\u2069\x07") == "\u2067a\u2069"
    assert fit("\u2067a\u2069 \u202eb") == "a b"

"""Hostile sources and quotations come to an end, whatever their length."""

import pytest
from briefing.evidence.match import find
from briefing.evidence.source_text import read_source

LONG = 100_000
SOURCES = {
    "letters": "a" * LONG,
    "words": "a " * (LONG // 2),
    "lines": "a\n" * (LONG // 2),
    "cut words": "ab " * (LONG // 3),
    "quotations": '"aaaa bbbb," cccc said. ' * (LONG // 24),
}
QUOTES = {
    "letters": "a" * LONG,
    "words": "a " * (LONG // 2),
    "a cut word at the end": "ab " * 1000 + "a",
    "left out": "a […] " * (LONG // 6),
    "put in": "[a] " * (LONG // 4),
    "fragments": "a […] " * 55 + "zz",
    "dots": ". " * (LONG // 2),
    "brackets": "[" * LONG,
    "marks": "'" * LONG,
}


@pytest.mark.parametrize("source", SOURCES)
def test_every_quotation_gets_an_answer(source: str) -> None:
    text = read_source(SOURCES[source])
    for quote in QUOTES.values():
        find(text, quote)


def test_of_a_very_long_quotation_the_first_difference_is_shown() -> None:
    words = [f"word{number}" for number in range(20_000)]
    altered = [*words[:15_000], "wrong", *words[15_001:]]
    nearest = find(read_source(" ".join(words)), " ".join(altered)).nearest
    assert nearest is not None
    assert ("-", "wrong") in nearest.diff
    assert ("+", "word15000") in nearest.diff

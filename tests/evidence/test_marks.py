"""Quoted spans and broken marks in every style of quotation marks."""

import pytest
from briefing.evidence.source_text import read_source


def spans(text: str) -> list[str]:
    source = read_source(text)
    return [source.excerpt(span.start, span.end) for span in source.spans]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes” and “no”.", ["yes", "no"]),
        ("Er sagte „ja“ und „nein“.", ["ja", "nein"]),
        ("Er sagte »ja« und »nein«.", ["ja", "nein"]),
        ("Il dit « oui », puis « non ».", ["oui", "non"]),
        ("Hon sade ”ja” och ”nej”.", ["ja", "nej"]),
        ("「はい」と言った。", ["はい"]),
        ("He said ``yes'' twice.", ["yes"]),
        ("He said ''yes'' twice.", ["yes"]),
        ("'Yes,' he said.", ["Yes,"]),
        ("‘The voters’ choice is clear,’ he said.", ["The voters’ choice is clear,"]),
        ("Don't say it's the dogs' fault, the '90s are over.", []),
        ("“She told me, ‘Go home,’ and I went.”", ["She told me, ‘Go home,’ and I went.", "Go home,"]),
        ('"He said "yes" to me," she said.', ['He said "yes" to me,', "yes"]),
        ('A 27" screen and a 5\'10" man.', []),
        ("(“Yes”)—“no”", ["Yes", "no"]),
    ],
)
def test_spans_are_what_the_marks_enclose(text: str, quoted: list[str]) -> None:
    assert spans(text) == quoted
    assert read_source(text).broken_marks == ()


def test_a_quotation_opened_anew_at_each_paragraph_is_one() -> None:
    source = read_source("“One.\n\n“Two.\n\n“Three,” she said.")
    assert [source.excerpt(span.start, span.end) for span in source.spans] == ["One. “Two. “Three,"]
    assert source.broken_marks == ()


def test_the_marks_that_open_a_quotation_anew_are_nobodys_words() -> None:
    assert read_source("“One.\n\n“Two,” she said.").normal.words == "'One. Two,' she said."


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ('thanked Mr. so". He said "yes".', [(1, '"')]),
        ("First.\n“Open and never closed.\nSecond.", [(2, "“")]),
        ("”Wrong way round” she said, “right”.", [(1, "”"), (1, "”")]),
        ("« Un. Il part.\n\nDeux.", [(1, "«")]),
    ],
)
def test_marks_without_a_partner_are_reported_and_not_repaired(text: str, broken: list[tuple[int, str]]) -> None:
    assert [(mark.line, mark.mark) for mark in read_source(text).broken_marks] == broken


def test_a_text_of_nothing_but_marks_is_reported_once() -> None:
    source = read_source('"' * 100_000)
    assert source.spans == ()
    assert len(source.broken_marks) == 1

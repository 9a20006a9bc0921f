"""The traps of the first saved article: broken marks, a quotation in a chain, the ends of its quotations."""

from pathlib import Path

import pytest
from briefing.evidence.finding import Level
from briefing.evidence.match import find
from briefing.evidence.source_text import SourceText, read_source
from briefing.evidence.speech import attributed_to, quoted_span_at, whole_quotation_at

NAMES = {
    "kishida": ("Fumio Kishida",),
    "yoon": ("Yoon Suk Yeol",),
    "nagy": ("Stephen Robert Nagy",),
    "nagao": ("Satoru Nagao",),
    "reuters": ("Reuters",),
}


@pytest.fixture(scope="session")
def source(root: Path) -> SourceText:
    return read_source((root / "seeds" / "000_5c116b11e40ad3c0.txt").read_text(encoding="utf-8"))


def test_marks_that_do_not_balance_are_reported_on_their_lines(source: SourceText) -> None:
    assert [(mark.line, mark.mark) for mark in source.broken_marks] == [(14, '"'), (24, '"')]


def test_only_what_stands_between_two_marks_is_quoted(source: SourceText) -> None:
    assert [source.excerpt(span.start, span.end)[:12] for span in source.spans] == [
        "For me perso",
        "very useful ",
        "Cooperation ",
        "have a lot o",
        "quad",
        "Ukraine toda",
    ]


@pytest.mark.parametrize(
    ("words", "speaker", "how"),
    [
        ("my heart aches", "kishida", "pronoun"),
        ("useful for future cooperation", "yoon", "before"),
        ("Cooperation and coordination between", "yoon", "chain"),
        ("have a lot of opportunities", None, "before"),
        ("Ukraine today can be East Asia tomorrow", "kishida", "before"),
        ("quad", None, "cannot tell"),
    ],
)
def test_words_belong_to_the_speaker_the_article_gives(
    source: SourceText, words: str, speaker: str | None, how: str
) -> None:
    given = attributed_to(source, find(source, words).places[0], NAMES)
    assert (given.speaker, given.how) == (speaker, how)


@pytest.mark.parametrize(
    "words",
    ["thanked Mr. so", "ensuring a free Indo-Pacific region. and wide open", "promoting promote bilateral relations"],
)
def test_words_outside_the_marks_are_nobodys(source: SourceText, words: str) -> None:
    place = find(source, words).places[0]
    assert quoted_span_at(source, place) is None
    assert attributed_to(source, place, NAMES).speaker is None


def test_a_quotation_that_leaves_a_word_off_is_shown_whole(source: SourceText) -> None:
    whole = whole_quotation_at(source, find(source, "useful for future cooperation").places[0])
    assert whole is not None
    assert (whole.text, whole.before, whole.behind) == ("very useful for future cooperation", "very", "")
    assert whole_quotation_at(source, find(source, "very useful for future cooperation").places[0]) is None


@pytest.mark.parametrize(
    ("altered", "line"),
    [
        ("can be East Asia today", 26),
        ("Ukraine today may be East Asia tomorrow", 26),
        ("Cooperation and coordination between South Korea and Japan is essential", 20),
        ("did make an official apology", 12),
    ],
)
def test_an_altered_quotation_names_the_line_to_look_at(source: SourceText, altered: str, line: int) -> None:
    finding = find(source, altered)
    assert finding.level is Level.NOT_FOUND
    assert finding.nearest is not None
    assert finding.nearest.line == line


def test_a_dropped_negation_is_named(source: SourceText) -> None:
    nearest = find(source, "did make an official apology").nearest
    assert nearest is not None
    assert nearest.negation_changed
    assert nearest.diff == (("=", "did"), ("+", "not"), ("=", "make an official apology"))
    assert "A negation was changed." in find(source, "did make an official apology").note


def test_smartened_dashes_are_typography(source: SourceText) -> None:
    assert find(source, "the cooperation of the US – Japan – Korea").level is Level.TYPOGRAPHY

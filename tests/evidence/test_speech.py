"""Whose words they are: the source's own marks around a place, and the speaker it gives them to, or nobody."""

from pathlib import Path

import pytest
from briefing.evidence.match import find
from briefing.evidence.source_text import SourceText, read_source
from briefing.evidence.speech import Attribution, attributed_to, quoted_span_at, whole_quotation_at

SEED = "seeds/000_5c116b11e40ad3c0.txt"
NAMES = {"ana": ("Ana Diaz",), "bo": ("Bo Lind", "Bosse Lind"), "yoon": ("Yoon Suk Yeol",)}
LEADERS = {
    "kishida": ("Fumio Kishida",),
    "yoon": ("Yoon Suk Yeol",),
    "moon": ("Moon Jae In",),
    "nagy": ("Stephen Robert Nagy",),
    "nagao": ("Satoru Nagao",),
}


@pytest.fixture(scope="module")
def seed(root: Path) -> SourceText:
    """The first seed article, as it was saved."""
    return read_source((root / SEED).read_text(encoding="utf-8"))


def _said_by(text: str, words: str = "we will stay") -> Attribution:
    source = read_source(text)
    return attributed_to(source, find(source, words).places[0], NAMES)


@pytest.mark.parametrize(
    ("text", "speaker", "how"),
    [
        ('"we will stay," said Ana Diaz.', "ana", "after"),
        ('"we will stay," Ana Diaz said.', "ana", "after"),
        ('"we will stay," said Mayor Diaz, who was tired.', "ana", "after"),
        ('"we will stay," wrote Coast Wire columnist Ana Diaz.', "ana", "after"),
        ('"we will stay", Professor Diaz commented.', "ana", "after"),
        ('"we will stay" — Ana Diaz.', "ana", "after"),
        ('"we will stay," according to Diaz.', "ana", "after"),
        ("“we will stay,” said Bo Lind.", "bo", "after"),
        ("«we will stay», said Bo Lind.", "bo", "after"),
        ('Ana Diaz said: "we will stay".', "ana", "before"),
        ('Diaz has repeatedly said: "we will stay".', "ana", "before"),
        ('According to Diaz, "we will stay".', "ana", "before"),
        ('Diaz said it would be late but "we will stay".', "ana", "before"),
        ('Ana Diaz, the mayor of Mellin, said "we will stay".', "ana", "before"),
        ('Ana Diaz came home. "we will stay," she said.', "ana", "pronoun"),
        ('Ana Diaz came home.\n"we will stay," she said.', "ana", "pronoun"),
        ('"we will stay," Reuters quoted President Yoon as saying.', "yoon", "chain"),
        ('"we will stay." , Reuters quoted President Yoon speaking during talks with Ana Diaz.', "yoon", "chain"),
        ('"Come in," said Diaz. "we will stay."', "ana", "same paragraph"),
    ],
)
def test_the_speaker_is_read_from_the_words_around(text: str, speaker: str, how: str) -> None:
    said = _said_by(text)
    assert (said.speaker, said.how) == (speaker, how)
    assert said.words in text


@pytest.mark.parametrize(
    "text",
    [
        'The banner read "we will stay".',
        '"we will stay" was painted on the wall.',
        '"we will stay," she said.',
        'Ana Diaz went home.\nA council spokeswoman said it was early. "we will stay," she said.',
        'Ana Diaz met Bo Lind. "we will stay," she said.',
        'Diaz met Lind. "we will stay," she said.',
        'Ana Diaz met a reporter. "we will stay," she said.',
        '"we will stay," said a spokesman for Ana Diaz.',
        '"we will stay," said Ana Diaz\'s lawyer.',
        '"we will stay," said Ana Diaz and Bo Lind.',
        '"we will stay," said Eva Diaz. Ana Diaz was not there.',
        'Ana Diaz was told that "we will stay".',
        'Bo Lind said "we will stay", Ana Diaz replied.',
        '"Come in," said Diaz.\n"we will stay."',
        'Ana Diaz went home. The sign says "we will stay".',
        "Ana Diaz said we will stay.",
        'Ana Diaz said "we will stay.',
    ],
)
def test_in_doubt_nobody_speaks(text: str) -> None:
    assert _said_by(text).speaker is None


@pytest.mark.parametrize(
    "text",
    [
        '"we will stay," said officials who had met Ana Diaz.',
        '"we will stay," said the man who shot Ana Diaz.',
        '"we will stay," an official who met Diaz said.',
        '"we will stay," said voters backing Ana Diaz.',
        '"we will stay," said critics including Ana Diaz.',
        '"we will stay," said everyone except Ana Diaz.',
        'The lawyer representing Ana Diaz said "we will stay".',
        'A spokesman quoting Ana Diaz said "we will stay".',
        'Neither Bo nor Ana Diaz said "we will stay".',
    ],
)
def test_a_name_inside_a_phrase_about_somebody_else_does_not_speak(text: str) -> None:
    assert _said_by(text).speaker is None


def test_without_names_nobody_is_named() -> None:
    source = read_source('"we will stay," said Ana Diaz.')
    assert attributed_to(source, find(source, "we will stay").places[0], {}).speaker is None


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Diaz: "Oh, we will stay here."', "Oh, we will stay here."),
        ("“She said ‘we will stay’ twice.”", "She said ‘we will stay’ twice."),
        ("„Ja, we will stay“, sagte er.", "Ja, we will stay"),
        ("« Oui, we will stay », dit-elle.", " Oui, we will stay "),
        ("彼は「we will stay」と言った。", "we will stay"),
        ('"One.\n\n"Two, we will stay," he said.', 'One.\n\n"Two, we will stay,'),
    ],
)
def test_the_quotation_around_a_place_is_the_outermost(text: str, quoted: str) -> None:
    source = read_source(text)
    start = text.index("we will stay")
    span = quoted_span_at(source, source.place(start, start + len("we will stay")))
    assert span is not None
    assert text[span.start : span.end] == quoted


@pytest.mark.parametrize("quote", ["we will stay", "we will stay.", "“we will stay.”", '"we will stay"'])
def test_marks_and_stops_at_the_ends_do_not_lead_out_of_a_quotation(quote: str) -> None:
    source = read_source('She said "we will stay". Then she left.')
    assert quoted_span_at(source, find(source, quote).places[0]) is not None


@pytest.mark.parametrize("words", ["She said", "left", "stay now"])
def test_what_the_source_says_itself_is_no_quotation(words: str) -> None:
    source = read_source('She said "we will stay". We all stay now. He left.')
    place = find(source, words).places[0]
    assert quoted_span_at(source, place) is None
    assert whole_quotation_at(source, place) is None


def test_what_is_left_off_a_quotation_is_told() -> None:
    source = read_source('Line one.\nHe called it "very useful, for now".')
    whole = whole_quotation_at(source, find(source, "useful").places[0])
    assert whole is not None
    assert (whole.text, whole.before, whole.behind, whole.line) == ("very useful, for now", "very", "for now", 2)
    assert source.text[whole.start : whole.end] == whole.text


@pytest.mark.parametrize("quote", ["very useful, for now", "very useful, for now.", "“very useful, for now”"])
def test_nothing_is_left_off_a_whole_quotation(quote: str) -> None:
    source = read_source('He called it "very useful, for now".')
    assert whole_quotation_at(source, find(source, quote).places[0]) is None


def test_the_whole_quotation_is_the_innermost() -> None:
    source = read_source("“She told us ‘no child is turned away’ at noon.”")
    whole = whole_quotation_at(source, find(source, "child is turned away").places[0])
    assert whole is not None
    assert (whole.text, whole.before) == ("no child is turned away", "no")


@pytest.mark.parametrize(
    "words",
    [
        "President Yoon said it would be",
        "Moon's policies have created barriers",
        "bilateral and tripartite cooperation",
        "sincere move",
        "Kishida's Sincerity",
        "the two sides cannot take further steps",
        "ensuring a free Indo-Pacific region",
        "Pyongyang has repeatedly tested missiles",
    ],
)
def test_the_seed_does_not_quote_what_broken_marks_or_its_own_words_hold(seed: SourceText, words: str) -> None:
    place = find(seed, words).places[0]
    assert quoted_span_at(seed, place) is None
    assert attributed_to(seed, place, LEADERS).speaker is None


@pytest.mark.parametrize(
    "quote",
    [
        "made an official apology for the wrongs",
        "did make an official apology for the wrongs",
        "very useful for the future cooperation",
        "very useful […] Ukraine today can be East Asia tomorrow",
        "thanked Mr. so […] very useful for future cooperation",
    ],
)
def test_no_altered_quotation_of_the_seed_passes(seed: SourceText, quote: str) -> None:
    assert not find(seed, quote).passed

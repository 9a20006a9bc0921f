"""Of two places with the same words, the one that is meant."""

from hashlib import sha256

import pytest
from briefing.diagnostics import Code, Diagnostics, Severity

from tests.build.proof.ferry import ARTICLE, Build, codes, quotation

FOG = "We will not sail in fog"
TWICE = ARTICLE + '\nMayor Tom Aske said: "We will not sail in fog." He left.\n'


def twice(build: Build, fields: str = "", prose: str = "Prose.") -> Diagnostics:
    """Load a briefing whose source has a quotation of each of two speakers in the same words."""
    entry = f"file: seeds/ferry.txt\nsha256: {sha256(TWICE.encode()).hexdigest()}\n"
    return build(fields, prose, article=TWICE.encode(), entry=entry)[1]


@pytest.mark.parametrize(
    ("fields", "prose", "help"),
    [
        (quotation("We will not sail in fog"), "P.", "write beside it passage: the sentence it stands in; or passage:"),
        ("", 'It will not.[@ferry "We will not sail in fog"]', "cite more of the words"),
        ("", "He: “We will not sail in fog”.", "cite beside them the sentence they stand in, [@ferry"),
        ("key_points: [{text: a, passage: We will not sail in fog}]", "P.", "write the passage as {exact: the words,"),
    ],
)
def test_an_editor_is_told_how_to_say_which_of_two_places_is_meant(
    build: Build, fields: str, prose: str, help: str
) -> None:
    (asked,) = twice(build, fields, prose)
    assert (asked.code, asked.severity) == (Code.PASSAGE_AMBIGUOUS, Severity.WARNING)
    assert asked.help.startswith(help)


@pytest.mark.parametrize(
    ("fields", "prose"),
    [
        (quotation("We will not sail in fog") + "\n    passage: 'Tom Aske said: \"We will not sail in fog.'", "P."),
        (quotation(FOG) + f"\n    passage: {{exact: {FOG}, prefix: 'said:'}}", "P."),
        ("", 'He: “We will not sail in fog”.[@ferry "We will not sail in fog." He left."]'),
        ("", 'It will not.[@ferry "Tom Aske said: "We will not sail in fog"]'),
    ],
)
def test_the_ways_that_are_named_say_which_is_meant(build: Build, fields: str, prose: str) -> None:
    assert twice(build, fields, prose) == ()


def test_of_two_places_one_must_be_the_speaker_s(build: Build) -> None:
    asked = twice(build, "actors: [ida, tom]\n" + quotation("We will not sail in fog", "Zebulon Quark"))
    assert codes(asked) == [Code.PASSAGE_AMBIGUOUS, Code.OTHER_SPEAKER]
    assert codes(twice(build, "actors: [ida, tom]\n" + quotation("We will not sail in fog"))) == [
        Code.PASSAGE_AMBIGUOUS
    ]

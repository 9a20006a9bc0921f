"""What is quoted stands in its source, word for word, or the editor is told what does."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from briefing.diagnostics import Code, Severity
from briefing.report.text import render_text
from briefing.view.site import Site
from briefing.view.values import BriefingView, SavedSourceView

from tests.build.proof.ferry import ARTICLE, Build, codes, quotation


def test_words_of_the_source_pass_and_their_place_is_known(build: Build) -> None:
    project, diagnostics = build(quotation("The island has waited for two winters."))
    assert diagnostics == ()
    (row,) = project.evidence
    assert row == {
        "briefing": "content/briefings/ferry.md",
        "line": 8,
        "column": 12,
        "kind": "quote",
        "words": "The island has waited for two winters.",
        "speaker": "tom",
        "source": "ferry",
        "level": "exact",
        "passed": True,
        "source_line": 5,
        "source_paragraph": 3,
        "note": "",
    }


def test_a_failed_quotation_is_shown_with_the_source_s_words_and_line(build: Build) -> None:
    _, diagnostics = build(quotation("The island has waited for ten winters."))
    assert render_text(diagnostics) == (
        "content/briefings/ferry.md:8:12: error[quotation-differs]: these words are not in ferry: "
        "the source has other words\n"
        "  8 |     quote: The island has waited for ten winters.\n"
        "    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        '    help: look at seeds/ferry.txt:5: "The island has waited for [-ten-] {+two+} winters."'
    )


def test_a_quotation_that_only_leaves_words_out_is_told_how_to_say_so(build: Build) -> None:
    _, diagnostics = build(quotation("The island has waited two winters."))
    assert render_text(diagnostics).endswith("; or say that words are left out: has waited […] two winters.")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("We will sail in fog", Code.NEGATION_CHANGED),
        ("Nothing like this was ever said by anybody", Code.QUOTATION_NOT_FOUND),
        ("We will not sail in fo", Code.QUOTATION_CUTS_WORD),
        ("We will […] sail in fog", Code.ELISION),
        ("We will not sail […] two winters", Code.ELISION),
    ],
)
def test_each_way_to_fail_has_a_code_of_its_own(build: Build, words: str, code: Code) -> None:
    _, diagnostics = build(quotation(words, "ida"))
    assert codes(diagnostics) == [code]


def test_a_passage_is_proved_wherever_it_stands(build: Build) -> None:
    wrong = "the boat was unsafe"
    fields = f"""\
key_points:
  - text: A point
    passage: {wrong}
timeline:
  - date: 2025
    title: An event
    passage: [{wrong}]
views:
  - expert: Ida Brekke
    points:
      - text: A paraphrase
        passage: {{exact: {wrong}}}
watch:
  - text: Something
    passage: {wrong}"""
    _, diagnostics = build(fields, f'Cited.[@ferry "{wrong}"] She called it “{wrong}”.')
    assert [(d.span.line, d.severity) for d in diagnostics] == [
        (line, Severity.ERROR) for line in (8, 12, 20, 17, 22, 22)
    ]


def test_quotation_marks_in_prose_are_proved_from_four_words_on(build: Build) -> None:
    _, diagnostics = build(prose="A “safe harbour” it is. “Nobody at all said these words.”")
    assert [d.span.column for d in diagnostics] == [26]


def test_a_block_quote_is_proved(build: Build) -> None:
    _, diagnostics = build(prose="> The island has waited for three winters.\n")
    assert codes(diagnostics) == [Code.QUOTATION_DIFFERS]


def test_a_passage_that_stands_twice_asks_for_a_prefix(build: Build) -> None:
    asked = build("key_points:\n  - text: A point\n    passage: The boat was built in")[1]
    assert [(d.code, d.severity) for d in asked] == [(Code.PASSAGE_AMBIGUOUS, Severity.WARNING)]


def test_a_prefix_says_which_of_two_is_meant(build: Build) -> None:
    passage = "passage: {exact: The boat was built in, prefix: '1987.'}"
    assert build(f"key_points:\n  - text: A point\n    {passage}")[1] == ()


def test_words_outside_the_source_s_marks_are_no_quotation(build: Build) -> None:
    _, diagnostics = build(quotation("the boat was safe", "ida"))
    assert [(d.code, d.severity) for d in diagnostics] == [(Code.NOT_QUOTED_THERE, Severity.WARNING)]


def test_words_of_somebody_else_are_a_warning_that_names_whom_the_source_names(build: Build) -> None:
    fields = "actors: [ida, tom]\n" + quotation("The island has waited for two winters.", "ida")
    _, diagnostics = build(fields)
    assert codes(diagnostics) == [Code.OTHER_SPEAKER]
    assert "Tom Aske" in diagnostics[0].message


def test_words_of_somebody_who_is_not_in_the_briefing_are_a_warning_too(build: Build) -> None:
    _, diagnostics = build(quotation("We will not sail in fog,", "Zebulon Quark"))
    assert [d.code for d in diagnostics] in ([Code.OTHER_SPEAKER], [])  # a pronoun alone names nobody
    _, diagnostics = build(quotation("The island has waited for two winters.", "Zebulon Quark"))
    assert codes(diagnostics) == [Code.OTHER_SPEAKER]
    assert "Tom Aske" in diagnostics[0].message


def test_a_not_right_before_the_words_is_a_warning(build: Build) -> None:
    _, diagnostics = build(quotation("sail in fog", "ida"))
    assert [(d.code, d.severity) for d in diagnostics] == [(Code.SENSE_TO_CHECK, Severity.WARNING)]


@pytest.mark.parametrize(
    "field",
    [
        "why_it_matters: 'She said “we will sail in every fog” today'",
        "limits: ['She said “we will sail in every fog” today']",
        "key_points: ['She said “we will sail in every fog” today']",
        "watch: ['Will it be «we will sail in every fog» again?']",
    ],
)
def test_quotation_marks_in_the_editor_s_own_texts_are_proved(build: Build, field: str) -> None:
    assert [d.severity for d in build(field)[1]] == [Severity.ERROR]


@pytest.mark.parametrize(
    "prose",
    [
        "She: ‘we will sail in every fog’.",
        "She: 'we will sail in every fog'.",
        "She: »we will sail in every fog«.",
        "She: ‹we will sail in every fog›.",
        "She: &ldquo;we will sail in every fog&rdquo;.",
        "She: <q>we will sail in every fog</q>.",
        "她说「我们在任何大雾中都会开船」",
    ],
)
def test_quotation_marks_of_every_kind_are_seen(build: Build, prose: str) -> None:
    assert [d.severity for d in build(prose=prose)[1]] == [Severity.ERROR]


def test_formatting_and_a_credit_line_are_no_words(build: Build) -> None:
    assert build(prose="She: “We will *not* sail in fog”, and it's the captains' and the owners' rule.")[1] == ()
    assert build(prose="> We will not sail in fog\n>\n> — Ida Brekke\n")[1] == ()


@pytest.mark.parametrize(
    ("words", "code", "severity", "message"),
    [
        ("The island has waited for two", Code.SENSE_TO_CHECK, Severity.NOTE, "the source quotes a little more here"),
        ("The island […] for two winters.", None, None, ""),
        ("The island has waited for [ten] winters.", Code.ELISION, Severity.ERROR, "never for another number"),
        (
            "The island [was] waited for two winters.",
            Code.SENSE_TO_CHECK,
            Severity.NOTE,
            "the brackets stand for “has”",
        ),
        (
            "The island has waited for two winters?",
            Code.QUOTATION_DIFFERS,
            Severity.ERROR,
            "the source has other words",
        ),
        (
            "The island has w\u0430ited for two winters",
            Code.QUOTATION_DIFFERS,
            Severity.ERROR,
            "cyrillic small letter a",
        ),
    ],
)
def test_what_is_not_quite_the_source_s_is_said(
    build: Build, words: str, code: Code | None, severity: Severity | None, message: str
) -> None:
    found = build(quotation(f'"{words}"'))[1]
    assert [(d.code, d.severity) for d in found] == ([(code, severity)] if code else [])
    assert all(message in d.message for d in found)


@pytest.mark.parametrize(
    ("cue", "codes_said"),
    [
        ("Not Tom Aske said:", [Code.SENSE_TO_CHECK]),
        ("If Tom Aske said:", [Code.SENSE_TO_CHECK]),
        ("Tom Aske never said:", [Code.SENSE_TO_CHECK]),
        ("But Tom Aske said:", []),
        ("Ida Brekke, not Tom Aske, said:", [Code.OTHER_SPEAKER]),
    ],
)
def test_a_speaker_who_may_not_have_said_it_is_a_warning(build: Build, cue: str, codes_said: list[Code]) -> None:
    article = ARTICLE.replace("Mayor Tom Aske said:", cue).encode()
    entry = f"file: seeds/ferry.txt\nsha256: {sha256(article).hexdigest()}\n"
    fields = "actors: [ida, tom]\n" + quotation("The island has waited for two winters.")
    assert codes(build(fields, article=article, entry=entry)[1]) == codes_said


def test_another_case_of_the_first_letter_is_mended_by_brackets(build: Build) -> None:
    (found,) = build(prose="She said “we will not sail in fog”.")[1]
    assert found.help == "only the case of the first letter differs: write “[w]e …”, or the other case"
    assert build(prose="She said “[w]e will not sail in fog”.")[1] == ()


def test_two_parts_of_one_sentence_are_quoted_each_on_its_own(build: Build) -> None:
    article = ARTICLE.replace('We will not sail in fog," she said.', 'We will sail," she said, "and we will return."')
    entry = f"file: seeds/ferry.txt\nsha256: {sha256(article.encode()).hexdigest()}\n"
    (found,) = build(quotation("We will sail […] and we will return", "ida"), article=article.encode(), entry=entry)[1]
    assert found.code is Code.ELISION
    assert found.message.endswith("the source breaks off for “she said”: quote each part between marks of its own")


def test_a_title_between_marks_is_told_where_it_belongs(build: Build) -> None:
    (found,) = build(prose="He read “The Wreck of the Lorn Ferry”.")[1]
    assert "a title is set in *emphasis*" in found.help
    assert build(prose="He read *The Wreck of the Lorn Ferry*.")[1] == ()


def test_the_fragments_of_an_edited_passage_are_marked_and_lead_back_to_their_use(
    build: Build, shown: Callable[..., Any]
) -> None:
    fields = "key_points:\n  - text: A point\n    passage: The boat […] in 1987\n  - text: B\n    passage: in steel"
    entry = "file: seeds/ferry.txt\nsha256: {sha256}\npublish: true\n"
    build(fields, entry=entry)
    made = shown(Site())
    page: SavedSourceView = made["sources/ferry/index.html"]["saved_source"]
    marked = [part for p in page.paragraphs for part in p if part.is_cited]
    assert [(part.text, [c.link.url for c in part.cited_in]) for part in marked] == [
        ("The boat", []),
        ("in 1987", ["briefings/ferry/#cite-1-1"]),
        ("in steel", ["briefings/ferry/#cite-2-1"]),
    ]
    view: BriefingView = made["briefings/ferry/index.html"]["briefing"]
    assert {c.id for k in view.key_points for c in k.citations} == {"cite-1-1", "cite-2-1"}
    assert view.sources[0].passages[0].saved_url == f"sources/ferry/#{marked[0].anchors[0]}"

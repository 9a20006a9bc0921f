"""A project whose quotations are proved when it is built: values on disk in, diagnostics out."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from briefing.build.check import Checked, check_project
from briefing.diagnostics import Code, Diagnostics, Severity
from briefing.parsing.load import Shelf
from briefing.report.evidence import render_evidence_table
from briefing.report.text import render_text
from briefing.view.site import Site
from briefing.view.values import BriefingView, SavedSourceView

# Fictional: there is no island of Lorn and no such ferry.
ARTICLE = (
    "Ferry to Lorn returns\n\n"
    'Harbour master Ida Brekke said the boat was safe. "We will not sail in fog," she said.\n\n'
    'Mayor Tom Aske said: "The island has waited for two winters." He did not name a date.\n\n'
    "The boat was built in 1987. The boat was built in steel.\n"
)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
BRIEFING = """\
---
title: The ferry returns
date: 2025-05-01
summary: The ferry to Lorn sails again.
sources: [ferry]
{fields}
---
{prose}
"""
Build = Callable[..., tuple[Checked, Diagnostics]]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Load a project of one briefing and one saved source."""

    def made(
        fields: str = "",
        prose: str = "Prose.",
        article: bytes = ARTICLE.encode(),
        entry: str = "file: seeds/ferry.txt\nsha256: {sha256}\n",
        more: Mapping[str, str] | None = None,
    ) -> tuple[Checked, Diagnostics]:
        files = {
            "content/briefings/ferry.md": BRIEFING.format(fields=fields, prose=prose),
            "content/sources/ferry.yaml": "title: Ferry to Lorn returns\n"
            + entry.format(sha256=sha256(ARTICLE.encode()).hexdigest()),
            "content/actors/ida.yaml": "name: Ida Brekke\n",
            "content/actors/tom.yaml": "name: Tom Aske\n",
            **(more or {}),
        }
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        seed = tmp_path / "seeds" / "ferry.txt"
        seed.parent.mkdir(exist_ok=True)
        seed.write_bytes(article)
        return check_project(Shelf(tmp_path, tmp_path / "content"), NOW, Site())

    return made


def codes(diagnostics: Diagnostics) -> list[Code]:
    return [d.code for d in diagnostics]


def quotation(words: str, speaker: str = "tom") -> str:
    return f"quotations:\n  - speaker: {speaker}\n    quote: {words}"


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


def test_nothing_can_be_quoted_from_a_source_that_is_not_saved(build: Build) -> None:
    _, diagnostics = build(quotation("The island has waited"), entry="publisher: The Lorn Courier\n")
    assert codes(diagnostics) == [Code.SOURCE_NOT_SAVED]


def test_a_source_that_is_not_saved_is_no_error_while_nothing_is_quoted(build: Build) -> None:
    assert build(entry="publisher: The Lorn Courier\n")[1] == ()


def test_a_changed_source_names_the_briefings_that_rest_on_it(build: Build) -> None:
    _, diagnostics = build(quotation("The island has waited"), article=b"Another text.")
    assert codes(diagnostics) == [Code.SOURCE_CHANGED]
    assert diagnostics[0].span.path == "content/sources/ferry.yaml"
    assert diagnostics[0].span.line == 3
    assert "content/briefings/ferry.md" in diagnostics[0].message


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("file: seeds/none.txt\n", Code.SOURCE_MISSING),
        ("file: ../outside.txt\n", Code.SOURCE_MISSING),
        ("file: /etc/passwd\n", Code.SOURCE_MISSING),
        ("file: seeds\n", Code.SOURCE_MISSING),
        ("file: seeds/ferry.txt\n", Code.SOURCE_UNPINNED),
        ("file: content/sources/latin.txt\n", Code.SOURCE_UNREADABLE),
    ],
)
def test_a_saved_copy_that_cannot_be_used_is_one_clear_error(
    build: Build, tmp_path: Path, entry: str, code: Code
) -> None:
    latin = tmp_path / "content" / "sources" / "latin.txt"
    latin.parent.mkdir(parents=True)
    latin.write_bytes("Caf\xe9".encode("latin-1"))
    _, diagnostics = build(quotation("The island has waited for two winters."), entry=entry)
    assert [d.code for d in diagnostics if d.code is not Code.IGNORED_FILE] == [code]


def test_a_missing_checksum_is_given_to_paste(build: Build) -> None:
    (unpinned,) = build(entry="file: seeds/ferry.txt\n")[1]
    assert unpinned.severity is Severity.WARNING
    assert unpinned.help == f"write sha256: {sha256(ARTICLE.encode()).hexdigest()}"


def test_a_source_is_published_whole_only_where_its_rights_allow_it(build: Build, shown: Callable[..., Any]) -> None:
    point = "key_points:\n  - text: A point\n    passage: The boat was built in steel"
    entry = "file: seeds/ferry.txt\nsha256: {sha256}\n"
    build(point, entry=entry)
    kept = shown(Site())
    build(point, entry=entry + "publish: true\n")
    open_ = shown(Site())
    assert {*open_} - {*kept} == {"sources/ferry/index.html"}
    page: SavedSourceView = open_["sources/ferry/index.html"]["saved_source"]
    assert (
        "\n".join("".join(part.text for part in p) for p in page.paragraphs) == ARTICLE.replace("\n\n", "\n").rstrip()
    )
    (marked,) = [part for p in page.paragraphs for part in p if part.is_cited]
    assert (marked.text, [each.link.url for each in marked.cited_in]) == (
        "The boat was built in steel",
        ["briefings/ferry/"],
    )
    view: BriefingView = open_["briefings/ferry/index.html"]["briefing"]
    assert view.sources[0].passages[0].saved_url == f"sources/ferry/#{marked.anchors[0]}"
    hidden: BriefingView = kept["briefings/ferry/index.html"]["briefing"]
    assert hidden.sources[0].passages[0].saved_url == ""


def test_a_passage_leads_into_the_live_article(build: Build, shown: Callable[..., Any]) -> None:
    point = "key_points:\n  - text: A point\n    passage: The boat was built in steel"
    entry = "file: seeds/ferry.txt\nsha256: {sha256}\nurl: https://lorn.example/ferry\n"
    build(point, entry=entry)
    view: BriefingView = shown(Site())["briefings/ferry/index.html"]["briefing"]
    assert view.sources[0].passages[0].live_url == (
        "https://lorn.example/ferry#:~:text=The%20boat%20was%20built%20in%20steel"
    )


def test_marks_that_do_not_balance_are_noted_with_their_place(build: Build) -> None:
    broken = ARTICLE.replace('in fog," she', "in fog, she").encode()
    entry = f"file: seeds/ferry.txt\nsha256: {sha256(broken).hexdigest()}\n"
    (note,) = build(article=broken, entry=entry)[1]
    assert (note.severity, note.code) == (Severity.NOTE, Code.BROKEN_MARKS)
    assert (note.span.path, note.span.line, note.span.column) == ("seeds/ferry.txt", 3, 51)


def test_the_table_counts_the_levels(build: Build) -> None:
    project, _ = build(quotation("The island has waited for two winters."))
    table = render_evidence_table(project.evidence, 60)
    assert table.splitlines()[-1] == "1 quotation or passage: 1 exact."
    assert max(map(len, table.splitlines())) <= 60

"""A project whose quotations are proved when it is built: values on disk in, diagnostics out."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from briefing.build.check import Checked, Wanted, check_project
from briefing.build.saved import LARGEST_COPY
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
        return check_project(Shelf(tmp_path, tmp_path / "content"), NOW, Site(), Wanted(evidence=True))

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


def test_what_is_no_checksum_is_not_called_a_change(build: Build) -> None:
    (wrong,) = build(entry="file: seeds/ferry.txt\nsha256: abc\n")[1]
    assert wrong.message.startswith("this is no SHA-256, which has 64 digits from 0 to f; ")
    assert wrong.help == f"write sha256: {sha256(ARTICLE.encode()).hexdigest()}"


def test_a_saved_copy_that_no_article_has_the_size_of_is_not_read(build: Build) -> None:
    _, (found,) = build(quotation("The island has waited"), article=b"x" * (LARGEST_COPY + 1))
    assert (found.code, found.span.path) == (Code.SOURCE_UNREADABLE, "content/sources/ferry.yaml")


def test_words_between_marks_that_nobody_said_may_lose_their_marks(build: Build) -> None:
    (found,) = build("why_it_matters: It is “far too late for this island”.")[1]
    assert found.help.endswith("; your own words stand without marks")


def test_a_missing_checksum_is_given_to_paste(build: Build) -> None:
    (unpinned,) = build(entry="file: seeds/ferry.txt\n")[1]
    assert unpinned.severity is Severity.WARNING
    assert unpinned.help == f"write sha256: {sha256(ARTICLE.encode()).hexdigest()}"


@pytest.mark.parametrize(
    ("entry", "code", "line"),
    [
        ("file: seeds/none.txt\nsha256: aa\n", Code.SOURCE_MISSING, 2),
        ("file: seeds/ferry.txt\nsha256: aa\n", Code.SOURCE_CHANGED, 3),
        ("file: seeds/ferry.txt\n", Code.SOURCE_UNPINNED, 2),
    ],
)
def test_a_saved_copy_that_no_briefing_cites_is_checked_too(build: Build, entry: str, code: Code, line: int) -> None:
    _, (found,) = build(more={"content/sources/spare.yaml": "title: Not cited\n" + entry})
    assert (found.code, found.span.path, found.span.line) == (code, "content/sources/spare.yaml", line)


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
        ["briefings/ferry/#cite-1-1"],
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


SECOND = "The mayor of Lorn spoke on Monday. He said that the pier is open to everybody. He was tired.\n"
MORE = {
    "content/sources/pier.yaml": "title: The pier\nfile: seeds/pier.txt\nsha256: "
    + sha256(SECOND.encode()).hexdigest()
    + "\n",
    "seeds/pier.txt": SECOND,
}
TWO = BRIEFING.replace("[ferry]", "[ferry, pier]")
PIER = "the pier is open to everybody"


def two(build: Build, fields: str = "", prose: str = "Prose.") -> tuple[Checked, Diagnostics]:
    """Load a briefing of two saved sources."""
    text = TWO.format(fields=fields, prose=prose)
    return build(more={**MORE, "content/briefings/ferry.md": text})


@pytest.mark.parametrize(
    ("fields", "prose", "code", "message", "help"),
    [
        (
            f"key_points: [{{text: a, passage: {PIER}}}]",
            "P.",
            Code.SOURCE_NOT_NAMED,
            "the passage does not say which source it is from; its words are in pier",
            "write passage: {source: pier, exact: the words}",
        ),
        (
            f"key_points: [{{text: a, passage: {{source: ferry, exact: {PIER}}}}}]",
            "P.",
            Code.WRONG_SOURCE,
            "these words are not in ferry: they are in pier",
            "write passage: {source: pier, exact: the words}",
        ),
        (
            "",
            f"He: “{PIER}”, he said.[@ferry]",
            Code.WRONG_SOURCE,
            "these words are not in ferry: they are in pier",
            "write [@pier] beside them",
        ),
        (
            "",
            f'It is open.[@ferry "{PIER}"]',
            Code.WRONG_SOURCE,
            "these words are not in ferry: they are in pier",
            "write [@pier …]",
        ),
    ],
)
def test_a_message_names_the_source_that_has_the_words(
    build: Build, fields: str, prose: str, code: Code, message: str, help: str
) -> None:
    (found,) = two(build, fields, prose)[1]
    assert (found.code, found.message, found.help) == (code, message, help)
    assert found.severity is Severity.ERROR


def test_words_that_no_source_has_are_in_none(build: Build) -> None:
    (found,) = two(build, prose="He: “the pier is closed to nobody at all”.")[1]
    assert found.message.startswith("these words are not in any source:")


@pytest.mark.parametrize("prose", [f"He: “{PIER}”.", f"He: “{PIER}”.[@pier]", f"He: “{PIER}”.[@ferry][@pier]"])
def test_quoted_words_lead_to_the_source_that_has_them(build: Build, prose: str, shown: Callable[..., Any]) -> None:
    _, diagnostics = two(build, prose=prose)
    assert diagnostics == ()
    view: BriefingView = shown(Site())["briefings/ferry/index.html"]["briefing"]
    assert [(p.exact, p.level) for p in view.sources[1].passages if p.exact] == [(PIER, "exact")]


def test_a_quotation_without_a_source_is_of_the_one_that_has_it(build: Build, shown: Callable[..., Any]) -> None:
    _, diagnostics = two(build, f"quotations: [{{speaker: tom, quote: {PIER}}}]")
    assert codes(diagnostics) == [Code.NOT_QUOTED_THERE]
    view: BriefingView = shown(Site())["briefings/ferry/index.html"]["briefing"]
    assert [p.exact for p in view.sources[1].passages] == [PIER]
    assert view.quotations[0].level == "exact"


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

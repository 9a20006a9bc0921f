"""What is proved is proved against a saved copy, which is what it was."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from briefing.build.saved import LARGEST_COPY
from briefing.diagnostics import Code, Severity
from briefing.report.evidence import render_evidence_table
from briefing.view.site import Site
from briefing.view.values import BriefingView, SavedSourceView

from tests.build.proof.ferry import ARTICLE, Build, codes, quotation


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
@pytest.mark.parametrize("name", ["content/sources/spare.yaml", "content/sources/2023/may/spare.yaml"])
@pytest.mark.parametrize("cited", ["ferry", "spare"])
def test_a_saved_copy_is_checked_whether_a_briefing_cites_it_or_not_and_told_where_it_is_named(
    build: Build, entry: str, code: Code, line: int, name: str, cited: str
) -> None:
    other = f"---\ntitle: Other\ndate: 2024-05-01\nsummary: S\nsources: [{cited}]\n---\n"
    _, (found,) = build(more={name: f"title: The spare\n{entry}", "content/briefings/other.md": other})
    assert (found.code, found.span.path, found.span.line) == (code, name, line)


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
    assert render_evidence_table([], 60) == "0 quotations and passages."

"""Saved files that are no article, and the sentence an editor is told."""

from pathlib import Path

import pytest
from briefing.diagnostics import Code
from briefing.drafting.load import (
    LARGEST_FILE,
    LARGEST_TEXT,
    MOST_ATTRIBUTES,
    MOST_TAGS,
    Unreadable,
    article_in,
    load_article,
)

SENTENCE = "The harbour master said on Friday that the pier would stay closed. “We are sorry,” she said.\n"


@pytest.mark.parametrize(
    ("content", "file", "code"),
    [
        (b"", "a.txt", "empty-source"),
        (b" \n\t ", "a.html", "empty-source"),
        (bytes(range(256)), "a.txt", "binary-file"),
        (b"%PDF-1.7", "a.html", "binary-file"),
        ("Der Pier öffnet nicht vor dem Frühjahr.".encode("latin-1"), "a.txt", "unsupported-encoding"),
        (b"12 34 56 78", "a.txt", "no-article"),
        (b"<html><script>x=1</script></html>", "a.html", "no-article"),
        (b"Minister resigns\n\nShe left on Monday.\n\nSubscribe to continue reading.", "a.txt", "no-article"),
        (b"<!DOCTYPE html><p>Subscribe to read on.", "saved-page", "no-article"),
        (SENTENCE.encode() * (LARGEST_TEXT // 90), "a.txt", "file-too-large"),
    ],
)
def test_a_file_without_an_article_is_refused_with_a_reason(content: bytes, file: str, code: str) -> None:
    refused = article_in(content, file)
    assert isinstance(refused, Unreadable)
    assert refused.code == code
    assert file in refused.message


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("https://example.org/a", b"", "is an address: save the page in your browser, and name that file."),
        ("a.pdf", b"%PDF-1.7\n", "is a PDF: make a text of it (pdftotext), and look it over."),
    ],
)
def test_what_can_be_made_an_article_is_told_how(
    file: str, content: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if content:
        Path(file).write_bytes(content)
    assert load_article(file) == Unreadable(("binary-file" if content else "unreadable-file"), f"{file} {said}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_in_unicode_are_read(encoding: str) -> None:
    read = article_in((SENTENCE * 3).encode(encoding), "a.txt")
    assert not isinstance(read, Unreadable)
    assert "“We are sorry,”" in read[0].source.text


def test_a_page_in_latin_1_is_read_as_it_declares() -> None:
    html = f'<meta charset="iso-8859-1"><body><p>{"Das Café am Pier öffnet am Freitag um acht Uhr morgens. " * 4}</p>'
    read = article_in(html.encode("latin-1"), "a.html")
    assert not isinstance(read, Unreadable)
    assert "Café am Pier öffnet" in read[0].source.text


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "<b>x" * MOST_TAGS,
        "<p " + " ".join(f"a{n}=1" for n in range(MOST_ATTRIBUTES + 1)) + ">",
        "<p " + " ".join(f'a{n}="<>"' for n in range(5 * MOST_TAGS)) + ">",
    ],
    ids=["tags", "attributes of one tag", "attributes with brackets"],
)
def test_a_page_with_more_markup_than_an_article_has_is_refused(html: str) -> None:
    refused = article_in(f"<html>{html}{SENTENCE * 20}".encode(), "a.html")
    assert isinstance(refused, Unreadable)
    assert refused.code == "file-too-large"


def test_every_refusal_has_a_code_that_is_explained() -> None:
    assert {"empty-source", "no-article", "unsupported-encoding", "undecodable", "binary-file", "unreadable-file"} <= {
        code.value for code in Code
    }


def test_a_folder_or_a_pipe_is_no_file(tmp_path: Path) -> None:
    refused = load_article(str(tmp_path))
    assert isinstance(refused, Unreadable)
    assert refused.code == "unreadable-file"


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    refused = load_article(str(path))
    assert isinstance(refused, Unreadable)
    assert refused.code == "file-too-large"


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    refused = load_article(str(tmp_path / "none.txt"))
    assert isinstance(refused, Unreadable)
    assert refused.code == "unreadable-file"

"""What the prose cites, quotes and links to."""

import pytest
from briefing.diagnostics import Code, Severity
from briefing.parsing.addresses import content_path
from briefing.parsing.located_text import LocatedText
from briefing.parsing.prose import Prose, read_prose


def prose(text: str) -> Prose:
    found, diagnostics = read_prose(LocatedText("x.md", text), 0, "briefings")
    assert diagnostics == ()
    return found


def citations(text: str) -> list[tuple[str, str]]:
    return [(c.passage.source, c.passage.exact) for c in prose(text).citations]


def quoted(text: str) -> list[str]:
    return [q.text for q in prose(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A.[@gazette]", [("gazette", "")]),
        ('A.[@gazette "its words"]', [("gazette", "its words")]),
        ("A.[@gazette “its words”]", [("gazette", "its words")]),
        ('A.[@gazette "it said "quad" twice"]', [("gazette", 'it said "quad" twice')]),
        ('A.[@gazette "words over\ntwo lines"]', [("gazette", "words over two lines")]),
        ('A.[@gazette "words [in] brackets"]', [("gazette", "words [in] brackets")]),
        ('[@a "one"][@b "two"]', [("a", "one"), ("b", "two")]),
        ("[@the-gazette-2023.05:a_b]", [("the-gazette-2023.05:a_b", "")]),
        ("[@gazette ]", [("gazette", "")]),
        ("someone@example.org [a](b) [link]", []),
    ],
)
def test_citations_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert citations(text) == expected


@pytest.mark.parametrize("text", ["[@gazette, page 4]", "[@]", "[@gazette", '[@gazette "words]', "[@ gazette]"])
def test_a_citation_that_cannot_be_read_is_said(text: str) -> None:
    _, diagnostics = read_prose(LocatedText("x.md", f"A.{text} B."), 0)
    assert [(d.code, d.span.column) for d in diagnostics] == [(Code.BAD_CITATION, 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "it is very useful" today.', ["it is very useful"]),
        ("He said “it is very useful” today.", ["it is very useful"]),
        ("Er sagte „das ist sehr nützlich“ heute.", ["das ist sehr nützlich"]),
        ("Il dit « cela est très utile » hier.", ["cela est très utile"]),
        ('He said "it is\nvery useful" today.', ["it is very useful"]),
        ('The "tough action" of Seoul.', []),
        ("> It is useful\n> to all of us\n\nHe left.", ["It is useful to all of us"]),
        ("> It is useful\nto all of us\n\nHe left.", ["It is useful to all of us"]),
        ('> It is "very useful to us" all\n', ['It is "very useful to us" all']),
        ('<a title="one two three four">x</a>', []),
        ('[x](/y "one two three four")', []),
        ('A.[@gazette "one two three four"]', []),
    ],
)
def test_words_given_as_somebodys_are_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "code",
    [
        '`[@a "one two three four"]`',
        '``one ` "one two three four" two``',
        '`over\n"one two three four" lines`',
        '```\n"one two three four"\n```',
        "`{filename}x.md`",
    ],
)
def test_code_is_left_alone(code: str) -> None:
    found = prose(f"Before {code} after.")
    assert (found.citations, found.quoted, found.links) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        '` "one two three four"',
        '`a ``b` "one two three four" ``',
        '\\` "one two three four" `',
        '`` "one two three four" `',
        '`a\n\n"one two three four" b`',
        '- a ` b\n- "one two three four" ` c',
        '~~~\n"one two three four"\n~~~',
    ],
)
def test_what_the_page_shows_as_text_is_no_code(text: str) -> None:
    assert quoted(text) == ["one two three four"]


@pytest.mark.parametrize(
    ("text", "columns", "read"),
    [
        ('An "open mark that\n\nis not closed" in its paragraph.', [4, 14], []),
        ("An “open mark of words “with another in it” here.", [4], ["with another in it"]),
        ('It is 6\'2" high. "We will stay here," she said.', [], ["We will stay here,"]),
        ("He said: «nous ne partirons pas demain.", [10], []),
        ("”Vi stannar här nu”, sade hon.", [], ["Vi stannar här nu"]),
        ('A "quad" of *"four words are here"*.', [], ["four words are here"]),
        ("> An “open mark in a block quote", [], ["An “open mark in a block quote"]),
        ('`code "` here', [], []),
    ],
)
def test_a_mark_without_a_partner_is_said_and_the_others_are_paired(
    text: str, columns: list[int], read: list[str]
) -> None:
    found, diagnostics = read_prose(LocatedText("x.md", text), 0)
    assert [(d.code, d.severity) for d in diagnostics] == [(Code.UNPAIRED_MARK, Severity.WARNING)] * len(columns)
    assert [d.span.column for d in diagnostics] == columns
    assert [q.text for q in found.quoted] == read


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("“We will stay here.”[@a]", [("a", "")]),
        ("“We will stay here”, he said.[@a]", [("a", "")]),
        ("“We will stay here”[@a][@b] now.[@c]", [("a", ""), ("b", "")]),
        ('“We will stay here.”[@a "We will stay here."] [@b]', [("a", "We will stay here."), ("b", "")]),
        ("“We will stay here.” He left.[@a]", []),
        ("“We will stay here.”\n\nHe left.[@a]", []),
        ("> We will stay here.[@a]\n> — Ann[@b]\n\nHe left.[@c]", [("a", ""), ("b", "")]),
        ("He left.[@a] “We will stay here.”", []),
        ("&ldquo;We will stay here&rdquo;.[@a]", [("a", "")]),
        ("<q>We will stay here</q>.[@a]", [("a", "")]),
    ],
)
def test_what_is_cited_beside_quoted_words_is_known(text: str, beside: list[tuple[str, str]]) -> None:
    found = prose(text)
    cited = [found.citations[n].passage for n in found.quoted[0].cited]
    assert [(p.source, p.exact) for p in cited] == beside


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("He: “We will stay here.” Then", "He: “We will stay here.”"),
        ("He: “We will stay here”, then", "He: “We will stay here”,"),
        ("He: &ldquo;We will stay here&rdquo;, then", "He: &ldquo;We will stay here&rdquo;,"),
        ("[“We will stay here”, he](/x) then", "[“We will stay here”, he](/x)"),
        ("[“We will stay here”][x] then", "[“We will stay here”][x]"),
        ("<q>We will stay here</q>, then", "<q>We will stay here</q>,"),
        ("> We will stay here\n\nThen", "> We will stay here"),
    ],
)
def test_a_number_can_stand_behind_quoted_words(text: str, before: str) -> None:
    assert text[: prose(text).quoted[0].behind] == before


def test_offsets_are_those_of_the_whole_file() -> None:
    text = '---\n---\nHe said "it is very useful".[@gazette "useful"]\n'
    found, _ = read_prose(LocatedText("x.md", text), 8)
    assert [text[q.start : q.end] for q in found.quoted] == ["it is very useful"]
    assert [text[c.start : c.end] for c in found.citations] == ['[@gazette "useful"]']
    assert found.markdown == text[8:]
    assert found.reading_text == 'He said "it is very useful".\n'


def test_links_to_files_of_the_site_are_found() -> None:
    found = prose("[a]({filename}../pages/about.md#top) ![b]({static}/images/b%20c.png) [c]({attach}d.pdf)")
    assert [(link.kind, link.target) for link in found.links] == [
        ("filename", "pages/about.md"),
        ("static", "images/b c.png"),
        ("attach", "briefings/d.pdf"),
    ]


@pytest.mark.parametrize(
    ("folder", "path", "expected"),
    [
        ("briefings", "x.md", "briefings/x.md"),
        ("briefings", "/x.md", "x.md"),
        ("briefings/es", "../x.md", "briefings/x.md"),
        ("briefings", "../../x.md", "../x.md"),
        ("briefings", "a%20b&amp;c.md", "briefings/a b&c.md"),
        ("", "x.md", "x.md"),
    ],
)
def test_a_path_is_relative_to_its_file_or_begins_at_content(folder: str, path: str, expected: str) -> None:
    assert content_path(folder, path) == expected

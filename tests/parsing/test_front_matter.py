import pytest
from briefing.diagnostics import Code
from briefing.parsing.front_matter import split
from briefing.parsing.located_text import LocatedText


def parts(text: str) -> tuple[str, str]:
    found, diagnostics = split(LocatedText("x.md", text))
    assert found
    assert not diagnostics
    assert found.yaml_start <= found.yaml_end <= found.body_start <= len(text)
    return text[found.yaml_start : found.yaml_end], text[found.body_start :]


@pytest.mark.parametrize(
    ("text", "yaml", "body"),
    [
        ("---\na: b\n---\nStory.\n", "a: b\n", "Story.\n"),
        ("---\r\na: b\r\n---\r\nStory.\r\n", "a: b\r\n", "Story.\r\n"),
        ("---\na: b\n...\nStory.", "a: b\n", "Story."),
        ("--- \na: b\n---\t\nStory.", "a: b\n", "Story."),
        ("---\n---\n", "", ""),
        ("---\n---", "", ""),
        ("---\na: b\n---\nStory.\n\n---\n\nMore.", "a: b\n", "Story.\n\n---\n\nMore."),
        ("---\na: |\n  ---\n---\nStory.", "a: |\n  ---\n", "Story."),
        ("---\na: b\n----\n---\nStory.", "a: b\n----\n", "Story."),
    ],
)
def test_front_matter_stands_between_two_lines(text: str, yaml: str, body: str) -> None:
    assert parts(text) == (yaml, body)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", Code.MISSING_FRONT_MATTER),
        ("---", Code.MISSING_FRONT_MATTER),
        ("\n---\na: b\n---\n", Code.MISSING_FRONT_MATTER),
        (" ---\na: b\n---\n", Code.MISSING_FRONT_MATTER),
        ("title: A headline\n\nStory.", Code.MISSING_FRONT_MATTER),
        ("---\na: b\n", Code.UNCLOSED_FRONT_MATTER),
        ("---\na: b\n ---\n", Code.UNCLOSED_FRONT_MATTER),
    ],
)
def test_without_both_lines_there_are_no_parts(text: str, code: Code) -> None:
    found, diagnostics = split(LocatedText("x.md", text))
    assert found is None
    assert [d.code for d in diagnostics] == [code]
    assert diagnostics[0].span.line == 1

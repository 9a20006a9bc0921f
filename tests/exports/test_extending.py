"""The examples of docs/extending.md are run as they stand there."""

from pathlib import Path
from typing import Any

import pytest
from briefing.diagnostics import Code
from briefing.exports.formats import Format
from briefing.exports.published import Published

from handbook.blocks import blocks


@pytest.fixture(scope="module")
def examples(root: Path) -> dict[str, Any]:
    """What the blocks of the document define, one after the other."""
    defined: dict[str, Any] = {}
    text = (root / "docs/extending.md").read_text("utf-8")
    found = [block.text for block in blocks(text) if block.language == "python"]
    for number, code in enumerate(found):
        exec(compile(code.replace("\nFormat(", "\nmade = Format("), f"example {number}", "exec"), defined)  # noqa: S102
    return defined


def test_the_example_of_a_check_finds_what_it_says(examples: dict[str, Any], published: Any) -> None:
    check = examples["title_does_not_shout"]
    (found,) = check(published("", title="THE GATES ARE SHUT").resolved)
    assert (found.code, found.help, found.span.line) == (Code.WRONG_VALUE, "write: The gates are shut", 2)
    assert list(check(published("", title="The gates are shut").resolved)) == []


def test_the_example_of_an_exporter_makes_a_file(examples: dict[str, Any], published: Any) -> None:
    one: Published = published("key_points: [The gates stay shut.]\n", title="The gates")
    made: Format = examples["made"]
    assert made.render(one) == "The gates\n\nWhat happened.\n\n- The gates stay shut.\n\n[1] A source\n"
    assert (made.name, made.media_type) == ("briefing.txt", "text/plain")

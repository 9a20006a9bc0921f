"""Of two sources, the one that has the words."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from briefing.build.check import Checked
from briefing.diagnostics import Code, Diagnostics, Severity
from briefing.view.site import Site
from briefing.view.values import BriefingView

from tests.build.proof.ferry import BRIEFING, Build, codes

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

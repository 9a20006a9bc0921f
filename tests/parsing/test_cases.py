"""The case file of what an editor sees, and that no code is without a case."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from briefing.checks.house.policy import HousePolicy
from briefing.diagnostics import Code, Diagnostics
from briefing.report.text import render_text

FOLDER = Path(__file__).parents[1] / "cases"
PLAIN, HOUSE = ((FOLDER / f"{name}.md").read_text(encoding="utf-8") for name in ("diagnostics", "house_rules"))
BLOCK = re.compile(r"^~~~ (?P<name>[^\n]+)\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)
BYTE = re.compile(r"⟨([0-9A-F]{2})⟩")
ALWAYS = {
    "content/actors/ana-diaz.yaml": b"name: Ana Diaz\n",
    "content/sources/gazette.yaml": b"title: The Gazette\n",
}

ELSEWHERE = {
    # A case file cannot hold a link, a locked file or two megabytes: tests/parsing/test_load.py
    Code.OUTSIDE_CONTENT,
    Code.UNREADABLE_FILE,
    Code.FILE_TOO_LARGE,
    # It takes a while to take too long: tests/build/test_attempt.py
    Code.TOO_LONG,
    # Only a build has templates, settings, addresses of other files, and nothing to build
    Code.TEMPLATE,
    Code.BAD_SETTING,
    Code.CANNOT_WRITE,
    Code.BROKEN_LINK,
    Code.URL_COLLISION,
    Code.SCRIPT_IN_FILE,
    Code.EMPTY_SITE,
    # Only who asks other hosts learns these: tests/cli/test_external.py
    Code.DEAD_LINK,
    Code.MOVED_LINK,
    Code.INTERNAL,
    # Only an article to draft from can be so: tests/drafting/test_load.py
    Code.EMPTY_SOURCE,
    Code.NO_ARTICLE,
    Code.UNSUPPORTED_ENCODING,
    Code.UNDECODABLE,
    # Only the search in a saved source finds these
    Code.QUOTATION_NOT_FOUND,
    Code.QUOTATION_DIFFERS,
    Code.NEGATION_CHANGED,
    Code.QUOTATION_CUTS_WORD,
    Code.ELISION,
    Code.CONTEXT_NOT_FOUND,
    Code.PASSAGE_AMBIGUOUS,
    Code.NOT_QUOTED_THERE,
    Code.OTHER_SPEAKER,
    Code.SENSE_TO_CHECK,
    Code.SOURCE_NOT_NAMED,
    Code.WRONG_SOURCE,
    Code.SOURCE_NOT_SAVED,
    Code.SOURCE_MISSING,
    Code.SOURCE_CHANGED,
    Code.SOURCE_UNPINNED,
    Code.SOURCE_UNREADABLE,
    Code.BROKEN_MARKS,
    # A day that has passed is asked of the clock: tests/build/test_rebuilds.py
    Code.WATCH_OVERDUE,
    Code.REVIEW_OVERDUE,
    # Only who has read every briefing knows: tests/cli/test_check.py
    Code.UNUSED_ENTRY,
    # A font that is not on this machine: tests/exports/test_card_picture.py
    Code.NO_FONT,
    # A site's own rules: tests/checks/test_house_rules.py
    Code.OWN_RULE,
}


def cases(text: str = PLAIN + HOUSE) -> Iterator[tuple[str, dict[str, str]]]:
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        title, _, text = section.partition("\n")
        yield title, {m["name"]: m["text"] for m in BLOCK.finditer(text)}


def raw(text: str) -> bytes:
    parts = BYTE.split(text)
    return b"".join(bytes.fromhex(part) if i % 2 else part.encode() for i, part in enumerate(parts))


def files_of(blocks: Mapping[str, str]) -> dict[str, bytes]:
    return {**ALWAYS, **{name: raw(text) for name, text in blocks.items() if name != "shown"}}


@pytest.mark.parametrize("blocks", [pytest.param(blocks, id=title) for title, blocks in cases(PLAIN)])
def test_an_editor_sees(blocks: dict[str, str], said_of: Callable[..., Diagnostics]) -> None:
    assert render_text(said_of(files_of(blocks))) == blocks["shown"].rstrip("\n")


@pytest.mark.parametrize("blocks", [pytest.param(blocks, id=title) for title, blocks in cases(HOUSE)])
def test_the_house_rules_say(blocks: dict[str, str], said_of: Callable[..., Diagnostics]) -> None:
    assert render_text(said_of(files_of(blocks), HousePolicy())) == blocks["shown"].rstrip("\n")


def test_every_title_is_used_once() -> None:
    titles = [title for title, _ in cases()]
    assert len(titles) == len(set(titles)) >= 45


def test_every_code_has_a_case_or_is_listed_here() -> None:
    seen = {
        name for _, blocks in cases() for name in re.findall(r"(?:error|warning|note)\[([a-z-]+)\]", blocks["shown"])
    }
    assert seen | {code.value for code in ELSEWHERE} == {code.value for code in Code}
    assert not seen & {code.value for code in ELSEWHERE}


@pytest.mark.parametrize(
    "jargon", ["None", "str", "dict", "int(", "tuple", "NoneType", "Traceback", "pydantic", "<class", "Error"]
)
def test_no_message_speaks_of_python(jargon: str) -> None:
    shown = "\n".join(blocks["shown"] for _, blocks in cases())
    assert not re.search(rf"(?<!\w){re.escape(jargon)}(?!\w)", shown)

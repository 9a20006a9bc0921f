"""The corpus of quotations: every case holds, and none goes missing."""

import hashlib
from collections import Counter
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import pytest
import yaml
from briefing.evidence.finding import Level, Reason
from briefing.evidence.match import find
from briefing.evidence.source_text import SourceText, read_source

FOLDER = Path(__file__).parent / "corpus"
FLOOR = {
    "honest": 130,
    "altered": 184,
    "bugs": 0,
    "sha256": "b3826c57194f4fdef7667f0bae8b33610c00e18f446cec86b2cf57e8e37df015",
}


class Case(TypedDict):
    """A quotation, and what must be found out about it."""

    quote: str
    level: str
    reason: NotRequired[str]
    prefix: NotRequired[str]
    suffix: NotRequired[str]
    line: NotRequired[int]
    bug: NotRequired[str]


def _cases(path: Path) -> list[Case]:
    return cast("list[Case]", yaml.safe_load(path.read_text(encoding="utf-8")))


TEXTS = sorted(FOLDER.glob("*.txt"))
SOURCES: dict[str, SourceText] = {path.stem: read_source(path.read_text(encoding="utf-8")) for path in TEXTS}
CASES = [(path.stem, case) for path in TEXTS for case in _cases(path.with_suffix(".yaml"))]
PARAMETERS = [
    pytest.param(
        stem,
        case,
        id=f"{stem}: {case['quote']}"[:70],
        marks=pytest.mark.xfail(reason=case["bug"], strict=True) if "bug" in case else (),
    )
    for stem, case in CASES
]


@pytest.mark.parametrize(("stem", "case"), PARAMETERS)
def test_a_quotation_has_the_level_and_the_reason_an_editor_expects(stem: str, case: Case) -> None:
    source = SOURCES[stem]
    finding = find(source, case["quote"], prefix=case.get("prefix", ""), suffix=case.get("suffix", ""))
    assert finding.level == case["level"], finding
    assert finding.reason == case.get("reason", finding.reason), finding
    if "line" in case:
        assert finding.places[0].line == case["line"]


@pytest.mark.parametrize(("stem", "case"), CASES, ids=lambda value: str(value)[:70])
def test_a_case_says_only_what_can_be_checked(stem: str, case: Case) -> None:
    assert set(case) <= set(Case.__annotations__), stem
    assert case["level"] in list(Level)
    assert case.get("reason", "") in list(Reason)
    assert case["level"] == Level.NOT_FOUND or not case.get("reason")
    assert case["level"] != Level.NOT_FOUND or "line" not in case


def test_no_case_is_said_twice() -> None:
    asked = Counter((stem, case["quote"], case.get("prefix", ""), case.get("suffix", "")) for stem, case in CASES)
    assert [key for key, times in asked.items() if times > 1] == []


def test_the_corpus_is_as_large_as_it_was() -> None:
    honest = sum(case["level"] != Level.NOT_FOUND for _, case in CASES)
    digest = hashlib.sha256()
    for path in [*TEXTS, *(text.with_suffix(".yaml") for text in TEXTS)]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    found = {
        "honest": honest,
        "altered": len(CASES) - honest,
        "bugs": sum("bug" in case for _, case in CASES),
        "sha256": digest.hexdigest(),
    }
    assert found == FLOOR, f"the corpus has changed: if no case went missing by mistake, set FLOOR = {found}"

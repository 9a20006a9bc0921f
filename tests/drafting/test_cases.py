"""The cases in the folder beside this file: small invented articles, and what is to be found in them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefing.drafting.extract import Extract, extract
from briefing.drafting.speakers import name_of
from briefing.drafting.structure import read_article

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    loaded: list[Any] = yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  every value stays the text it is
    return [pytest.param(case, id=case.get("shows", case["text"][:50])) for case in loaded]


def read(text: str, published: str = "2023-05-08") -> Extract:
    return extract(read_article(text), date.fromisoformat(published) if published != "null" else None)


@pytest.mark.parametrize("case", cases("quotations"))
def test_quotations_have_their_words_and_speaker(case: dict[str, Any]) -> None:
    found = read(case["text"])
    text = found.article.source.text
    assert [text[q.start : q.end] for q in found.quotations] == [q["words"] for q in case["quotations"]]
    for quotation, wanted in zip(found.quotations, case["quotations"], strict=True):
        assert quotation.speaker
        assert text[slice(*quotation.speaker)] == wanted["speaker"]
        assert name_of(text, quotation.speaker, found.actors) == wanted.get("name", wanted["speaker"])
        assert (text[slice(*quotation.via)] if quotation.via else None) == wanted.get("via")
        assert quotation.sure is (wanted.get("sure") != "false")


@pytest.mark.parametrize("case", cases("dates"))
def test_dates_are_resolved_as_far_as_the_article_tells(case: dict[str, Any]) -> None:
    found = read(case["text"], case["published"])
    text = found.article.source.text
    assert {text[d.start : d.end]: d.edtf for d in found.dates} == case["dates"]


@pytest.mark.parametrize("case", cases("people"))
def test_people_have_the_role_the_article_gives_them(case: dict[str, Any]) -> None:
    actors = read(case["text"]).actors
    people = {a.name: [a.role, a.affiliation] for a in reversed(actors) if a.kind == "person"}
    assert people == case["people"]
    assert [a.name for a in actors if a.kind == "organization"] == case.get("bodies", [])[:]

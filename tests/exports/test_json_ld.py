"""JSON-LD against the published vocabulary of schema.org, reduced in ``schema_org.json``."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from briefing.exports.json_ld import OrdinaryText, briefing_json_ld, list_json_ld, site_json_ld, text_json_ld
from briefing.exports.published import Published
from briefing.view.site import Site
from briefing.view.values import LinkView
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

Make = Callable[..., Published]
Hostile = Callable[[st.DataObject], Published]
VOCABULARY: Mapping[str, Any] = json.loads(Path(__file__).with_name("schema_org.json").read_text(encoding="utf-8"))


def problems(node: Any, where: str = "") -> Iterator[str]:
    """Yield what in a JSON-LD node is not in the vocabulary."""
    type = node.get("@type")
    if type not in VOCABULARY:
        yield f"{where}: there is no type {type}"
        return
    known = {name: held for each in lineage(type) for name, held in VOCABULARY[each]["properties"].items()}
    for name, value in node.items():
        if name.startswith("@"):
            if name not in ("@type", "@id", "@context"):
                yield f"{where}: {name}"
        elif name not in known:
            yield f"{where}: {type} has no property {name}"
        else:
            for each in value if isinstance(value, list) else [value]:
                yield from _value_problems(each, known[name], f"{where}/{name}")


def lineage(type: str) -> Iterator[str]:
    """Yield a type and all its ancestors."""
    yield type
    for parent in VOCABULARY[type]["parents"]:
        yield from lineage(parent)


def _value_problems(value: Any, held: list[str], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            return
        if not set(lineage(value["@type"])) & set(held) if value.get("@type") in VOCABULARY else False:
            yield f"{where} cannot hold a {value['@type']}, only {held}"
        yield from problems(value, where)
    elif isinstance(value, str):
        if not any(READERS[kind](value) for kind in held if kind in READERS):
            yield f"{where} cannot hold {value!r}, only {held}"
    elif not {"Integer", "Number"} & set(held):
        yield f"{where} cannot hold {value!r}, only {held}"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 10 :] if len(text) in (4, 7) else text)
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return "T" in text


def _is_address(text: str) -> bool:
    return text.isascii() and " " not in text and urlsplit(text).scheme in ("http", "https", "mailto")


READERS: Mapping[str, Callable[[str], bool]] = {
    "Text": lambda text: bool(text.strip()),
    "Date": _is_date,
    "DateTime": _is_moment,
    "URL": _is_address,
    "EventStatusType": lambda text: text.startswith("https://schema.org/Event"),
}


def of(text: str) -> Any:
    """Read a data block as a browser would: the script element ends where HTML says, and what it holds is JSON."""
    page = BeautifulSoup(f'<script type="application/ld+json">{text}</script>', "html.parser")
    assert [script.string for script in page.find_all("script")] == [text]
    assert len(page.contents) == 1
    return json.loads(text)


def test_a_whole_briefing_keeps_to_the_vocabulary(whole: Published) -> None:
    assert list(problems(of(briefing_json_ld(whole)))) == []


def test_the_other_pages_keep_to_the_vocabulary() -> None:
    site = Site(name="Fiction", url="https://example.org/sub")
    listed = of(list_json_ld("All", "briefings/", [LinkView("One", "briefings/one/")], site))
    assert list(problems(listed)) == []
    assert listed["mainEntity"]["itemListElement"]["url"] == "https://example.org/sub/briefings/one/"
    assert list(problems(of(site_json_ld(site)))) == []


@pytest.mark.parametrize("type", ["Article", "WebPage"])
def test_an_ordinary_text_keeps_to_the_vocabulary(type: str) -> None:
    site = Site(name="Fiction", url="https://example.org/sub")
    known = OrdinaryText(type, "On </script>", "pages/a/", "en", "2024-05-01T00:00:00", "2024-05-02T00:00:00", ("Ada",))
    assert list(problems(of(text_json_ld(known, site)))) == []
    assert list(problems(of(text_json_ld(OrdinaryText(type, "On", "pages/a/", "en"), site)))) == []


@pytest.mark.parametrize(
    "planted",
    [
        {"priceRange": "$$"},
        {"headline": {"@type": "Person", "name": "Ada"}},
        {"dateModified": "yesterday"},
        {"hasPart": [{"@type": "Quote", "text": "x"}]},
        {"about": {"@type": "Person", "spokenByCharacter": "Ada"}},
        {"citation": {"@type": "Person", "name": "Ada"}},
        {"url": "javascript:alert(1)"},
        {"articleSection": 3},
        {"@value": "x"},
    ],
)
def test_a_planted_error_is_caught(whole: Published, planted: dict[str, Any]) -> None:
    assert list(problems(of(briefing_json_ld(whole)) | planted))


def test_an_event_is_given_only_where_its_date_is_stated_and_certain(published: Make) -> None:
    timeline = """timeline:
  - {title: Day, date: 2024-05-07}
  - {title: Span, date: 2024-05-07/2024-06}
  - {title: Timed, date: "2024-05-07T10:30Z"}
  - {title: Resolved, date: 2024-05-07, date_basis: resolved}
  - {title: Inferred, date: 2024-05-07?, date_basis: inferred}
  - {title: About, date: 2024~}
  - {title: Decade, date: 202X}
  - {title: Season, date: 2024-21}
  - {title: Some day in May, date: 2024-05-XX}
  - {title: Open, date: 2024/..}
  - {title: Before Christ, date: -0043}
"""
    events = of(briefing_json_ld(published(timeline)))["mentions"]
    assert {e["name"]: (e["startDate"], e.get("endDate")) for e in events} == {
        "Day": ("2024-05-07", None),
        "Span": ("2024-05-07", "2024-06"),
        "Timed": ("2024-05-07T10:30Z", None),
    }


def test_a_source_gives_its_checksum_and_its_archived_copy(whole: Published) -> None:
    source = of(briefing_json_ld(whole))["isBasedOn"]
    assert source["archivedAt"] == "https://archive.example/1"
    assert source["encoding"] == {"@type": "MediaObject", "sha256": "ab" * 32}


def test_a_correction_is_said_and_an_update_is_none(whole: Published) -> None:
    article = of(briefing_json_ld(whole))
    assert article["correction"]["@type"] == "CorrectionComment"
    assert article["correction"]["datePublished"] == "2024-05-10"
    assert article["dateModified"] == "2024-05-12T00:00:00Z"


def test_a_quotation_leads_to_the_one_who_spoke(whole: Published) -> None:
    article = of(briefing_json_ld(whole))
    spoken = {q["text"]: q["spokenByCharacter"] for q in article["hasPart"]}
    assert spoken["The gates stay shut"] in [{"@id": a["@id"]} for a in article["about"]]
    assert spoken["We were not asked"] == {"@type": "Person", "name": "Bo Brook"}


def test_the_own_words_of_an_expert_are_a_quotation_and_a_paraphrase_is_none(published: Make) -> None:
    points = "points: [{quote: It will last}, {text: She doubts it}]"
    made = published(
        f"views: [{{expert: Ada Vale, date: 2024-05-07, {points}}}]\nquotations: [{{speaker: B, quote: No}}]"
    )
    first, second = of(briefing_json_ld(made))["hasPart"]
    assert (first["text"], second["text"]) == ("No", "It will last")
    assert second["spokenByCharacter"] == {"@type": "Person", "name": "Ada Vale"}
    assert second["dateCreated"] == "2024-05-07"


def test_a_correction_says_what_stood_there_and_what_stands_there_now(published: Make) -> None:
    update = "{date: 2024-05-08, kind: correction, text: The year was wrong., was: 2003, now: '2004'}"
    made = published(f"updates: [{update}]")
    assert of(briefing_json_ld(made))["correction"]["text"] == "The year was wrong. Was: 2003 Now: 2004"


def test_someone_the_source_does_not_name_has_no_name(published: Make) -> None:
    made = published("actors: [{id: u, name: Unnamed official, affiliation: Town of Vale}]")
    assert of(briefing_json_ld(made))["about"]["description"] == "Unnamed official, Town of Vale"
    assert "name" not in of(briefing_json_ld(made))["about"]


def test_mostly_analysis_is_an_analysis_and_all_else_background(published: Make) -> None:
    analysis, reported = "{text: A, status: analysis}", "{text: B}"
    both = published(f"key_points: [{analysis}, {reported}]")
    most = published(f"key_points: [{analysis}, {reported}, {analysis}]")
    assert [of(briefing_json_ld(p))["@type"] for p in (both, most)] == ["BackgroundNewsArticle", "AnalysisNewsArticle"]


def test_without_an_address_of_the_site_no_address_is_invented(whole: Published) -> None:
    article = of(briefing_json_ld(replace(whole, site=Site())))
    assert "url" not in article
    assert article["@id"] == "#article"


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_hostile_text_stays_text(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    article = of(briefing_json_ld(made))
    assert list(problems(article)) == []
    briefing_json_ld(made).encode()

"""The traps of the seed article: what a hurried reader would get wrong."""

from datetime import date
from pathlib import Path

import pytest
from briefing.drafting.extract import Extract, extract
from briefing.drafting.records import record_of
from briefing.drafting.speakers import name_of
from briefing.drafting.structure import read_article

SEED = "seeds/000_5c116b11e40ad3c0.txt"


@pytest.fixture(scope="module")
def found(root: Path) -> Extract:
    return extract(read_article((root / SEED).read_text(encoding="utf-8")))


def words(found: Extract, kind: str) -> list[str]:
    text = found.article.source.text
    return [text[b.start : b.end] for b in found.article.blocks if b.kind == kind]


def test_the_section_label_is_not_the_title(found: Extract) -> None:
    assert words(found, "section") == ["World"]
    assert found.article.imprint.title == "Facing new challenges, Japan - Korea tighten ties"
    assert len(words(found, "title")) == 2


def test_date_dateline_and_credit_are_no_body(found: Extract) -> None:
    assert found.article.imprint.date == "2023-05-08"
    assert found.article.imprint.dateline == "Seoul [South Korea], May 8"
    assert found.article.imprint.publisher == "ThanhNien Newspaper"
    assert words(found, "credit") == ["Source: ThanhNien Newspaper"]
    assert words(found, "paragraph")[0].startswith("During his visit to Korea")


def test_subheads_without_markup_are_subheads(found: Extract) -> None:
    expected = ["Kishida's Sincerity", "Opportunity for both sides", "Security challenges foster cooperation"]
    assert words(found, "subhead") == expected


def test_only_whole_quotations_are_proposed_each_with_its_speaker(found: Extract) -> None:
    text = found.article.source.text
    spoken = {text[q.start : q.end][:40]: name_of(text, q.speaker, found.actors) for q in found.quotations if q.speaker}
    assert spoken == {
        "For me personally, my heart aches at the": "Fumio Kishida",
        "very useful for future cooperation": "Yoon Suk Yeol",
        "Cooperation and coordination between Kor": "Yoon Suk Yeol",
        "have a lot of opportunities for cooperat": "a Japanese Foreign Ministry official",
        "Ukraine today can be East Asia tomorrow": "Fumio Kishida",
    }


def test_reuters_reports_and_does_not_speak(found: Extract) -> None:
    text = found.article.source.text
    assert [text[slice(*q.via)] for q in found.quotations if q.via] == ["Reuters"]


def test_broken_marks_are_reported_by_line(found: Extract) -> None:
    assert [mark["line"] for mark in record_of(SEED, found, with_text=False)["source"]["broken_marks"]] == [14, 24]


def test_no_date_is_made_of_what_is_none(found: Extract) -> None:
    text = found.article.source.text
    dates = {(text[d.start : d.end], d.edtf, d.basis) for d in found.dates}
    assert dates == {
        ("Yesterday (May 7)", "2023-05-07", "resolved"),
        ("May 7", "2023-05-07", "resolved"),
        ("from 1910 to 1945", "1910/1945", "stated"),
        ("2019", "2019", "stated"),
        ("March", "2023-03?", "inferred"),
        ("May", "2023-05", "resolved"),
    }


def test_the_experts_views_are_paraphrase(found: Extract) -> None:
    text = found.article.source.text
    speakers = [name_of(text, view.speaker, found.actors) for view in found.views]
    assert speakers.count("Satoru Nagao") == 3
    assert "Stephen Robert Nagy" in speakers


def test_people_are_joined_and_affiliations_stay_as_printed(found: Extract) -> None:
    people = {a.name: a.affiliation for a in reversed(found.actors) if a.kind == "person"}
    nagy = "International Christian University - Japan, scholar at the Institute of International Affairs of Japan"
    assert people == {
        "Fumio Kishida": "",
        "Yoon Suk Yeol": "",
        "Moon Jae In": "",
        "Stephen Robert Nagy": nagy,
        "Satoru Nagao": "Hudson Research Institute, USA",
    }


def test_the_articles_own_date_can_be_overruled(root: Path) -> None:
    article = read_article((root / SEED).read_text(encoding="utf-8"))
    assert any(d.edtf == "2020-05-07" for d in extract(article, date(2020, 5, 8)).dates)

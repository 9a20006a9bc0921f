"""A briefing as data, held to its own published JSON Schema by an independent validator."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from briefing.exports.briefing_data import render_data, render_schema
from briefing.exports.published import Published
from briefing.view.site import Site
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

Make = Callable[..., Published]
Hostile = Callable[[st.DataObject], Published]
SITE = Site(name="Fiction Briefings", url="https://example.org/sub")
SCHEMA = json.loads(render_schema(SITE))
VALIDATOR = Draft202012Validator(SCHEMA)


def read(text: str) -> Any:
    document = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []
    return document


def test_the_schema_is_one_and_says_where_it_stands() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "https://example.org/sub/data/briefing.schema.json"
    assert "$id" not in json.loads(render_schema(Site()))


def test_the_whole_model_is_there_and_no_field_is_left_out(whole: Published, published: Make) -> None:
    full, least = read(render_data(whole)), read(render_data(published()))
    assert full["briefing"].keys() == least["briefing"].keys()
    assert full["briefing"]["timeline"][0]["date"] == "1910/1945"
    assert full["briefing"]["actors"][0]["name"] == "Ann Vale"
    assert full["briefing"]["date"] == "2024-05-08T12:00:00"
    assert "More <em>rain</em>" in full["story"]
    assert least["briefing"]["modified"] is None


def test_it_says_how_words_were_verified_and_where_they_stand(whole: Published) -> None:
    words = {"source": "paper", "exact": "the gates stay shut", "level": "exact", "start": 10, "end": 29}
    assert read(render_data(whole))["verified"] == [words]


def test_actors_who_are_only_named_are_there_in_full(published: Make) -> None:
    made = published("timeline: [{title: T, date: 2024, actors: [ann]}]")
    assert [actor["name"] for actor in read(render_data(made))["also_named"]] == ["Ann Vale"]


def test_its_page_is_absolute_where_the_site_has_an_address(whole: Published) -> None:
    assert read(render_data(whole))["page"] == "https://example.org/sub/briefings/the-gates/"
    assert read(render_data(replace(whole, site=Site())))["page"] == "briefings/the-gates/"


def test_an_address_that_runs_something_is_left_out(published: Make) -> None:
    made = published("sources: [{id: s, title: T, url: 'javascript:alert(1)', archive_url: 'https://a.example/'}]")
    (source,) = read(render_data(made))["briefing"]["sources"]
    assert (source["url"], source["archive_url"]) == ("", "https://a.example/")


def test_a_briefing_is_one_line_and_all_of_them_are_json_lines(whole: Published, published: Make) -> None:
    text = render_data(whole) + render_data(published(title="Other"))
    assert [json.loads(line)["slug"] for line in text.splitlines()] == ["the-gates", "other"]


@pytest.mark.parametrize(
    ("path", "value"),
    [(("slug",), 3), (("briefing", "status"), "x"), (("briefing", "title"), None), (("verified", 0, "level"), "near")],
)
def test_the_schema_catches_a_planted_error(whole: Published, path: tuple[Any, ...], value: Any) -> None:
    document = json.loads(render_data(whole))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert list(VALIDATOR.iter_errors(document))
    del place[path[-1]]
    assert list(VALIDATOR.iter_errors(document))


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_hostile_text_stays_text(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    text = render_data(made)
    document = read(text)
    assert len(text.splitlines()) == 1
    assert not set("<>&") & set(text)
    assert document["briefing"]["title"] == made.briefing.title.encode("utf-8", "surrogatepass").decode(
        "utf-8", "replace"
    ) or any("\ud800" <= letter <= "\udfff" for letter in made.briefing.title)
    text.encode()

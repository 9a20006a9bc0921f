"""YAML read into texts with places: no implicit types, nothing lost unseen, nothing without bound."""

from typing import Any

import pytest
from briefing.diagnostics import Code, Diagnostics, Span
from briefing.parsing.located_text import LocatedText
from briefing.parsing.located_value import LocatedValue
from briefing.parsing.located_yaml import MOST_LEVELS, MOST_VALUES, read_yaml


def read(text: str, before: str = "") -> tuple[LocatedValue | None, Diagnostics]:
    return read_yaml(LocatedText("x.yaml", before + text), len(before), len(before + text))


def value(text: str) -> Any:
    found, diagnostics = read(text)
    assert found is not None
    assert diagnostics == ()
    return found.value


def codes(text: str) -> list[Code]:
    return [d.code for d in read(text)[1]]


def covered(span: Span) -> str:
    start = span.column - span.excerpt_column
    return span.excerpt[start : span.end_column - span.excerpt_column]


@pytest.mark.parametrize(
    "written",
    ["no", "on", "yes", "true", "12:30:45", "2019", "007", "0x1F", "1e3", ".inf", "2023-05-08", "~", "null", "="],
)
def test_every_scalar_is_the_text_it_looks_like(written: str) -> None:
    assert value(f"a: {written}\nb: [{written}]\nc:\n  - {written}\n") == {"a": written, "b": [written], "c": [written]}


@pytest.mark.parametrize("key", ["no", "2019", "null", "~", "1.5"])
def test_keys_are_texts_too(key: str) -> None:
    assert value(f"{key}: a\n") == {key: "a"}


@pytest.mark.parametrize("blank", ["", "''", '""', "' '", ">-\n", "|\n", "# comment"])
def test_a_blank_value_is_none(blank: str) -> None:
    assert value(f"a: {blank}\nb: x\n") == {"b": "x"}


def test_a_blank_item_keeps_its_place_in_the_list() -> None:
    assert value("- a\n-\n- b\n") == ["a", None, "b"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n---\n"])
def test_no_fields_are_no_value(text: str) -> None:
    found, diagnostics = read(text)
    assert found is not None
    assert found.value is None
    assert not diagnostics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: one\n  two\n", {"a": "one two"}),
        ('a: "é\\n\\u00e9"\n', {"a": "é\né"}),
        ("a: 'it''s'\n", {"a": "it's"}),
        ("a: {b: c, d: [e, f]}\n", {"a": {"b": "c", "d": ["e", "f"]}}),
        ("a: b # a comment\n", {"a": "b"}),
        ("a: C# and F#\n", {"a": "C# and F#"}),
        ("a: Japan - Korea\n", {"a": "Japan - Korea"}),
        ("a: &x [b]\nc: *x\n", {"a": ["b"], "c": ["b"]}),
        ("? a\n: b\n", {"a": "b"}),
        ("---\na: b\n---\n", {"a": "b"}),
        ("<<: {a: b}\n", {"<<": {"a": "b"}}),
    ],
)
def test_what_is_well_formed_is_read(text: str, expected: object) -> None:
    assert value(text) == expected


def test_the_places_are_those_of_the_whole_file() -> None:
    found, _ = read("title: A headline\nactors:\n  - id: ana\n    tags: [x, 'y z']\n", before="---\n")
    assert found
    assert covered(found.at("title")) == "A headline"
    assert covered(found.key_at("title")) == "title"
    assert covered(found.at("actors", 0, "id")) == "ana"
    assert covered(found.key_at("actors", 0, "id")) == "id"
    assert covered(found.at("actors", 0, "tags")) == "[x, 'y z']"
    assert covered(found.at("actors", 0, "tags", 1)) == "'y z'"
    assert found.at("actors", 0, "tags", 1).line == 5


def test_a_path_into_nothing_leads_to_the_nearest_value_around_it() -> None:
    found, _ = read("a: {b: c}\n")
    assert found
    assert found.at("a", "x", "y") == found.at("a")
    assert found.key_at("a", "x") == found.at("a")
    assert not found.has("a", "x")
    assert found.has("a", "b")


def test_a_list_written_as_its_only_item_is_found_without_its_step() -> None:
    found, _ = read("passage: {exact: words}\nlist: [{exact: words}]\n")
    assert found
    assert covered(found.at("passage", 0, "exact")) == "words"
    assert found.as_written("passage", 0, "exact") == ("passage", "exact")
    assert found.as_written("list", 0, "exact") == ("list", 0, "exact")
    assert found.as_written("list", 0, "missing") == ("list", 0, "missing")


def test_texts_are_found_wherever_they_stand_but_not_comments() -> None:
    text = "a: one # not this\nb: [two, {c: three}]\n"
    found, _ = read(text)
    assert found
    assert [text[start:end] for start, end in found.texts()] == ["one", "two", "three"]


def test_a_value_behind_an_alias_is_placed_at_the_alias() -> None:
    found, _ = read("a: &x {b: c}\nd: *x\n")
    assert found
    assert covered(found.at("d")) == "*x"
    assert found.at("d", "b") == found.at("a", "b")


def test_of_a_field_given_twice_the_first_counts() -> None:
    found, diagnostics = read("a: one\na: two\n")
    assert found
    assert found.value == {"a": "one"}
    assert [(d.code, d.span.line) for d in diagnostics] == [(Code.DUPLICATE_KEY, 2)]


def test_fields_given_twice_among_the_same_fields_are_said_once() -> None:
    assert codes("a: 1\nb: 1\na: 2\nb: 2\nc: {d: 1, d: 2}\n") == [Code.DUPLICATE_KEY, Code.DUPLICATE_KEY]


@pytest.mark.parametrize(
    "text",
    [
        "a: !x b\n",
        "a: !!str b\n",
        "a: !!python/object:os.system b\n",
        "a: &Co b\n",
        "a: ranked #1\n",
        "a:\n  - b\n    - c\n",
        "[a]: b\n",
        "{a: b}: c\n",
        "a: b\n---\nc: d\n",
        '"": b\n',
    ],
)
def test_what_yaml_would_quietly_read_otherwise_is_an_error(text: str) -> None:
    assert codes(text) == [Code.YAML_SYNTAX]


@pytest.mark.parametrize("text", ["a: *x\n", "a: &x [*x]\n", "a: *x\nb: &x c\n"])
def test_an_alias_must_follow_its_anchor(text: str) -> None:
    assert read(text)[0] is None
    assert codes(text) == [Code.YAML_SYNTAX]


def test_as_many_values_as_are_allowed_are_read() -> None:
    found, diagnostics = read("- x\n" * (MOST_VALUES - 1))
    assert found
    assert not diagnostics
    assert codes("- x\n" * MOST_VALUES) == [Code.FRONT_MATTER_TOO_LARGE]


def test_as_many_levels_as_are_allowed_are_read() -> None:
    deepest = MOST_LEVELS
    assert codes("[" * deepest + "]" * deepest) == []
    assert codes("[" * (deepest + 1) + "]" * (deepest + 1)) == [Code.FRONT_MATTER_TOO_LARGE]


def test_values_behind_aliases_count_each_time() -> None:
    items = MOST_VALUES // 10
    shared = f"a: &x [{', '.join(['x'] * items)}]\n"
    assert codes(shared + "b: [*x, *x, *x]\n") == []
    assert codes(shared + f"b: [{', '.join(['*x'] * 10)}]\n") == [Code.FRONT_MATTER_TOO_LARGE]

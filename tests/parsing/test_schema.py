"""Values typed as records, and what keeps them from being records."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from briefing.diagnostics import Code, Diagnostics
from briefing.model.actor import Actor
from briefing.model.briefing import Briefing
from briefing.model.source import Source
from briefing.parsing.described import RecordShape, describe
from briefing.parsing.explain import said
from briefing.parsing.likeness import near
from briefing.parsing.located_text import LocatedText
from briefing.parsing.located_yaml import read_yaml
from briefing.parsing.manuscript import LARGEST_FRONT_MATTER, parse_entry
from briefing.parsing.other_names import OTHER_NAMES, PLAINER
from briefing.parsing.record_fields import fields_at, takes_texts
from briefing.parsing.schema import typed

LEAST = "title: A\ndate: 2023-05-08\nsummary: S\nsources: [g]\n"


def briefing(fields: str) -> tuple[Briefing | None, Diagnostics]:
    text = LEAST + fields
    located, problems = read_yaml(LocatedText("x.md", text), 0, len(text))
    assert located, problems
    value, _, diagnostics = typed(Briefing, located)
    return value, diagnostics


def test_the_least_a_briefing_needs() -> None:
    found, diagnostics = briefing("")
    assert found
    assert (found.title, found.date, found.sources) == ("A", datetime(2023, 5, 8), (Source(id="g"),))  # noqa: DTZ001
    assert (found.status, found.lang, found.timeline) == ("published", "", ())
    assert diagnostics == ()


def test_shorthands_stand_for_their_records() -> None:
    found, _ = briefing("actors: [ana]\nkey_points: [One]\nwatch: [Two]\nrelated: [slug]\n")
    assert found
    shorthands = (found.actors[0].id, found.key_points[0].text, found.watch[0].text, found.related[0].slug)
    assert shorthands == ("ana", "One", "Two", "slug")


@pytest.mark.parametrize(("word", "truth"), [("true", True), ("yes", True), ("no", False), ("false", False)])
def test_yes_and_no_are_read_where_they_are_asked_for(word: str, truth: bool) -> None:
    found, _ = briefing(f"translation: {word}\n")
    assert found
    assert found.translation is truth


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ("timeline: [{title: a}]", Code.MISSING_FIELD, "timeline[0] needs 'date'"),
        ("timeline: [{title: a, date: }]", Code.MISSING_FIELD, "timeline[0].date is empty; it is required"),
        ("actors: [{}]", Code.MISSING_FIELD, "actors[0] needs 'id'"),
        ("tags: [{a: b}]", Code.WRONG_SHAPE, "tags[0] needs a text, not fields (name: value)"),
        ("tags: {a: b}", Code.WRONG_SHAPE, "tags needs a list, not fields (name: value)"),
        ("status: []", Code.WRONG_SHAPE, "status needs one word, not a list"),
        ("translation: []", Code.WRONG_SHAPE, "translation needs true or false, not a list"),
        ("modified: {a: b}", Code.WRONG_SHAPE, "modified needs a date, not fields (name: value)"),
        (
            "views: [{expert: a, positions: [b]}]",
            Code.WRONG_SHAPE,
            "views[0].positions needs fields (name: value), not a list",
        ),
        (
            "timeline: [{date: 2023, title: a, importance: []}]",
            Code.WRONG_SHAPE,
            "timeline[0].importance needs 1, 2 or 3, not a list",
        ),
        ("timeline: [{date: 2023, title: a, importance: 0}]", Code.WRONG_VALUE, "timeline[0].importance cannot be '0'"),
        (
            "timeline: [{date: 2023, title: a, importance: two}]",
            Code.WRONG_VALUE,
            "timeline[0].importance cannot be 'two'",
        ),
        ("status: hiden", Code.WRONG_VALUE, "status cannot be 'hiden'; did you mean 'hidden'?"),
        (
            "key_points: [{text: a, passage: {exact: b, pre: c}}]",
            Code.UNKNOWN_FIELD,
            "key_points[0].passage has no field 'pre'",
        ),
        (
            "key_points: [{text: a, passage: [{exact: b, pre: c}]}]",
            Code.UNKNOWN_FIELD,
            "key_points[0].passage[0] has no field 'pre'",
        ),
        (
            "views: [{expert: a, points: [{txt: b}]}]",
            Code.UNKNOWN_FIELD,
            "views[0].points[0] has no field 'txt'; did you mean 'text'?",
        ),
    ],
)
def test_one_mistake_is_one_diagnostic(fields: str, code: Code, words: str) -> None:
    found, diagnostics = briefing(fields + "\n")
    assert found
    assert [(d.code, d.message) for d in diagnostics] == [(code, words)]


def test_a_misspelt_field_and_a_missing_one_are_two_mistakes() -> None:
    _, diagnostics = briefing("timeline: [{titel: a}]\n")
    assert [d.code for d in diagnostics] == [Code.MISSING_FIELD, Code.UNKNOWN_FIELD]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            "actors: [ana, {date: 2023, title: A}, {date: 2024, title: B}]",
            "actors[1] has the fields of an entry of 'timeline'",
        ),
        ("key_points: [{id: ana, note: N}]", "key_points[0] has the fields of an entry of 'actors'"),
        ("questions: [{expert: Bob, points: [a]}]", "questions[0] has the fields of an entry of 'views'"),
    ],
)
def test_entries_that_lost_the_heading_of_their_list_are_said_once(fields: str, words: str) -> None:
    _, diagnostics = briefing(fields + "\n")
    assert [(d.code, d.message) for d in diagnostics] == [(Code.UNKNOWN_FIELD, words)]


def test_an_entry_that_fits_its_list_but_for_a_field_stays_in_it() -> None:
    _, diagnostics = briefing("actors: [{id: ana, title: Minister}]\n")
    assert [d.message for d in diagnostics] == ["actors[0] has no field 'title'; did you mean 'role'?"]


def test_the_longest_entry_is_read() -> None:
    text = "name: Ana\n".ljust(LARGEST_FRONT_MATTER, "#")
    assert parse_entry(Actor, LocatedText("ana.yaml", text), "ana")[0]


def test_numbers_without_end_are_refused_in_words() -> None:
    _, diagnostics = briefing(f"timeline: [{{date: 2023, title: a, importance: {'9' * 5000}}}]\n")
    assert [d.message for d in diagnostics] == [f"timeline[0].importance cannot be '{'9' * 39}…'"]


@pytest.mark.parametrize(
    ("word", "names", "meant"),
    [
        ("afiliation", ["affiliation", "name"], "affiliation"),
        ("Title", ["title"], "title"),
        ("author", ["authors", "actors"], "authors"),
        ("author", ["name"], ""),
        ("colour", ["title", "date"], ""),
        ("x", [], ""),
    ],
)
def test_a_name_is_proposed_only_when_it_is_near(word: str, names: list[str], meant: str) -> None:
    assert near(word, names) == meant


@pytest.mark.parametrize(
    ("path", "words"),
    [((), "the file"), (("title",), "title"), (("timeline", 2, "date"), "timeline[2].date"), (("a", 0, 1), "a[0][1]")],
)
def test_a_path_is_said_as_an_editor_would(path: tuple[str | int, ...], words: str) -> None:
    assert said(path) == words


def test_the_fields_of_a_record_are_known_at_any_depth() -> None:
    assert "affiliation" in fields_at(Briefing, ("actors", 3))
    assert "exact" in fields_at(Briefing, ("timeline", 0, "passage", 0))
    assert "quote" in fields_at(Briefing, ("views", 0, "points", 1))
    assert fields_at(Briefing, ("title",)) == ()
    assert fields_at(Briefing, ("nowhere", 1, "x")) == ()


def test_which_lists_may_hold_texts() -> None:
    assert [takes_texts(Briefing, (name,)) for name in ("tags", "key_points", "timeline", "title")] == [
        True,
        True,
        False,
        False,
    ]


def test_an_entry_is_named_by_its_file() -> None:
    entry, _, diagnostics = parse_entry(Actor, LocatedText("ana.yaml", "name: Ana Diaz\n"), "ana")
    assert entry == Actor(id="ana", name="Ana Diaz")
    assert diagnostics == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id: bob\nname: Ana\n", Code.WRONG_VALUE),
        ("nome: Ana\n", Code.UNKNOWN_FIELD),
        ("Ana Diaz\n", Code.WRONG_SHAPE),
        ("", Code.WRONG_SHAPE),
        ("name: [\n", Code.YAML_SYNTAX),
        ("x" * 200_001, Code.FRONT_MATTER_TOO_LARGE),
    ],
)
def test_what_is_no_entry_is_said(text: str, code: Code) -> None:
    entry, _, diagnostics = parse_entry(Actor, LocatedText("ana.yaml", text), "ana")
    assert entry is None
    assert [d.code for d in diagnostics] == [code]


def test_other_names_lead_to_fields_there_are_and_are_written_as_they_are_looked_up() -> None:
    def fields_below(shape: RecordShape) -> Iterator[str]:
        for f in shape.fields:
            yield f.name
            yield from fields_below(f.record) if f.record else ()

    assert set(OTHER_NAMES) <= set(fields_below(describe(Briefing)))
    assert all(name == name.lower().translate(PLAINER) for names in OTHER_NAMES.values() for name in names)

"""Ids become the entries they name."""

from briefing.diagnostics import Code, Diagnostics
from briefing.model.actor import Actor
from briefing.model.source import Source
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import Resolved, is_described, resolve

ANA = Actor(id="ana", name="Ana Diaz", role="Minister", country="ES", as_written=("Diaz",))
GAZETTE = Source(id="gazette", title="The Gazette", publisher="Gazette", lang="en")


def resolved(fields: str, sources: str = "[gazette]", prose: str = "Story.") -> tuple[Resolved, Diagnostics]:
    text = f"---\ntitle: A\ndate: 2023-05-08\nsummary: S\nsources: {sources}\n{fields}---\n{prose}\n"
    manuscript, problems = parse_manuscript("briefings/x.md", LocatedText("content/briefings/x.md", text))
    assert manuscript, problems
    return resolve(manuscript, {"ana": ANA}, {"gazette": GAZETTE})


def test_an_id_stands_for_its_entry() -> None:
    found, diagnostics = resolved("actors: [ana]\n")
    assert found.briefing.actors == (ANA,)
    assert found.briefing.sources == (GAZETTE,)
    assert found.sources == {"gazette": GAZETTE}
    assert diagnostics == ()


def test_what_is_written_here_overrides_the_entry() -> None:
    found, _ = resolved("actors:\n  - {id: ana, role: Former minister, note: Spoke.}\n")
    (actor,) = found.briefing.actors
    assert (actor.name, actor.role, actor.note, actor.country) == ("Ana Diaz", "Former minister", "Spoke.", "ES")
    assert actor.as_written == ("Diaz",)


def test_an_actor_with_a_name_needs_no_entry() -> None:
    found, diagnostics = resolved("actors:\n  - {id: bob, name: Bob}\n")
    assert [a.name for a in found.briefing.actors] == ["Bob"]
    assert diagnostics == ()


def test_a_source_described_here_needs_no_entry() -> None:
    found, diagnostics = resolved("", sources="[{id: courier, title: The Courier}]")
    assert list(found.sources) == ["courier"]
    assert diagnostics == ()


def test_an_entry_is_described_when_it_can_stand_alone() -> None:
    assert [is_described(e) for e in (ANA, Actor(id="x", role="y"), GAZETTE, Source(id="x"))] == [
        True,
        False,
        True,
        False,
    ]


def test_a_passage_of_the_only_source_gets_its_id_wherever_it_stands() -> None:
    found, diagnostics = resolved(
        "key_points: [{text: a, passage: k}]\n"
        "timeline: [{date: 2023, title: a, passage: [t, u]}]\n"
        "quotations: [{speaker: Bob, quote: q, passage: w}]\n"
        "watch: [{text: a, passage: {exact: x}}]\n"
        "views: [{expert: Bob, points: [{text: a, passage: v}]}]\n"
    )
    b = found.briefing
    passages = (
        *b.key_points[0].passage,
        *b.timeline[0].passage,
        *b.quotations[0].passage,
        *b.watch[0].passage,
        *b.views[0].points[0].passage,
    )
    assert [(p.exact, p.source) for p in passages] == [(exact, "gazette") for exact in "ktuwxv"]
    assert diagnostics == ()


def test_with_several_sources_each_passage_names_its_own() -> None:
    points = ["{text: a, passage: k}", "{text: b, passage: {source: courier, exact: l}}", "{text: c, passage: m}"]
    fields = "\n  - ".join(["key_points:", *points]) + "\n"
    found, diagnostics = resolved(fields, sources="[gazette, {id: courier, title: C}]")
    assert [p.passage[0].source for p in found.briefing.key_points] == ["", "courier", ""]
    assert diagnostics == ()  # only the search in the sources can tell which it is


def test_the_cast_are_all_who_are_named_by_id() -> None:
    found, diagnostics = resolved(
        "actors: [{id: bob, name: Bob}]\n"
        "timeline: [{date: 2023, title: a, actors: [ana, bob]}]\n"
        "views: [{expert: Stephen Nagy}]\n"
        "quotations: [{speaker: 岸田, quote: q}]\n"
    )
    assert list(found.cast) == ["bob", "ana"]
    assert diagnostics == ()


def test_only_an_id_names_who_took_part_in_an_event() -> None:
    _, diagnostics = resolved("timeline: [{date: 2023, title: a, actors: [Bob Smith]}]\n")
    assert [d.code for d in diagnostics] == [Code.UNKNOWN_ACTOR]


def test_an_unknown_id_is_said_once_with_all_its_lines() -> None:
    _, diagnostics = resolved(
        "timeline:\n  - {date: 2023, title: a, actors: [anna]}\n  - {date: 2024, title: b, actors: [anna]}\n"
        "views:\n  - {expert: anna}\n"
    )
    (only,) = diagnostics
    assert (only.code, only.span.line) == (Code.UNKNOWN_ACTOR, 7)
    assert only.message.endswith("did you mean 'ana'?")
    assert only.help.endswith("the same on lines 8, 10")

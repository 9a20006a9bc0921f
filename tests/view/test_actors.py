from collections.abc import Callable

import pytest
from briefing.parsing.resolve import Resolved
from briefing.view.actors import show_actors, speaker_link
from briefing.view.citations import Citations

Make = Callable[..., Resolved]
ACTORS = """
actors:
  - {id: x, name: Xavier, country: FR}
  - ann
  - {id: e, name: Dr Expert, country: JP}
  - {id: y, name: Yves, country: FR}
  - {id: c, name: The crowd, kind: group}
  - {id: u, name: Unnamed official, country: ZZ}
views: [{expert: e, points: [{text: One.}, {text: Two.}, {quote: three}]}]
quotations: [{speaker: ann, quote: a}, {speaker: ann, quote: b}, {speaker: x, quote: c}]
timeline:
  - {date: 2020, title: T, actors: [ann, x]}
  - {date: 2021, title: U, actors: [ann]}
"""


def test_actors_stand_by_side_in_order_of_mention_then_experts_then_the_others(briefing: Make) -> None:
    groups = show_actors(briefing(ACTORS), "en", Citations({}))
    shown = [(g.heading, g.label, [a.name for a in g.actors]) for g in groups]
    assert shown == [
        ("FR", "France", ["Xavier", "Yves"]),
        ("JP", "Japan", ["Ann Registered"]),
        ("ZZ", "Unknown Region", ["Unnamed official"]),
        ("“", "Experts", ["Dr Expert"]),
        ("", "Others", ["The crowd"]),
    ]


def test_countries_are_named_in_the_language_of_the_page(briefing: Make) -> None:
    assert show_actors(briefing(ACTORS), "fr", Citations({}))[1].label == "Japon"


def test_a_tally_counts_quotations_paraphrases_and_events(briefing: Make) -> None:
    tallies = {a.name: a.tally for g in show_actors(briefing(ACTORS), "en", Citations({})) for a in g.actors}
    assert tallies == {
        "Xavier": "Quoted once · 1 event",
        "Yves": "Not quoted",
        "Ann Registered": "Quoted twice · 2 events",
        "Unnamed official": "Not quoted",
        "Dr Expert": "Quoted once · paraphrased, 2 points",
        "The crowd": "Not quoted",
    }


def test_someone_unnamed_is_shown_as_such(briefing: Make) -> None:
    unnamed = [a.name for g in show_actors(briefing(ACTORS), "en", Citations({})) for a in g.actors if not a.named]
    assert unnamed == ["Unnamed official"]


def test_a_speaker_is_linked_only_where_the_page_has_a_box(briefing: Make) -> None:
    r = briefing("actors: [{id: x, name: Xavier}]\nquotations: [{speaker: ann, quote: a}, {speaker: Zoe Z, quote: b}]")
    links = [speaker_link(name, r) for name in ("x", "ann", "Zoe Z")]
    assert [(link.text, link.url) for link in links] == [("Xavier", "#actor-x"), ("Ann Registered", ""), ("Zoe Z", "")]


def test_a_briefing_without_actors_has_no_groups(briefing: Make) -> None:
    assert show_actors(briefing(), "en", Citations({})) == ()


@pytest.mark.parametrize(("status", "url"), [("published", "actors/bo/"), ("draft", ""), ("hidden", "")])
def test_a_box_leads_to_the_actors_own_page_where_there_is_one(briefing: Make, status: str, url: str) -> None:
    fields = f"status: {status}\nactors: [{{id: bo, name: Bo}}, {{id: u, name: Unnamed official}}]"
    boxes = show_actors(briefing(fields), "en", Citations({}))[0].actors
    assert [box.url for box in boxes] == [url, ""]


def test_of_more_than_seven_actors_the_rest_is_folded_but_one_of_each_side_is_shown(briefing: Make) -> None:
    many = ", ".join(f"{{id: a{n}, name: A {n}, country: {'FR' if n < 9 else 'NO'}}}" for n in range(14))
    groups = show_actors(briefing(f"actors: [{many}, {{id: x, name: X}}]"), "en", Citations({}))
    assert [(len(group.actors), group.shown) for group in groups] == [(9, 3), (5, 3), (1, 1)]
    assert [group.shown for group in show_actors(briefing(ACTORS), "en", Citations({}))] == [2, 1, 1, 1, 1]


def test_a_single_actor_is_not_folded(briefing: Make) -> None:
    eight = ", ".join(f"{{id: a{n}, name: A {n}, country: FR}}" for n in range(8))
    assert show_actors(briefing(f"actors: [{eight}]"), "en", Citations({}))[0].shown == 8

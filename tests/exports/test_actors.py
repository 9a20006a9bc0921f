"""An actor across briefings, from what each says of them."""

import json
from collections.abc import Callable
from dataclasses import replace

from briefing.exports.actor_mentions import ActorMention, actor_mentions
from briefing.exports.actor_page import ActorEntry, actor_index, actor_json_ld, show_actor
from briefing.exports.published import Published
from briefing.view.actors import actor_url
from briefing.view.site import Site
from hypothesis import given, settings
from hypothesis import strategies as st

Make = Callable[..., Published]
Hostile = Callable[[st.DataObject], Published]
ANN = "actors: [{{id: ann, role: {role}, note: {note}}}, {{id: bo, name: Bo Brook}}]\n"


def of(id: str, *made: Published) -> list[ActorMention]:
    return [mention for p in made for mention in actor_mentions(p) if mention.actor.id == id]


def test_a_role_is_said_from_the_first_to_the_last_briefing_that_says_so(published: Make) -> None:
    roles = {"2024-01-01": "Deputy", "2024-02-01": "Mayor", "2024-03-01": "Mayor", "2024-04-01": "Deputy"}
    made = [published(ANN.format(role=role, note="N"), title=f"T {day}", date=day) for day, role in roles.items()]
    view = show_actor(of("ann", *reversed(made)))
    assert [(r.role, r.first.words, r.last.words) for r in view.roles] == [
        ("Deputy", "1 April 2024", "1 April 2024"),
        ("Mayor", "1 February 2024", "1 March 2024"),
        ("Deputy", "1 January 2024", "1 January 2024"),
    ]
    assert view.roles[1].briefing.text == "T 2024-03-01"


def test_of_one_day_what_most_briefings_say_comes_first(published: Make) -> None:
    roles = ["Mayor", "Mayor, the host", "Mayor"]
    made = [published(ANN.format(role=f'"{role}"', note="N"), title=f"T{n}") for n, role in enumerate(roles)]
    assert [r.role for r in show_actor(of("ann", *made)).roles] == ["Mayor", "Mayor, the host"]


def test_of_one_day_the_briefing_given_first_is_the_newest(published: Make) -> None:
    made = [published(ANN.format(role="R", note="N"), title=title) for title in ("A", "C", "B")]
    assert [b.link.text for b in show_actor(of("ann", *made)).briefings] == ["A", "C", "B"]


def test_what_lies_ahead_comes_after_what_has_happened(published: Make) -> None:
    ahead = "{title: B, date: 2023, status: scheduled, actors: [ann]}"
    made = published(f"actors: [ann]\ntimeline: [{ahead}, {{title: A, date: 2024, actors: [ann]}}]")
    assert [e.link.text for e in show_actor(of("ann", made)).events] == ["A", "B"]


def test_every_briefing_event_and_quotation_stands_once_with_where_to_find_it(
    whole: Published, published: Make
) -> None:
    same = "{title: the gates are shut, date: 2024-05-07, actors: [ann]}"
    event = f"timeline: [{same}, {{title: X, date: 2023, actors: [ann]}}]"
    said = "quotations: [{speaker: ann, quote: The gates stay shut}]"
    other = published(ANN.format(role="Mayor", note="Spoke.") + event + "\n" + said, title="Other", date="2024-05-20")
    view = show_actor(of("ann", whole, other))
    assert [(b.link.text, b.note) for b in view.briefings] == [("Other", "Spoke."), ("The gates", "Shut the gates.")]
    assert [e.link.url for e in view.events] == [
        "briefings/other/#event-x",
        "briefings/other/#event-the-gates-are-shut",
    ]
    assert [w.quotation.quote for w in view.words] == ["The gates stay shut"]
    assert view.counts == (("Briefings", 2), ("Events", 2), ("Quotations", 1))
    assert (view.name, view.country, view.url) == ("Ann Vale", "Norway", "actors/ann/")


def test_links_to_a_briefing_in_another_language_say_so(published: Make) -> None:
    made = published("lang: ar\nactors: [{id: ann}]\ntimeline: [{date: 2024-05-07, title: T, actors: [ann]}]")
    view = show_actor(of("ann", made))
    assert (view.briefings[0].link.lang, view.events[0].link.lang) == ("ar", "ar")


def test_whom_they_appear_with_most_comes_first(whole: Published, published: Make) -> None:
    made = [published(ANN.format(role="R", note="N"), title=f"T{n}") for n in range(2)]
    company = show_actor(of("ann", whole, *made)).company
    assert [(c.link.text, c.link.url, c.briefings) for c in company] == [
        ("Bo Brook", "actors/bo/", 2),
        ("Dam Office", "actors/office/", 1),
    ]


def test_how_a_source_names_them_is_read_from_its_passages_and_the_longest_form_counts(published: Make) -> None:
    fields = """sources: [{id: s, title: The Paper}, {id: t, title: The Post}]
actors: [{id: ann, as_written: [Mayor Ann Vale, Vale, Ms Vale]}]
key_points: [{text: A, passage: [{source: s, exact: So Mayor Ann Vale said}, {source: s, exact: as Vale did}]}]
timeline: [{title: T, date: 2024, passage: {source: t, exact: the valley of Valeria}}]
"""
    made = published(fields, prose='Said.[@t "then Ann Vale left them"]')
    found = show_actor(of("ann", made)).descriptions
    assert [(d.source, d.forms) for d in found] == [
        ("The Paper", ("Mayor Ann Vale", "Vale")),
        ("The Post", ("Ann Vale",)),
    ]


def test_someone_the_source_does_not_name_has_no_page(published: Make) -> None:
    made = published("actors: [{id: u, name: Unnamed official}, {id: ann}]")
    assert [m.actor.id for m in actor_mentions(made)] == ["ann"]
    assert actor_mentions(made)[0].company == ()


def test_the_index_is_by_kind_and_country(whole: Published, published: Make) -> None:
    more = published(
        "actors: [{id: zed, name: Zed Ash, country: NO}, {id: abe, name: Abe Oak, country: NO}, {id: x, name: X}]"
    )
    actors = {m.actor.id: m.actor for p in (whole, more) for m in actor_mentions(p)}
    kinds = actor_index(ActorEntry(a.id, a.name, a.kind, a.country, 1) for a in actors.values())
    assert [(k.heading, g.code, g.country, [a.link.text for a in g.actors]) for k in kinds for g in k.groups] == [
        ("People", "NO", "Norway", ["Abe Oak", "Ann Vale", "Zed Ash"]),
        ("People", "", "", ["X"]),
        ("Governments", "NO", "Norway", ["Dam Office"]),
    ]


def test_every_id_has_an_address_of_its_own_below_actors() -> None:
    ids = ("ann", "Ann", "a/../b", "..", "日本", "Ben Ash", "ben-ash", "x" * 90, "")
    urls = [actor_url(id) for id in ids]
    assert len(set(urls)) == len(ids)
    assert all(url.startswith("actors/") and url.count("/") == 2 and ".." not in url for url in urls)
    assert urls[0] == "actors/ann/"


def test_the_page_is_a_profile_in_json_ld(whole: Published) -> None:
    mentions = of("office", whole)
    facts = json.loads(actor_json_ld(mentions, show_actor(mentions), whole.site))
    assert (facts["@type"], facts["mainEntity"]["@type"]) == ("ProfilePage", "GovernmentOrganization")
    assert facts["mainEntity"]["sameAs"] == "https://office.example/"
    assert facts["mentions"]["url"] == "https://example.org/sub/briefings/the-gates/"


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_hostile_text_stays_text(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    made = replace(made, view=replace(made.view, lang="en"))
    for mention in actor_mentions(made):
        view = show_actor([mention])
        facts = json.loads(actor_json_ld([mention], view, Site(name="S", url="https://example.org")))
        assert facts["@type"] == "ProfilePage"
        assert all(url.startswith(("https://", "http://", "mailto:")) for url in view.same_as)

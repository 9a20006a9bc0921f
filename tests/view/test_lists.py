from collections.abc import Callable
from dataclasses import replace

from briefing.parsing.resolve import Resolved
from briefing.view.lists import (
    MOST_IN_A_GROUP,
    MOST_WATCHED,
    categories,
    newest_first,
    show_card,
    show_home,
    show_index,
)
from briefing.view.site import Site

Make = Callable[..., Resolved]
SITE = Site()


def test_the_newest_stands_first_by_moment_whatever_its_time_zone(briefing: Make) -> None:
    early = briefing(title="Early", date="2024-05-08T10:00+09:00")
    late = briefing(title="Late", date="2024-05-08T09:00+02:00")
    utc = briefing(title="Utc", date="2024-05-08 05:00")
    assert [r.briefing.title for r in newest_first([early, utc, late])] == ["Late", "Utc", "Early"]


def test_briefings_of_one_moment_stand_in_the_order_of_their_files(briefing: Make) -> None:
    made = [briefing(title=name) for name in ("B", "C", "A")]
    assert [r.briefing.title for r in newest_first(made)] == ["A", "B", "C"]


def test_the_front_page_leads_with_the_newest_and_does_not_repeat_it(briefing: Make) -> None:
    home = show_home(
        [briefing("category: X", title=t, date=d) for t, d in (("A", "2024-01-01"), ("B", "2024-02-01"))], SITE
    )
    assert home.lead
    assert home.lead.title == "B"
    assert [[c.title for c in g.cards] for g in home.groups] == [["A"]]


def test_the_front_page_groups_by_category_and_puts_the_rest_last(briefing: Make) -> None:
    made = [
        briefing(title="Lead", date="2024-06-01"),
        briefing(title="None"),
        briefing("category: World", title="W"),
        briefing("category: Arts", title="A"),
    ]
    assert [g.heading.text for g in show_home(made, SITE).groups] == ["Arts", "World", "More"]


def test_a_group_on_the_front_page_is_kept_short(briefing: Make) -> None:
    home = show_home([briefing("category: X", title=f"T {n}") for n in range(9)], SITE)
    assert [len(g.cards) for g in home.groups] == [MOST_IN_A_GROUP]


def test_what_to_watch_is_gathered_the_soonest_first_and_only_what_is_open(briefing: Make) -> None:
    one = briefing("watch: [{text: Undated}, {text: Late, date: 2025}, {text: Done, status: happened}]", title="One")
    two = briefing("watch: [{text: Soon, date: 2024-06}]", title="Two")
    watch = show_home([one, two], SITE).watch
    assert [item.text for item in watch] == ["Soon", "Late", "Undated"]
    assert watch[0].briefing
    assert (watch[0].briefing.text, watch[0].briefing.url) == ("Two", "briefings/two/")


def test_no_more_is_watched_than_a_reader_can_take_in(briefing: Make) -> None:
    many = ", ".join(f"Item {n}" for n in range(20))
    assert len(show_home([briefing(f"watch: [{many}]")], SITE).watch) == MOST_WATCHED


def test_an_index_is_by_year(briefing: Make) -> None:
    made = [briefing(title=t, date=d) for t, d in (("A", "2023-01-01"), ("B", "2024-01-01"), ("C", "2024-02-01"))]
    index = show_index(made, SITE, "All")
    assert [(g.heading.text, [c.title for c in g.cards]) for g in index.groups] == [
        ("2024", ["C", "B"]),
        ("2023", ["A"]),
    ]


def test_two_spellings_of_a_category_are_one(briefing: Make) -> None:
    made = [briefing(f"category: {name}", title=name) for name in ("World News", "world-news", "Arts")]
    assert {name: len(members) for name, members in categories(made).items()} == {"Arts": 1, "World News": 2}


def test_a_card_leads_nowhere_its_page_has_no_anchor(briefing: Make) -> None:
    card = show_card(briefing("actors: [ann]\nquotations: [{speaker: ann, quote: Words of hers.}]"), SITE)
    assert card.quotation
    assert (card.quotation.speaker.text, card.quotation.speaker.url) == ("Ann Registered", "")
    assert card.quotation.citations == ()


def test_a_card_speaks_the_language_of_its_briefing(briefing: Make) -> None:
    card = show_card(briefing("lang: fr"), SITE)
    assert (card.lang, card.as_of.words, card.url) == ("fr", "8 mai 2024", "fr/briefings/a-title/")


def test_an_empty_site_has_an_empty_front_page() -> None:
    home = show_home([], replace(SITE, name="Empty"))
    assert (home.lead, home.groups, home.watch) == (None, (), ())

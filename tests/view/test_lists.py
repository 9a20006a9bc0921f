from collections.abc import Callable, Iterable
from datetime import UTC

from briefing.parsing.resolve import Resolved
from briefing.view.head import Head
from briefing.view.lists import (
    MOST_IN_A_GROUP,
    MOST_WATCHED,
    ListPlan,
    categories,
    newest_first,
    one_of_each,
    plan_home,
    plan_lists,
    show_home,
    show_list,
)
from briefing.view.numbered import PAGE_SIZE
from briefing.view.record import BriefingRecord, record_of
from briefing.view.site import Site
from briefing.view.values import DrawnCard, HomeView, Html, IndexView

Make = Callable[..., Resolved]
SITE = Site()


def records(made: Iterable[Resolved]) -> dict[str, BriefingRecord]:
    found = (record_of(r, SITE, {}, UTC) for r in made)
    return {r.head.path: r for r in found}


def heads(made: Iterable[Resolved]) -> list[Head]:
    return [r.head for r in records(made).values()]


def home_of(made: Iterable[Resolved]) -> HomeView:
    known = records(made)
    return show_home(plan_home([r.head for r in known.values()], SITE), known, SITE)


def plans_of(made: Iterable[Resolved]) -> dict[str, ListPlan]:
    return {plan.url: plan for plan in plan_lists(heads(made), SITE)}


def index_of(made: Iterable[Resolved]) -> IndexView:
    known = records(made)
    cards = {path: DrawnCard(r.card.title, r.card.url, Html("")) for path, r in known.items()}
    return show_list(next(plan_lists([r.head for r in known.values()], SITE)), cards, SITE)


def test_the_newest_stands_first_by_moment_whatever_its_time_zone(briefing: Make) -> None:
    early = briefing(title="Early", date="2024-05-08T10:00+09:00")
    late = briefing(title="Late", date="2024-05-08T09:00+02:00")
    utc = briefing(title="Utc", date="2024-05-08 05:00")
    assert [h.title for h in newest_first(heads([early, utc, late]))] == ["Late", "Utc", "Early"]


def test_briefings_of_one_moment_stand_in_the_order_of_their_files(briefing: Make) -> None:
    made = [briefing(title=name) for name in ("B", "C", "A")]
    assert [h.title for h in newest_first(heads(made))] == ["A", "B", "C"]


def test_the_front_page_leads_with_the_newest_and_does_not_repeat_it(briefing: Make) -> None:
    home = home_of([briefing("category: X", title=t, date=d) for t, d in (("A", "2024-01-01"), ("B", "2024-02-01"))])
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
    assert [g.heading.text for g in home_of(made).groups] == ["Arts", "World", "More"]


def test_a_group_on_the_front_page_is_kept_short(briefing: Make) -> None:
    home = home_of([briefing("category: X", title=f"T {n}") for n in range(9)])
    assert [len(g.cards) for g in home.groups] == [MOST_IN_A_GROUP]


def test_what_to_watch_is_gathered_the_soonest_first_and_only_what_is_open(briefing: Make) -> None:
    one = briefing("watch: [{text: Undated}, {text: Late, date: 2025}, {text: Done, status: happened}]", title="One")
    two = briefing("watch: [{text: Soon, date: 2024-06}]", title="Two")
    watch = home_of([one, two]).watch
    assert [item.text for item in watch] == ["Soon", "Late", "Undated"]
    assert watch[0].briefing
    assert (watch[0].briefing.text, watch[0].briefing.url) == ("Two", "briefings/two/")


def test_no_more_is_watched_than_a_reader_can_take_in(briefing: Make) -> None:
    many = ", ".join(f"Item {n}" for n in range(20))
    assert len(home_of([briefing(f"watch: [{many}]")]).watch) == MOST_WATCHED


def test_an_index_is_by_year(briefing: Make) -> None:
    made = [briefing(title=t, date=d) for t, d in (("A", "2023-01-01"), ("B", "2024-01-01"), ("C", "2024-02-01"))]
    index = index_of(made)
    assert [(g.heading.text, [c.title for c in g.cards]) for g in index.groups] == [
        ("2024", ["C", "B"]),
        ("2023", ["A"]),
    ]


def test_two_spellings_of_a_category_are_one(briefing: Make) -> None:
    made = [briefing(f"category: {name}", title=name) for name in ("World News", "world-news", "Arts")]
    made[1] = briefing("category: world-news", path="briefings/z.md")
    assert {name: len(members) for name, members in categories(heads(made)).items()} == {"Arts": 1, "World News": 2}


def test_a_card_leads_nowhere_its_page_has_no_anchor(briefing: Make) -> None:
    card = records([briefing("actors: [ann]\nquotations: [{speaker: ann, quote: Words of hers.}]")]).popitem()[1].card
    assert card.quotation
    assert (card.quotation.speaker.text, card.quotation.speaker.url) == ("Ann Registered", "")
    assert card.quotation.citations == ()


def test_whoever_speaks_on_the_card_of_an_invented_briefing_is_said_to_be_invented(briefing: Make) -> None:
    fields = "fiction: yes\nquotations: [{speaker: Ilse Quant, quote: Words of hers.}]"
    card = records([briefing(fields)]).popitem()[1].card
    assert card.quotation
    assert card.quotation.speaker.text == "Ilse Quant (fiction)"


def test_a_card_keeps_the_language_of_its_briefing_and_speaks_that_of_the_list(briefing: Make) -> None:
    card = records([briefing("lang: fr")]).popitem()[1].card
    assert (card.lang, card.as_of.words, card.url) == ("fr", "8 May 2024", "fr/briefings/a-title/")


def test_an_empty_site_has_an_empty_front_page() -> None:
    home = home_of([])
    assert (home.lead, home.groups, home.watch) == (None, (), ())


def test_a_translated_briefing_is_listed_once_in_the_language_of_the_site(briefing: Make) -> None:
    made = [
        briefing("slug: x\ncategory: C", path="briefings/a.md"),
        briefing("slug: x\nlang: fr\ncategory: C", path="briefings/b.md"),
        briefing("lang: fr", path="briefings/c.md"),
    ]
    assert [card.url for group in index_of(made).groups for card in group.cards] == ["briefings/x/", "fr/briefings/c/"]
    assert plans_of(made)["category/c/"].members == ("briefings/a.md",)


def test_a_category_of_translations_alone_has_a_page_in_its_language_and_is_in_no_list(briefing: Make) -> None:
    made = [
        briefing("slug: x\ncategory: Water", path="briefings/a.md"),
        briefing("slug: x\nlang: ar\ntranslation: yes\ncategory: المياه", path="briefings/b.md"),
    ]
    plans = plans_of(made)
    assert (plans["category/المياه/"].lang, plans["category/water/"].lang) == ("ar", "")
    assert [link.text for group in plans["briefings/"].archive for link in group.links] == ["Water"]


def test_of_two_translations_neither_in_the_language_of_the_site_the_original_is_listed(briefing: Make) -> None:
    made = heads(
        [
            briefing("slug: x\nlang: de", path="briefings/a.md"),
            briefing("slug: x\nlang: fr\ntranslation: yes", path="briefings/b.md"),
        ]
    )
    assert [h.lang for h in one_of_each(made, "en", "en").values()] == ["de"]
    assert [h.lang for h in one_of_each(made, "fr", "en").values()] == ["fr"]


def many(briefing: Make, number: int) -> list[Resolved]:
    days = [f"{2020 + n // 300}-{n % 300 // 28 + 1:02}-{n % 28 + 1:02}" for n in range(number)]
    return [briefing("category: X", title=f"T {n:04}", date=day) for n, day in enumerate(days)]


def test_a_long_list_has_every_briefing_once_newest_first(briefing: Make) -> None:
    made = many(briefing, 4 * PAGE_SIZE + 7)
    plans = plans_of(made)
    seen: list[str] = []
    at = plans["category/x/"]
    while True:
        seen += at.members
        if at.older is None:
            break
        at = plans[at.older.url]
    assert seen == [h.path for h in newest_first(heads(made))]


def test_a_new_briefing_changes_the_front_page_of_a_list_alone(briefing: Make) -> None:
    made = many(briefing, 4 * PAGE_SIZE + 7)
    before, after = plans_of(made[:-1]), plans_of(made)
    assert [url for url in after if url.startswith("category/") and after[url] != before.get(url)] == ["category/x/"]


def test_a_front_page_is_never_nearly_empty(briefing: Make) -> None:
    for number in (1, PAGE_SIZE, 2 * PAGE_SIZE - 1, 2 * PAGE_SIZE, 3 * PAGE_SIZE):
        front = plans_of(many(briefing, number))["category/x/"]
        assert min(number, PAGE_SIZE) <= len(front.members) < 2 * PAGE_SIZE


def test_all_briefings_lead_to_the_categories_the_tags_and_the_years(briefing: Make) -> None:
    assert plans_of([briefing(title="Alone")])["briefings/"].archive == ()
    made = [briefing("category: X\ntags: [b, A]", title="One"), briefing(title="Two", date="2020-01-01")]
    archive = plans_of(made)["briefings/"].archive
    assert [(group.heading, [link.url for link in group.links]) for group in archive] == [
        ("By category", ["category/x/"]),
        ("By tag", ["tag/a/", "tag/b/"]),
        ("By year", ["briefings/2024/", "briefings/2020/"]),
    ]


def test_every_tag_has_a_list_under_the_spelling_that_comes_first(briefing: Make) -> None:
    made = [briefing("tags: [Water, rivers]", title="A"), briefing("tags: [water]", title="B")]
    plans = plans_of(made)
    assert (plans["tag/water/"].title, plans["tag/water/"].count) == ("Water", 2)
    assert len(plans["tag/water/"].members) == 2
    assert len(plans["tag/rivers/"].members) == 1


def test_what_happened_on_the_day_of_the_build_is_remembered_newest_first(briefing: Make) -> None:
    events = """
      - {date: 1990-05-08, title: Early}
      - {date: 2001-05-08, title: Late}
      - {date: 2001-05, title: No day}
      - {date: 2020-05-08, title: Ahead, status: scheduled}
      - {date: 2001-05-09, title: Another day}"""
    known = records([briefing(f"timeline:{events}")])
    heads = [r.head for r in known.values()]
    home = show_home(plan_home(heads, SITE, (5, 8)), known, SITE)
    assert [(e.year, e.title) for e in home.on_this_day] == [("2001", "Late"), ("1990", "Early")]
    assert home.day == "8 May"
    assert show_home(plan_home(heads, SITE, (5, 10)), known, SITE).on_this_day == ()

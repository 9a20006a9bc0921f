"""The timeline of all briefings: every event once, on one page or by year, each page made from a few records."""

from collections.abc import Callable, Iterable

import pytest
from briefing.parsing.resolve import Resolved
from briefing.view import site_timeline
from briefing.view.record import BriefingRecord
from briefing.view.site import Site
from briefing.view.site_timeline import TimelinePlan, plan_timeline, show_timeline_page, told_in
from briefing.view.values import GapView, SiteEventView, SiteTimelineView
from briefing.view.years import first_day, year_of

from .test_lists import records

Make = Callable[..., Resolved]
SITE = Site()


def plans(known: dict[str, BriefingRecord]) -> dict[str, TimelinePlan]:
    return {plan.url: plan for plan in plan_timeline([r.head for r in known.values()], SITE)}


def page(known: dict[str, BriefingRecord], url: str = "timeline/") -> SiteTimelineView:
    plan = plans(known)[url]
    return show_timeline_page(plan, {path: told_in(known[path], SITE)[plan.id] for path in plan.members}, SITE)


def events_of(view: SiteTimelineView) -> list[SiteEventView]:
    return [event for year in view.years for event in year.events]


def titles(events: Iterable[SiteEventView]) -> list[str]:
    return [event.title for event in events]


def test_events_of_all_briefings_stand_by_year_in_the_order_of_their_dates(briefing: Make) -> None:
    one = briefing("timeline: [{date: 2023, title: C}, {date: 1910/1945, title: A}]", title="One")
    two = briefing("timeline: [{date: 2019, title: B}]", title="Two")
    view = page(records([one, two]))
    assert [(y.year, titles(y.events)) for y in view.years] == [("1910", ["A"]), ("2019", ["B"]), ("2023", ["C"])]
    assert [y.gap for y in view.years] == [None, GapView(9, "74 years after 1945", True), GapView(6, "4 years", True)]
    assert [events_of(view)[0].span_step, events_of(view)[1].span_step] == [8, 0]
    assert view.caption == "3 events"


def test_beside_a_date_only_a_doubt_is_said(briefing: Make) -> None:
    events = (
        "{date: 2019, title: A}, {date: 2021-06-01, title: B, date_basis: resolved, as_written: on Tuesday}, "
        "{date: 2023-03?, title: C, date_basis: inferred, as_written: in March}"
    )
    shown = events_of(page(records([briefing(f"timeline: [{events}]")])))
    assert [event.date.qualifiers for event in shown] == [(), (), ("year inferred",)]


def test_years_that_follow_each_other_have_no_gap_between(briefing: Make) -> None:
    view = page(records([briefing("timeline: [{date: 2022, title: A}, {date: 2023, title: B}]")]))
    assert [y.gap for y in view.years] == [None, None]


def test_an_event_of_two_briefings_stands_once_and_leads_to_both(briefing: Make) -> None:
    fields = "timeline: [{date: 2023-05-07, title: The talks}]"
    view = page(records([briefing(fields, title="One"), briefing(fields.replace("The", "the"), title="Two")]))
    (event,) = events_of(view)
    assert [link.url for link in event.briefings] == [
        "briefings/one/#event-the-talks",
        "briefings/two/#event-the-talks",
    ]


def test_what_lies_ahead_stands_behind_what_has_happened_in_the_same_month(briefing: Make) -> None:
    fields = "timeline: [{date: 2023-05, title: Summit, status: scheduled}, {date: 2023-05-07, title: Talks}]"
    assert titles(events_of(page(records([briefing(fields)])))) == ["Talks", "Summit"]


def test_what_lies_ahead_stands_below_the_horizon_and_the_strip_ends_where_the_briefings_do(briefing: Make) -> None:
    fields = "as_of: 2023-05-08\ntimeline: [{date: 2019, title: A}, {date: 2023-05-07, title: B}"
    fields += ", {date: 2023, title: C, status: scheduled}, {date: 2034, title: D, status: scheduled}]"
    view = page(records([briefing(fields)]))
    assert [(y.id, y.horizon, titles(y.events)) for y in view.years] == [
        ("year-2019", "", ["A"]),
        ("year-2023", "", ["B"]),
        ("year-2023-ahead", "As of 8 May 2023", ["C"]),
        ("year-2034", "", ["D"]),
    ]
    assert view.strip
    assert view.strip.now == 96
    assert [dot.x for dot in view.strip.dots if dot.kind == "happened"] == [95.94]


def test_years_before_christ_are_written_as_dates_are(briefing: Make) -> None:
    view = page(records([briefing("timeline: [{date: '-1999', title: A}, {date: 2023, title: B}]")]))
    assert [(y.year, y.id) for y in view.years] == [("2000 BC", "year-2000-bc"), ("2023", "year-2023")]
    assert view.strip
    assert view.strip.labels[0].text == "2000 BC"
    assert "2000 BC to 2024" in view.strip.description.replace("2023", "2024")


def test_links_to_a_briefing_in_another_language_say_so(briefing: Make) -> None:
    view = page(records([briefing("lang: ar\ntimeline: [{date: 2023, title: A}]")]))
    assert [link.lang for event in events_of(view) for link in event.briefings] == ["ar"]


def test_the_filter_offers_actors_and_categories_that_are_there(briefing: Make) -> None:
    fields = "category: World\nactors: [{id: bo, name: Bo}]\ntimeline: [{date: 2023, title: A, actors: [bo, ann]}]"
    view = page(records([briefing(fields)]))
    assert [(a.text, a.url) for a in view.actors] == [("Ann Registered", "ann"), ("Bo", "bo")]
    assert view.categories == ("World",)


def test_many_events_have_a_page_for_each_year_and_none_is_lost_or_shown_twice(
    briefing: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_timeline, "MOST_EVENTS", 3)
    made = [
        briefing(
            f"timeline: [{{date: {2020 + n % 2}, title: E{n}}}, {{date: 2020-06-0{n + 1}, title: F{n}}}]", title=f"B{n}"
        )
        for n in range(5)
    ]
    known = records(made)
    found = plans(known)
    assert [bar.link.url for bar in page(known).bars] == ["timeline/2020/", "timeline/2021/"]
    assert [(bar.count, bar.share) for bar in page(known).bars] == [("8", 100.0), ("2", 25.0)]
    shown = [title for url in found for title in titles(events_of(page(known, url)))]
    assert sorted(shown) == sorted(f"{letter}{n}" for letter in "EF" for n in range(5))
    assert list(found) == ["timeline/", "timeline/2020/", "timeline/2020/2/", "timeline/2020/3/", "timeline/2021/"]
    second = page(known, "timeline/2020/2/")
    assert second.earlier
    assert second.earlier.url == "timeline/2020/"
    assert second.later
    assert second.later.url == "timeline/2020/3/"


def test_a_site_without_events_has_an_empty_timeline(briefing: Make) -> None:
    assert page(records([briefing()])) == SiteTimelineView("Timeline", "", None, (), (), (), ())


@pytest.mark.parametrize("year", [-1999, -44, 0, 1, 2, 1582, 2023, 9999, 10_000])
def test_a_year_begins_with_its_first_day(year: int) -> None:
    assert (year_of(first_day(year)), year_of(first_day(year) - 1)) == (year, year - 1)

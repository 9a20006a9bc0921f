"""The timeline of all briefings: every event once, on one page or by year, each page made from a few records."""

from collections.abc import Callable, Iterable

import pytest
from briefing.parsing.resolve import Resolved
from briefing.view import site_timeline
from briefing.view.record import BriefingRecord
from briefing.view.site import Site
from briefing.view.site_events import first_day, year_of
from briefing.view.site_timeline import TimelinePlan, plan_timeline, show_timeline_page, told_in
from briefing.view.values import SiteEventView, SiteTimelineView

from .test_lists import records

Make = Callable[..., Resolved]
SITE = Site()


def plans(known: dict[str, BriefingRecord]) -> dict[str, TimelinePlan]:
    return {plan.url: plan for plan in plan_timeline([r.head for r in known.values()], SITE)}


def page(known: dict[str, BriefingRecord], url: str = "timeline/") -> SiteTimelineView:
    plan = plans(known)[url]
    return show_timeline_page(plan, {path: told_in(known[path], SITE) for path in plan.members}, SITE)


def events_of(view: SiteTimelineView) -> list[SiteEventView]:
    return [event for year in view.years for event in year.events]


def titles(events: Iterable[SiteEventView]) -> list[str]:
    return [event.title for event in events]


def test_events_of_all_briefings_stand_by_year_in_the_order_of_their_dates(briefing: Make) -> None:
    one = briefing("timeline: [{date: 2023, title: C}, {date: 1910/1945, title: A}]", title="One")
    two = briefing("timeline: [{date: 2019, title: B}]", title="Two")
    view = page(records([one, two]))
    assert [(y.year, titles(y.events)) for y in view.years] == [("1910", ["A"]), ("2019", ["B"]), ("2023", ["C"])]
    assert [y.gap for y in view.years] == ["", "74 years", "4 years"]
    assert view.caption == "3 events"


def test_years_that_follow_each_other_have_no_gap_between(briefing: Make) -> None:
    view = page(records([briefing("timeline: [{date: 2022, title: A}, {date: 2023, title: B}]")]))
    assert [y.gap for y in view.years] == ["", ""]


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


@pytest.mark.parametrize("year", [-44, 0, 1, 2, 1582, 2023, 9999, 10_000])
def test_a_year_begins_with_its_first_day(year: int) -> None:
    assert (year_of(first_day(year)), year_of(first_day(year) - 1)) == (year, year - 1)

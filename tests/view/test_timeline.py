from collections.abc import Callable

from briefing.model.dates import EdtfDate
from briefing.parsing.resolve import Resolved
from briefing.view.citations import Citations
from briefing.view.timeline import show_timeline
from briefing.view.values import EventView, TimelineView

Make = Callable[..., Resolved]
AS_OF = EdtfDate.parse("2024-05-08")


def shown(briefing: Make, *events: str) -> TimelineView:
    lines = "\n".join(f"  - {{{event}}}" for event in events)
    timeline = show_timeline(briefing(f"timeline:\n{lines}"), AS_OF, Citations({}), "en")
    assert timeline
    return timeline


def titles(events: tuple[EventView, ...]) -> list[str]:
    return [e.title for e in events]


def test_events_stand_in_the_order_of_their_dates_whatever_their_order_in_the_file(briefing: Make) -> None:
    line = shown(briefing, "date: 2024-05, title: C", "date: 2019, title: A", "date: 2020-06-01, title: B")
    assert titles(line.past) == ["A", "B", "C"]


def test_what_lies_ahead_stands_below_the_horizon(briefing: Make) -> None:
    line = shown(
        briefing,
        "date: 2024-06, title: Next, status: scheduled",
        "date: 2024-05, title: Wanted, status: called_for",
        "date: 2024-05-07, title: Now",
        "date: 2024-04, title: Off, status: cancelled",
    )
    assert (titles(line.past), titles(line.ahead)) == (["Off", "Now"], ["Wanted", "Next"])
    assert line.horizon == "As of 8 May 2024"
    assert [e.marker for e in line.past + line.ahead] == ["cancelled", "happened", "called_for", "scheduled"]


def test_without_anything_ahead_there_is_no_horizon(briefing: Make) -> None:
    assert shown(briefing, "date: 2019, title: A").horizon == ""


def test_a_gap_is_shown_between_eras_and_none_within_a_week(briefing: Make) -> None:
    line = shown(
        briefing, "date: 1990-01-01, title: A", "date: 2024-05-01, title: B", "date: 2024-05-02, title: C"
    )  # fmt: skip
    gaps = [e.gap for e in line.past]
    assert gaps[0] is None
    assert gaps[1]
    assert (gaps[1].words, gaps[1].dotted) == ("about 34 years", True)
    assert gaps[2] is None


def test_longer_gaps_are_drawn_longer(briefing: Make) -> None:
    dates = ("1900-01-01", "1990-01-01", "1992-01-01", "1992-06-01", "1992-07-01")
    line = shown(briefing, *(f"date: {d}, title: T" for d in dates))
    steps = [e.gap.step for e in line.past if e.gap]
    assert steps == sorted(steps, reverse=True)
    assert len(set(steps)) == len(steps)


def test_every_event_has_an_id_of_its_own(briefing: Make) -> None:
    line = shown(
        briefing,
        *("date: 2019, title: Talks", "date: 2020, title: Talks", "date: 2021, title: Talks 2"),
        *("date: 2022, title: …", "date: 2023, title: '!'"),
        "date: 2025, title: Talks, status: scheduled",
    )
    ids = [e.id for e in line.past + line.ahead]
    assert ids[0] == "event-talks"
    assert len(set(ids)) == len(ids)


def test_a_span_shows_both_its_ends_and_its_length(briefing: Make) -> None:
    (event,) = shown(briefing, "date: 1910/1945, title: A").past
    assert event.start
    assert event.end
    assert (event.start.words, event.end.words, event.span_words, event.marker) == ("1910", "1945", "35 years", "span")


def test_an_inferred_date_has_a_marker_of_its_own(briefing: Make) -> None:
    line = shown(
        briefing, "date: 2023-03?, title: A, date_basis: inferred", "date: 2023/2024?, title: B, date_basis: inferred"
    )
    assert {e.marker for e in line.past} == {"inferred", "span-inferred"}
    assert {"inferred", "span"} <= set(line.legend)


def test_only_importance_two_and_three_with_more_to_say_is_folded(briefing: Make) -> None:
    line = shown(
        briefing,
        "date: 2019, title: A, text: More., importance: 1",
        "date: 2020, title: B, text: More., importance: 2",
        "date: 2021, title: C, importance: 3",
    )
    assert [e.folded for e in line.past] == [False, True, False]


def test_the_legend_explains_only_what_is_there(briefing: Make) -> None:
    assert shown(briefing, "date: 2019, title: A").legend == ("happened",)


def test_the_caption_counts_and_spans_the_events(briefing: Make) -> None:
    assert shown(briefing, "date: 2019, title: A").caption == "1 event, 2019"
    line = shown(briefing, "date: 2019, title: A", "date: 2023/2024-05, title: B", "date: 2024-02, title: C")
    assert line.caption == "3 events, 2019 to May 2024"


def test_an_actor_without_a_box_is_named_but_not_linked(briefing: Make) -> None:
    r = briefing("actors: [{id: x, name: Xavier}]\ntimeline: [{date: 2019, title: A, actors: [x, ann]}]")
    timeline = show_timeline(r, AS_OF, Citations({}), "en")
    assert timeline
    assert [(a.text, a.url) for a in timeline.past[0].actors] == [("Xavier", "#actor-x"), ("Ann Registered", "")]


def test_without_events_there_is_no_timeline(briefing: Make) -> None:
    assert show_timeline(briefing(), AS_OF, Citations({}), "en") is None

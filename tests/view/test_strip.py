from collections.abc import Callable
from itertools import pairwise

from briefing.model.dates import EdtfDate
from briefing.parsing.resolve import Resolved
from briefing.view.strip import show_strip
from briefing.view.values import StripView

Make = Callable[..., Resolved]
AS_OF = EdtfDate.parse("2024-05-08")


def strip(briefing: Make, *dates: str) -> StripView | None:
    lines = "\n".join(f"  - {{date: {date}, title: T}}" for date in dates)
    return show_strip(briefing(f"timeline:\n{lines}").briefing.timeline, AS_OF, "en")


def test_places_are_to_true_scale(briefing: Make) -> None:
    found = strip(briefing, "2000-01-01", "2010-01-01", "2020-01-01")
    assert found
    first, middle, last = (dot.x for dot in found.dots)
    assert first == 0
    assert abs(middle - last / 2) < 0.1
    assert last < found.now == 100


def test_what_is_scheduled_stands_beyond_the_scale(briefing: Make) -> None:
    found = strip(briefing, "2000-01-01", "2010-01-01", "2030, status: scheduled")
    assert found
    assert [dot.x for dot in found.dots if dot.kind == "scheduled"] == [100]
    assert found.now < 100
    assert "something is scheduled after that" in found.description


def test_a_span_is_a_bar_and_a_day_a_dot(briefing: Make) -> None:
    found = strip(briefing, "2000/2010", "2020-01-01")
    assert found
    assert (len(found.bars), len(found.dots)) == (1, 1)
    assert found.bars[0].width > 30


def test_everything_lies_on_the_line(briefing: Make) -> None:
    found = strip(briefing, "1910/1945", "2019", "2023-03", "2024-05-07", "2024-05-08")
    assert found
    places = [x for bar in found.bars for x in (bar.x, bar.x + bar.width)]
    places += [dot.x for dot in found.dots] + [label.x for label in (*found.labels, *found.voids)]
    assert min(places) >= 0
    assert max(places) <= 100.4  # a bar is 0.4 wide at least


def test_the_first_year_and_the_ends_of_the_void_are_named_and_labels_keep_apart(briefing: Make) -> None:
    found = strip(briefing, "1910/1945", "1946", "1947", "2019", "2023", "2024-05-07")
    assert found
    assert [label.text for label in found.labels if not label.is_wide] == ["1910", "1947", "2019"]
    places = [label.x for label in found.labels if not label.is_wide]
    assert min(b - a for a, b in pairwise(places)) >= 9


def test_a_wide_strip_names_more_years_the_newest_first(briefing: Make) -> None:
    found = strip(briefing, "1910/1945", "2019-01-01", "2023-05-07", "2034, status: scheduled")
    assert found
    assert [(label.text, label.is_wide) for label in found.labels] == [
        ("1910", False),
        ("1945", False),
        ("2019", False),
        ("2023", True),
    ]


def test_what_happened_is_painted_over_what_is_inferred(briefing: Make) -> None:
    found = strip(
        briefing, "1990-01-01", "2023-05-07", "'2023-05-07?', date_basis: inferred", "2030, status: scheduled"
    )
    assert found
    assert [dot.kind for dot in found.dots] == ["inferred", "scheduled", "happened", "happened"]


def test_years_do_not_run_into_each_other_on_the_narrowest_screen(briefing: Make) -> None:
    taken = {"start": (0.0, 9.5), "middle": (-4.75, 4.75), "end": (-9.5, 0.0)}
    for last in range(2002, 2030):
        found = strip(briefing, "2000", "2001", f"{last}", "2030")
        assert found
        narrow = [label for label in found.labels if not label.is_wide]
        ends = [(label.x + taken[label.anchor][0], label.x + taken[label.anchor][1]) for label in narrow]
        assert all(a[1] < b[0] for a, b in pairwise(ends)), found.labels


def test_the_longest_void_is_named(briefing: Make) -> None:
    found = strip(briefing, "1910/1945", "2019-01-01", "2024-05-07")
    assert found
    assert len(found.voids) == 1
    assert "7" in found.voids[0].text
    assert "years" in found.voids[0].text


def test_there_is_nothing_to_measure_between_fewer_than_two_dates_or_on_one_day(briefing: Make) -> None:
    assert strip(briefing, "2020") is None
    assert strip(briefing, "2024-05-08", "2024-05-08") is None
    assert strip(briefing, "2020", "2030, status: scheduled") is None


def test_where_a_page_runs_from_right_to_left_time_does_too(briefing: Make) -> None:
    lines = "timeline:\n" + "".join(
        f"  - {{date: {date}, title: T}}\n" for date in ("2000/2005", "2010-01-01", "2030, status: scheduled")
    )
    timeline = briefing(lines).briefing.timeline
    left, right = show_strip(timeline, AS_OF, "en"), show_strip(timeline, AS_OF, "ar")
    assert left
    assert right
    assert [round(100 - d.x, 2) for d in left.dots] == [d.x for d in right.dots]
    assert [round(100 - b.x - b.width, 2) for b in left.bars] == [b.x for b in right.bars]
    assert [(round(100 - each.x, 2), each.anchor) for each in left.labels] == [(e.x, e.anchor) for e in right.labels]
    assert (left.start, left.end, right.start, right.end) == (0, 100, 100, 0)
    assert round(100 - left.now, 2) == right.now

"""What to watch, and when the day it was expected by is over."""

from collections.abc import Callable
from datetime import date

import pytest
from briefing.parsing.resolve import Resolved
from briefing.view.site import Site
from briefing.view.watch import lapses_on, open_items, show_watch_item


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("{text: A, date: 2024-06}", date(2024, 7, 1)),
        ("{text: A, date: 2024-06-01?}", date(2024, 6, 2)),
        ("{text: A, date: 2024-06/..}", None),
        ("{text: A, date: 2024-06, status: happened}", None),
        ("{text: A, date: 9999-12-31}", None),
        ("{text: A}", None),
    ],
)
def test_an_open_item_is_overdue_from_the_day_after_its_last(
    briefing: Callable[..., Resolved], item: str, day: date | None
) -> None:
    assert lapses_on(briefing(f"watch: [{item}]").briefing.watch[0]) == (day.toordinal() if day else 0)


def test_open_items_stand_in_the_order_of_their_dates_the_undated_last(briefing: Callable[..., Resolved]) -> None:
    made = briefing("watch: [A, {text: B, date: 2025}, {text: C, date: 2024}, {text: D, date: 2023, status: lapsed}]")
    assert [item.text for item in open_items(made.briefing)] == ["C", "B", "A"]


def test_in_a_list_of_many_a_date_says_once_how_much_of_it_is_known(briefing: Callable[..., Resolved]) -> None:
    made = briefing("watch: [{text: A, date: 2024-06}, B]")
    dates = [show_watch_item(item, made, Site()).date for item in made.briefing.watch]
    assert [(date.words, date.qualifiers) if date else None for date in dates] == [("June 2024", ()), None]

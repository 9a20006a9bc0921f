"""The page of corrections, and what is overdue."""

from collections.abc import Callable
from datetime import date

from briefing.exports.corrections import correction_entries, lapsed, newest_corrections, watch_entries
from briefing.exports.published import Published

Make = Callable[..., Published]


def test_corrections_of_all_briefings_newest_first_and_no_updates(whole: Published, published: Make) -> None:
    other = published(
        "updates: [{date: 2024-06, kind: retraction, text: It's gone.}, {date: 2023, kind: clarification, text: C}]"
    )
    entries = newest_corrections([*correction_entries(whole), *correction_entries(other)])
    assert [(e.kind_words, e.date.words) for e in entries] == [
        ("Retraction", "June 2024"),
        ("Correction", "10 May 2024"),
        ("Clarification", "2023"),
    ]
    assert entries[0].text == "It’s gone."
    assert (entries[1].was, entries[1].now) == ("1909", "1910")
    assert (entries[1].briefing.text, entries[1].briefing.url) == ("The gates", "briefings/the-gates/#updates")


def test_what_is_overdue_on_a_day_is_listed_with_its_file_the_longest_first(whole: Published, published: Make) -> None:
    other = published("watch: [{text: B, date: 2024-05-30}, {text: C, date: 2025}, D]", title="Other")
    entries = [*watch_entries(whole), *watch_entries(other)]
    assert [(e.text, e.path) for e in lapsed(entries, date(2024, 7, 1))] == [
        ("B", "content/briefings/other.md"),
        ("Whether it rains", "content/briefings/the-gates.md"),
    ]
    assert [e.text for e in lapsed(entries, date(2024, 6, 30))] == ["B"]
    assert lapsed(entries, date(2024, 5, 30)) == []

"""The page of corrections, and what is overdue."""

from collections.abc import Callable

from briefing.exports.corrections import correction_entries, newest_corrections
from briefing.exports.published import Published

Make = Callable[..., Published]


def test_corrections_of_all_briefings_newest_first_and_no_updates(whole: Published, published: Make) -> None:
    other = published(
        "updates: [{date: 2024-06, kind: retraction, text: It's gone.}, {date: 2023, kind: clarification, text: C}]"
    )
    entries = newest_corrections([*correction_entries(whole), *correction_entries(other)], "en")
    assert [(e.kind_words, e.date.words) for e in entries] == [
        ("Retraction", "June 2024"),
        ("Correction", "10 May 2024"),
        ("Clarification", "2023"),
    ]
    assert entries[0].text == "It’s gone."
    assert (entries[1].was, entries[1].now) == ("1909", "1910")
    assert (entries[1].briefing.text, entries[1].briefing.url) == ("The gates", "briefings/the-gates/#updates")


def test_a_correction_made_in_two_languages_stands_once_and_one_of_a_translation_alone_stays(published: Make) -> None:
    both = "slug: x\nupdates: [{date: 2024-06-01, kind: correction, text: One}"
    both += ", {date: 2024-06-01, kind: correction, text: Two}"
    original = published(both + "]")
    translation = published("lang: fr\n" + both + ", {date: 2024-06-02, kind: correction, text: Trois}]")
    entries = newest_corrections([*correction_entries(translation), *correction_entries(original)], "en")
    assert [(e.text, e.lang) for e in entries] == [("Trois", "fr"), ("One", "en"), ("Two", "en")]

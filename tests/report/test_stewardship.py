"""The editors' overview: what is gathered of a briefing, and what is made of all of them on a day."""

from datetime import date

import pytest
from briefing.checks.outside import Answer
from briefing.model.actor import Actor
from briefing.model.source import Source
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import resolve
from briefing.report.holdings import Facts, facts_of, originals
from briefing.report.stewardship import MOST, show_stewardship
from briefing.view.head import Head
from briefing.view.site import Site

REGISTER = {"ana": Actor(id="ana", name="Ana Diaz")}
CATALOGUE = {"gazette": Source(id="gazette", title="The Gazette", url="https://gazette.example/1")}
TODAY = date(2024, 6, 1)
FIELDS = """\
actors: [ana, {id: bo, name: Bo Brook}]
watch:
  - {text: The vote, date: 2024-05}
  - {text: The bridge, date: 2024-07-04}
  - {text: The rain}
  - {text: The road, date: 2024-01, status: happened, outcome: It opened.}
quotations:
  - {speaker: bo, quote: Nobody was told}
  - {speaker: Cy Dunn, quote: It was late}
  - {speaker: Ana Diaz, quote: It held}
"""


def facts(fields: str = FIELDS, sources: str = "[gazette]", day: date = date(2024, 3, 1), name: str = "x") -> Facts:
    text = f"---\ntitle: The dam\ndate: 2024-01-01\nsummary: S\nsources: {sources}\n{fields}---\nStory.\n"
    manuscript, problems = parse_manuscript(f"briefings/{name}.md", LocatedText(f"content/briefings/{name}.md", text))
    assert manuscript, problems
    return facts_of(resolve(manuscript, REGISTER, CATALOGUE)[0], Site(), day.toordinal(), REGISTER)


def row(level: str, *, passed: bool = True, name: str = "x") -> dict[str, object]:
    return {
        "briefing": f"content/briefings/{name}.md",
        "level": level,
        "passed": passed,
        "words": "the dam held",
        "line": 9,
    }


def test_what_is_open_is_parted_by_the_day_and_stands_in_order() -> None:
    shown = show_stewardship([facts()], [], {}, TODAY)
    assert [(r.date, r.text, r.place.line) for r in shown.overdue.shown] == [("May 2024", "The vote", 8)]
    assert [(r.date, r.text) for r in shown.ahead.shown] == [("4 July 2024", "The bridge")]
    assert [r.text for r in shown.undated.shown] == ["The rain"]


def test_a_translation_goes_with_its_original_and_stands_alone_without_one() -> None:
    def head(slug: str, lang: str, *, is_translation: bool = False) -> Head:
        return Head(f"{slug}.{lang}.md", "", slug, lang, "", "", 0, 2024, is_translation, "", "", (), (), (), (), ())

    dam, damm = head("dam", "en"), head("dam", "ar", is_translation=True)
    alone = head("lock", "ar", is_translation=True)
    assert originals([damm, dam, alone]) == [dam, alone]


def test_what_is_invented_is_marked() -> None:
    assert facts("fiction: yes\n" + FIELDS).place.title == "Fiction: The dam"


def test_who_is_not_in_the_register_is_named_once() -> None:
    assert [u.name for u in facts().strangers] == ["Bo Brook", "Cy Dunn"]


def test_a_name_that_several_briefings_have_is_one_row_the_most_used_first() -> None:
    shown = show_stewardship([facts(name="x"), facts("actors: [{id: bo, name: Bo Brook}]\n", name="y")], [], {}, TODAY)
    assert [(r.name, [p.file for p in r.places]) for r in shown.strangers.shown] == [
        ("Bo Brook", ["content/briefings/x.md", "content/briefings/y.md"]),
        ("Cy Dunn", ["content/briefings/x.md"]),
    ]


@pytest.mark.parametrize(
    ("sources", "unarchived", "bare"),
    [
        ("[gazette]", ["The Gazette"], 0),
        ("[{id: gazette, archive_url: 'https://archive.example/1'}]", [], 0),
        ("[{id: post, title: The Post}]", [], 1),
    ],
)
def test_a_source_with_an_address_wants_an_archived_copy(sources: str, unarchived: list[str], bare: int) -> None:
    shown = show_stewardship([facts("", sources)], [], {}, TODAY)
    assert [r.name for r in shown.unarchived.shown] == unarchived
    assert shown.without_address == bare


def test_the_review_longest_ago_is_first_and_measures_the_others() -> None:
    briefings = [facts(day=date(2024, 5, 22), name="new"), facts(day=date(2024, 2, 22), name="old")]
    shown = show_stewardship(briefings, [], {}, TODAY, review_days=30)
    assert [(r.days, r.share, r.is_stale) for r in shown.reviews.shown] == [(100, 100, True), (10, 10, False)]
    assert (shown.stale, shown.reviews.shown[0].date) == (1, "22 February 2024")
    assert show_stewardship(briefings, [], {}, TODAY).stale == 0


def test_levels_are_counted_and_what_failed_is_named() -> None:
    rows = [row("exact"), row("exact"), row("edited"), row("not found", passed=False), row("exact", name="draft")]
    shown = show_stewardship([facts()], rows, {}, TODAY)
    assert [(level.name, level.number, level.share) for level in shown.levels] == [("exact", 2, 50), ("edited", 1, 25)]
    assert [(r.name, r.places[0].line) for r in shown.unproved.shown] == [("the dam held", 9)]
    assert shown.quotations == 4


def test_links_are_shown_as_they_were_last_seen() -> None:
    answers = {
        "https://a.example/": (Answer(404), "2024-05-02"),
        "https://b.example/": (Answer(200, "https://c.example/"), "2024-05-03"),
        "https://d.example/": (Answer(200), "2024-05-04"),
        "https://e.example/": (Answer(403), "2024-05-01"),
    }
    shown = show_stewardship([], [], answers, TODAY)
    assert [(r.url, r.problem, r.moved_to, r.seen) for r in shown.links.shown] == [
        ("https://a.example/", "answers 404", "", "2 May 2024"),
        ("https://b.example/", "", "https://c.example/", "3 May 2024"),
    ]
    assert shown.asked == "4 May 2024"


def test_a_long_list_is_cut_and_says_so() -> None:
    shown = show_stewardship([facts(name=str(n)) for n in range(MOST + 3)], [], {}, TODAY)
    assert (len(shown.overdue.shown), shown.overdue.more, shown.overdue.number) == (MOST, 3, MOST + 3)


def test_a_site_without_briefings_has_nothing_to_look_after() -> None:
    shown = show_stewardship([], [], {}, TODAY)
    assert (shown.briefings, shown.levels, shown.asked, shown.reviews.number) == (0, (), "", 0)

"""What time has overtaken: when it is said, and how much it matters."""

from datetime import UTC, date

import pytest
from briefing.build.lapsed import check_lapsed
from briefing.build.sorting import Sorted
from briefing.checks.house.policy import HousePolicy
from briefing.diagnostics import Code, Severity
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import resolve
from briefing.view.record import BriefingRecord, record_of
from briefing.view.site import Site

ERROR = HousePolicy({"review-overdue": Severity.ERROR}, review_days=90)


def record(fields: str = "") -> BriefingRecord:
    text = f"---\ntitle: A\ndate: 2024-01-01\nsummary: S\nsources: [{{id: a, title: A}}]\n{fields}---\nStory.\n"
    manuscript, problems = parse_manuscript("briefings/x.md", LocatedText("content/briefings/x.md", text))
    assert manuscript, problems
    return record_of(resolve(manuscript, {}, {})[0], Site(), {}, UTC)


def said(fields: str, day: str, policy: HousePolicy, *, are_notes: bool = True) -> list[tuple[Code, int, Severity]]:
    made = record(fields)
    briefings = Sorted(published=(made.head,), day=date.fromisoformat(day).toordinal())
    found = check_lapsed(briefings, lambda _: made, policy, are_notes=are_notes)
    return [(d.code, d.span.line, d.severity) for d in found]


@pytest.mark.parametrize(
    ("fields", "line", "last"),
    [
        ("", 3, "2024-03-31"),
        ("modified: 2024-02-01\n", 6, "2024-05-01"),
        ("modified: 2024-02-01\nas_of: 2024-03-01\n", 7, "2024-05-30"),
    ],
)
def test_a_review_is_overdue_so_many_days_after_the_last(fields: str, line: int, last: str) -> None:
    policy = HousePolicy(review_days=90)
    assert said(fields, last, policy) == []
    after = date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat()
    assert said(fields, after, policy) == [(Code.REVIEW_OVERDUE, line, Severity.NOTE)]


def test_nobody_is_told_to_review_unless_the_site_asks() -> None:
    assert said("", "2030-01-01", HousePolicy()) == []


def test_a_site_may_let_what_is_overdue_stop_its_builds() -> None:
    assert said("", "2030-01-01", ERROR, are_notes=True) == []
    assert said("", "2030-01-01", ERROR, are_notes=False) == [(Code.REVIEW_OVERDUE, 3, Severity.ERROR)]


def test_a_rule_that_is_off_says_nothing() -> None:
    assert said("watch: [{text: W, date: 2024-02}]\n", "2024-06-01", HousePolicy({"watch-overdue": None})) == []

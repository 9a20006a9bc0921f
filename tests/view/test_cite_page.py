from collections.abc import Callable

import pytest
from briefing.parsing.resolve import Resolved
from briefing.view.briefing import show_briefing
from briefing.view.site import Site

Make = Callable[..., Resolved]
SITE = Site("The Courier", "https://courier.example")


def cite_as(resolved: Resolved, site: Site = SITE) -> str:
    return show_briefing(resolved, site, {}).cite_as


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("authors: [Ada Vale, Bo Lind]", "Ada Vale, Bo Lind: A title. The Courier, 8 May 2024."),
        ("", "A title. The Courier, 8 May 2024."),
        ("modified: 2024-05-09", "A title. The Courier, 8 May 2024, updated 9 May 2024."),
    ],
)
def test_a_citation_says_who_what_where_and_when(briefing: Make, fields: str, expected: str) -> None:
    assert cite_as(briefing(fields)) == f"{expected} https://courier.example/briefings/a-title/"


def test_a_title_that_ends_with_a_mark_gets_no_other(briefing: Make) -> None:
    assert cite_as(briefing(title="Who won?"), Site("C")) == "Who won? C, 8 May 2024."


@pytest.mark.parametrize("status", ["draft", "hidden"])
def test_what_is_not_published_is_not_to_be_cited(briefing: Make, status: str) -> None:
    assert cite_as(briefing(f"status: {status}")) == ""

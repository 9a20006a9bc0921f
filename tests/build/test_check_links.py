"""Links of briefings to other files, as ``briefing check`` sees them without a build."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from briefing.build.check import check_project
from briefing.diagnostics import Code
from briefing.parsing.load import Shelf
from briefing.view.site import Site

BRIEFING = """\
---
title: The ferry returns
date: {date}
summary: The ferry sails again.
status: {status}
sources: [{{id: report, title: A report}}]
---
[More]({{filename}}{link})
"""


@pytest.fixture
def said(tmp_path: Path) -> Callable[..., list[Code]]:
    """Return what is wrong with a briefing that links to another file."""

    def made(link: str, first_status: str = "published", **other: str) -> list[Code]:
        folder = tmp_path / "content" / "briefings"
        folder.mkdir(parents=True)
        (tmp_path / "content" / "about.md").write_text("Title: About", encoding="utf-8")
        first = BRIEFING.format(date="2025-05-01", status=first_status, link=link)
        second = BRIEFING.format(**{"date": "2025-05-01", "status": "published", "link": "/about.md", **other})
        (folder / "first.md").write_text(first, encoding="utf-8")
        (folder / "second.md").write_text(second, encoding="utf-8")
        shelf = Shelf(tmp_path, tmp_path / "content")
        return [d.code for d in check_project(shelf, datetime(2026, 1, 1, tzinfo=UTC), Site())[1]]

    return made


@pytest.mark.parametrize("link", ["second.md", "/about.md", "../about.md"])
def test_a_link_to_a_file_that_is_there_is_sound(said: Callable[..., list[Code]], link: str) -> None:
    assert said(link) == []


def test_a_link_to_no_file_is_an_error(said: Callable[..., list[Code]]) -> None:
    assert said("third.md") == [Code.BROKEN_LINK]


def test_a_link_out_of_the_content_is_an_error(said: Callable[..., list[Code]]) -> None:
    assert said("../../private.md") == [Code.OUTSIDE_CONTENT]


@pytest.mark.parametrize(("name", "value"), [("status", "draft"), ("date", "2027-01-01")])
def test_a_link_to_what_is_not_published_is_an_error(said: Callable[..., list[Code]], name: str, value: str) -> None:
    assert said("second.md", **{name: value}) == [Code.BROKEN_LINK]


def test_a_draft_may_link_to_a_draft(said: Callable[..., list[Code]]) -> None:
    assert said("second.md", first_status="draft", status="draft") == []


def test_a_briefing_that_cannot_be_read_is_there_all_the_same(said: Callable[..., list[Code]]) -> None:
    assert said("second.md", date="2025-05-99") == [Code.IMPOSSIBLE_DATE]

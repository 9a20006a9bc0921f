"""Which pages there are, from the files of a small project."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from briefing.build.sorting import neighbours, sort_out
from briefing.view.head import Head
from briefing.view.site import Site

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
FIELDS = "summary: S\nsources: [{id: s, title: T}]\n"
Build = Callable[..., Mapping[str, Mapping[str, Any]]]


@pytest.fixture
def pages(tmp_path: Path, shown: Callable[..., Any]) -> Build:
    """Return the pages of the briefings given: their fields by their file's name."""

    def built(**briefings: str) -> Mapping[str, Mapping[str, Any]]:
        folder = tmp_path / "content/briefings"
        folder.mkdir(parents=True)
        for name, fields in briefings.items():
            date = "" if "date:" in fields else "date: 2024-05-01\n"
            (folder / f"{name}.md").write_text(f"---\ntitle: {name}\n{date}{FIELDS}{fields}\n---\nProse.")
        found: Mapping[str, Mapping[str, Any]] = shown(Site(), NOW)
        return found

    return built


def test_every_briefing_that_is_open_has_a_page_in_its_place(pages: Build) -> None:
    made = pages(a="category: X", b="status: draft", c="status: hidden", d="lang: fr", e="date: 2024-07-01")
    assert sorted(name for name, values in made.items() if "briefing" in values) == [
        "briefings/a/index.html",
        "briefings/c/index.html",
        "drafts/briefings/b/index.html",
        "fr/briefings/d/index.html",
    ]


def test_a_briefing_under_embargo_has_no_page_and_no_address(pages: Build) -> None:
    made = pages(a="", e="date: 2024-06-01 12:01\ncategory: Secret")
    assert not [name for name in made if "secret" in name or "/e/" in name]


def test_an_embargo_ends_at_its_minute(pages: Build) -> None:
    assert "briefings/e/index.html" in pages(e="date: 2024-06-01 12:00")


def test_every_page_but_the_missing_one_leads_to_the_root_relatively(pages: Build) -> None:
    assert {name: values["SITEURL"] for name, values in pages(a="").items()} == {
        "briefings/a/index.html": "../..",
        "briefings/2024/index.html": "../..",
        "index.html": ".",
        "briefings/index.html": "..",
        "actors/index.html": "..",
        "corrections/index.html": "..",
        "data/index.html": "..",
        "timeline/index.html": "..",
        "404.html": "",
    }


def test_an_empty_project_has_the_pages_a_site_must_have(pages: Build) -> None:
    assert pages().keys() == {
        *("index.html", "404.html"),
        *(f"{name}/index.html" for name in ("briefings", "timeline", "actors", "corrections", "data")),
    }


def head(slug: str, lang: str = "en", status: str = "published", related: tuple[str, ...] = ()) -> Head:
    path = f"{lang}/{slug}.md"
    return Head(path, path, slug, lang, f"{path}/", status, 0.0, 2024, False, slug, "", (), (), (), related, ())


def test_twins_are_the_published_translations_alone() -> None:
    briefings = sort_out([head("x"), head("x", "fr"), head("x", "de", "draft"), head("y")], 1.0)
    twins = {path: [t.lang for t in about.twins] for path, about in neighbours(briefings, {}, "en").items()}
    assert twins == {"en/x.md": ["fr"], "fr/x.md": ["en"], "de/x.md": ["en", "fr"]}


def test_a_related_briefing_that_is_not_published_is_not_named() -> None:
    briefings = sort_out([head("x", related=("y", "z")), head("y"), head("z", status="draft")], 1.0)
    assert [*neighbours(briefings, {}, "en")["en/x.md"].related] == ["y"]


def test_what_a_page_says_of_others_changes_with_their_titles_and_addresses_alone() -> None:
    def key(other: Head) -> str:
        return neighbours(sort_out([head("x", related=("y",)), other], 1.0), {}, "en")["en/x.md"].key

    same, before = head("y")._replace(year=2023, tags=("t",)), key(head("y"))
    assert key(same) == before
    assert key(head("y")._replace(title="New")) != before
    assert key(head("y")._replace(url="elsewhere/")) != before

"""This repository's own site with its own theme: what every page must have, and that every link leads somewhere."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

BRIEFINGS = ("kishida-in-seoul", "export-restriction", "three-way-security")
ORDER = (
    ".skip-link",
    "h1",
    ".key-points",
    "nav[aria-labelledby], nav[aria-label]:not(.site-nav)",
    ".key-actor",
    ".prose",
    "ol.timeline",
    ".expert-view",
    ".missing-voice",
    ".watch-item",
    "#how-made",
    ".source",
    ".passage",
    "#updates",
    ".term",
    ".related",
)
"""The page from above to below (design/page.md)."""


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the site, parsed, by its path."""
    return {path.relative_to(site).as_posix(): soup(path) for path in sorted(site.rglob("*.html"))}


def briefing(pages: dict[str, BeautifulSoup], slug: str) -> BeautifulSoup:
    return pages[f"briefings/{slug}/index.html"]


def links(page: BeautifulSoup) -> Iterator[str]:
    for element in page.find_all(["a", "link", "img", "script"]):
        assert isinstance(element, Tag)
        yield str(element.get("href") or element.get("src") or "")


@pytest.mark.parametrize("slug", BRIEFINGS)
def test_a_briefing_has_its_sections_in_the_order_of_the_page(slug: str, pages: dict[str, BeautifulSoup]) -> None:
    page = briefing(pages, slug)
    everything = page.find_all(True)
    places = {
        selector: next(i for i, e in enumerate(everything) if e is first)
        for selector in ORDER
        if (first := page.select_one(selector))
    }
    assert list(places) == sorted(places, key=lambda selector: places[selector])
    optional = {".term", ".watch-item", ".related", ".missing-voice"}
    assert set(ORDER) - set(places) <= optional


@pytest.mark.parametrize("slug", BRIEFINGS)
def test_every_event_of_a_timeline_is_dated_and_has_a_link_of_its_own(
    slug: str, pages: dict[str, BeautifulSoup]
) -> None:
    page = briefing(pages, slug)
    events = page.select("ol.timeline > .timeline-event")
    assert len(events) >= 3
    assert len(events) == len(page.select(".timeline-event"))
    for event in events:
        assert event["id"]
        assert event.select_one(f'a[href="#{event["id"]}"]')
    timed = [e for e in events if e.select_one("time[datetime]")]
    assert len(timed) >= len(events) - 1  # a span that HTML cannot say stands in words


@pytest.mark.parametrize("slug", BRIEFINGS)
def test_every_source_shows_the_passages_that_are_cited(slug: str, pages: dict[str, BeautifulSoup]) -> None:
    page = briefing(pages, slug)
    cited = {a["href"] for a in page.select("a[href^='#passage-']")}
    assert cited == {f"#{p['id']}" for p in page.select(".source .passage")}
    for passage in page.select(".source .passage"):
        assert passage.select("a[href^='#cite-']")


def test_two_experts_are_shown_where_the_briefing_has_their_views(pages: dict[str, BeautifulSoup]) -> None:
    assert len(briefing(pages, "kishida-in-seoul").select(".expert-view")) == 2
    assert len(briefing(pages, "three-way-security").select(".expert-view")) == 2


def test_the_front_page_leads_with_one_briefing_and_names_all(pages: dict[str, BeautifulSoup]) -> None:
    home = pages["index.html"]
    assert len(home.select("h1")) == 1
    led = [a["href"] for a in home.select("main h1 a[href], main h2 a[href], main h3 a[href]")]
    assert {slug for slug in BRIEFINGS if any(slug in str(href) for href in led)} == set(BRIEFINGS)


def test_the_list_of_briefings_and_the_categories_name_all(pages: dict[str, BeautifulSoup]) -> None:
    index = pages["briefings/index.html"]
    assert all(index.select_one(f"a[href$='{slug}/index.html']") for slug in BRIEFINGS)
    listed = {slug for name, page in pages.items() for slug in BRIEFINGS
              if name.startswith("category/") and page.select_one(f"a[href$='{slug}/index.html']")}  # fmt: skip
    assert listed == set(BRIEFINGS)


def test_a_lost_reader_finds_a_way_on(pages: dict[str, BeautifulSoup]) -> None:
    assert pages["404.html"].select("main a[href]")


def test_every_page_has_one_h1_and_no_id_twice(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        ids = [str(e["id"]) for e in page.select("[id]")]
        assert sorted(ids) == sorted(set(ids)), name
        assert len(page.select("h1")) == 1, name


def test_every_internal_link_and_fragment_resolves(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    ids = {name: {str(e["id"]) for e in page.select("[id]")} for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        for link in links(page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            folder = "" if parts.path.startswith("/") else name.rpartition("/")[0]
            target = normpath(join(folder, unquote(parts.path).lstrip("/"))) if parts.path else name
            path = site / target
            target = f"{target}/index.html".removeprefix("./") if path.is_dir() else target
            fragment_is_there = not parts.fragment or unquote(parts.fragment) in ids.get(target, ())
            if not (site / target).is_file() or not fragment_is_there:
                broken.append((name, link))
    assert broken == []


def test_the_page_of_a_year_says_the_year_once(pages: dict[str, BeautifulSoup]) -> None:
    headings = [h.get_text() for h in pages["briefings/2023/index.html"].select("main h1, .card-group > h2")]
    assert headings == ["2023", "3 briefings"]

"""Searching in a real browser: below a path, under the page's own policy, by the keyboard alone."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
CONFIG = """
from runpy import run_path
globals().update({{n: v for n, v in run_path({conf!r}).items() if n.isupper()}})
THEME, PLUGIN_PATHS, BRIEFING_SEARCH, BRIEFING_PATHS = {theme!r}, [{plugins!r}], True, ["briefings"]
"""
BRIEFING = """---
title: {title}
date: {date}
summary: What happened.
category: {category}
actors: [{{id: {actor}, name: {actor} Vale}}]
sources: [{{id: s, title: A source}}]
{more}---
{story}
"""


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """A site of three briefings, a hidden one and one in French, with its index, served below a path."""
    folder = tmp_path_factory.mktemp("search")
    content = folder / "content/briefings"
    content.mkdir(parents=True)
    for name, fields in {
        "gates": (
            "The gates are shut",
            "2024-05-01",
            "Water",
            "Ann",
            "",
            "The reservoir is <b>empty</b>, rain is far.",
        ),
        "rain": ("Rain at last", "2023-05-01", "Water", "Bo", "", "It rains on the reservoir."),
        "trains": (
            "Trains stand still",
            "2023-06-01",
            "Work",
            "Ann",
            "",
            "Nobody drives <script>x()</script> them.",
        ),
        "secret": ("The hidden reservoir", "2024-05-02", "Water", "Cy", "status: hidden\n", "A reservoir."),
        "pluie": ("Enfin la pluie", "2023-05-02", "Eau", "Bo", "lang: fr\n", "Il pleut sur le lac."),
    }.items():
        title, date, category, actor, more, story = fields
        given = {"title": title, "date": date, "category": category, "actor": actor, "more": more, "story": story}
        (content / f"{name}.md").write_text(BRIEFING.format(**given))
    places = {"conf": root / "pelican.conf.py", "theme": root / "theme", "plugins": root / "plugins"}
    (folder / "pelican.conf.py").write_text(CONFIG.format(**{name: str(path) for name, path in places.items()}))
    variables = os.environ | {"PYTHONPATH": str(root / "plugins")}
    for line in ("pelican -s pelican.conf.py -o served/site", "briefing index --site=served/site"):
        done = subprocess.run(
            [sys.executable, "-m", *line.split()],
            cwd=folder,
            env=variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return f"{serve(folder / 'served')}/site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page
        assert said == []


def ready(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("form[data-search]:not([hidden])")


def found(page: Page, words: str) -> list[str]:
    page.wait_for_function("words => document.querySelector('output').textContent === words", arg=words)
    return page.locator(".search-results h2").all_inner_texts()


def test_words_are_found_and_lead_to_their_page_by_the_keyboard_alone(address: str, page: Page) -> None:
    page.goto(f"{address}/briefings/")
    page.get_by_role("link", name="Search").click()
    page.wait_for_selector("input[name=q]:focus")
    page.keyboard.type("reservoir")
    assert set(found(page, "Briefings found: 2")) == {"The gates are shut", "Rain at last"}
    assert page.locator(".search-results mark").first.inner_text().startswith("reservoir")
    page.keyboard.press("ArrowDown")
    title = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/site/briefings/*/")
    assert page.locator("h1").inner_text() == title


def test_who_comes_from_elsewhere_meets_the_page_from_its_top(address: str, page: Page) -> None:
    ready(page, f"{address}/search/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"


def test_what_is_chosen_narrows_what_is_found_and_can_be_sent_on(address: str, page: Page) -> None:
    ready(page, f"{address}/search/")
    page.get_by_label("Actor").select_option("Ann Vale")
    assert found(page, "Briefings found: 2") == ["The gates are shut", "Trains stand still"]
    page.get_by_label("Year").select_option("2023")
    assert found(page, "Briefings found: 1") == ["Trains stand still"]
    sent = page.url
    assert sent.endswith("/site/search/?actor=Ann+Vale&year=2023")
    ready(page, sent)
    assert found(page, "Briefings found: 1") == ["Trains stand still"]


def test_a_filter_that_the_index_does_not_know_is_seen_and_can_be_taken_away(address: str, page: Page) -> None:
    ready(page, f"{address}/search/?q=reservoir&actor=Nobody+Known")
    assert found(page, "Nothing was found.") == []
    assert page.get_by_label("Actor").evaluate("e => e.selectedOptions[0].text") == "Nobody Known"
    assert page.get_by_label("Actor").is_visible()
    assert page.url.endswith("?q=reservoir&actor=Nobody+Known")
    page.get_by_label("Actor").select_option("All")
    assert set(found(page, "Briefings found: 2")) == {"The gates are shut", "Rain at last"}


def test_what_stands_on_every_page_is_not_found(address: str, page: Page) -> None:
    ready(page, f"{address}/search/?q=cited")  # "Sources and cited passages" heads a part of each
    assert found(page, "Nothing was found.") == []


def test_nothing_found_is_said_and_no_hidden_briefing_is(address: str, page: Page) -> None:
    ready(page, f"{address}/search/?q=xylophone")
    assert found(page, "Nothing was found.") == []
    options = page.locator("select[name=actor] option").all_inner_texts()
    assert options == ["All", "Ann Vale", "Bo Vale"]


def test_markup_of_a_briefing_is_found_as_text(address: str, page: Page) -> None:
    ready(page, f"{address}/search/?q=drives")
    assert found(page, "Briefings found: 1") == ["Trains stand still"]
    assert page.locator(".search-results script, .search-results b").count() == 0


def test_each_language_has_its_page_and_its_index(address: str, page: Page) -> None:
    ready(page, f"{address}/fr/search/?q=pleut")
    assert found(page, "Synthèses trouvées : 1") == ["Enfin la pluie"]
    ready(page, f"{address}/search/?q=pleut")
    assert found(page, "Nothing was found.") == []
    page.get_by_role("link", name="Français").click()
    page.wait_for_url("**/fr/search/**")


def test_without_a_script_it_says_where_else_to_look(address: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        bare = context.new_page()
        bare.goto(f"{address}/search/")
        assert not bare.locator("form[data-search]").is_visible()
        assert "These pages lead to every briefing" in bare.locator("main").inner_text()
        assert str(bare.locator(".ways-on a").first.get_attribute("href")).startswith("../briefings/")


def test_without_an_index_it_says_the_same(address: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(f"{address}/search/")
        page.wait_for_load_state("networkidle")
        assert not page.locator("form[data-search]").is_visible()
        assert "These pages lead to every briefing" in page.locator("main").inner_text()


def test_only_this_page_loads_the_index(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "briefings/", "briefings/gates/", "timeline/"):
        page.goto(f"{address}/{path}")
    assert [url for url in asked if "pagefind" in url or "search" in url] == []

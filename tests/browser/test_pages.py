"""What only a browser knows: layout, policy, keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PAGES = ["", "briefings/", "briefings/kishida-in-seoul/", "category/trade/", "timeline/", "pages/about/", "404.html"]
FOLDER_LINK = re.compile(r'href="\.{1,2}/(?:[^"?#]*/)?["?#]')
LINES = """cell => {
    const words = document.createRange(), text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
    words.selectNodeContents(text);
    return words.getClientRects().length;
}"""
WIDTHS = [320, 360, 768, 1280, 1600]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_without_a_word_on_the_console(page: Page, address: str, path: str) -> None:
    said: list[str] = []
    failed: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(f"{address}/{path}")
    assert [text for text in said if "404" not in text] == []
    assert [url for url in failed if not url.endswith("favicon.ico")] == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_window(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width} px"


@pytest.mark.parametrize(("path", "cell"), [("benchmark", "1,000"), ("drafting", ".979"), ("benchmark", "unchanged")])
def test_a_table_breaks_no_figure_and_no_name_on_a_phone(page: Page, address: str, path: str, cell: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{address}/docs/{path}/")
    found = page.locator("td", has_text=re.compile(rf"^{re.escape(cell)}$")).all()
    assert [each.evaluate(LINES) for each in found] == [1] * len(found) != []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_everything_is_there_without_scripts(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/briefings/kishida-in-seoul/")
        for selector in (".key-point", ".key-actor", "ol.timeline .timeline-event", ".expert-view", ".source"):
            assert page.locator(selector).count() > 0, selector
        assert page.locator("script:not([type='application/ld+json'])").count() == 0


def test_the_first_screen_of_a_phone_ends_with_the_first_key_point(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{address}/briefings/kishida-in-seoul/")
    box = page.locator(".key-point").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 800


def test_the_first_tab_leads_past_the_masthead(page: Page, address: str) -> None:
    page.goto(f"{address}/briefings/kishida-in-seoul/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_the_keyboard_opens_a_folded_event(page: Page, address: str) -> None:
    page.goto(f"{address}/briefings/kishida-in-seoul/")
    folded = page.locator(".timeline-event details").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.get_attribute("open") is not None


def test_a_citation_leads_to_its_passage_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/briefings/kishida-in-seoul/")
    citation = page.locator(".key-point .citation a").first
    passage = page.locator(str(citation.get_attribute("href")))
    citation.click()
    assert passage.is_visible()
    passage.locator("a[href^='#cite-']").first.click()
    assert page.url.rpartition("#")[2].startswith("cite-")


def test_the_site_can_be_read_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "briefings" / "kishida-in-seoul" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").count("Charter")


def test_a_site_opened_from_a_disk_leads_from_page_to_page(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.locator("main a[href*='briefings/kishida-in-seoul/']").first.click()
    assert page.url == (site / "briefings/kishida-in-seoul/index.html").as_uri()
    page.locator("a[href*='pages/about/']").first.click()
    page.locator(".site-name").click()
    assert page.url == (site / "index.html").as_uri()
    links = {a for path in site.rglob("*.html") for a in FOLDER_LINK.findall(path.read_text("utf-8"))}
    assert links == set()

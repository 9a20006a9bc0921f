"""The timeline of all briefings: complete without its script, filtered with it; and a word that explains itself."""

import pytest
from playwright.sync_api import Browser, Page, expect

EVENTS = ".timeline-event:visible"


def test_without_scripts_every_event_is_there_and_no_filter(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/timeline/")
        assert page.locator(EVENTS).count() == page.locator(".timeline-event").count() > 0
        expect(page.locator(".filter")).to_be_hidden()


def test_the_filter_shows_the_events_of_an_actor_and_hides_years_without_any(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline/")
    everything = page.locator(EVENTS).count()
    expect(page.locator(".filter output")).to_be_empty()
    page.get_by_label("Actor").select_option("satoru-nagao")
    assert page.locator(EVENTS).count() == 1
    assert page.locator(".year-events:visible").count() == 1
    expect(page.locator(".filter output")).to_have_text(f"1 of {everything} events")
    page.get_by_label("Category").select_option("Trade")
    assert page.locator(EVENTS).count() == 0
    page.get_by_label("Actor").select_option("")
    assert 0 < page.locator(EVENTS).count() < everything


@pytest.mark.parametrize(("page_of", "ways"), [("timeline", ".filter"), ("briefings", ".archive")])
def test_what_leads_elsewhere_or_is_to_be_chosen_is_not_printed(
    page: Page, address: str, page_of: str, ways: str
) -> None:
    page.goto(f"{address}/{page_of}/")
    expect(page.locator(ways)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(ways)).to_be_hidden()


def test_what_was_chosen_stands_in_the_address_and_is_chosen_again(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline/")
    page.get_by_label("Category").select_option("Trade")
    assert page.url.endswith("/timeline/?category=Trade")
    shown = page.locator(EVENTS).count()
    page.reload()
    assert page.locator(EVENTS).count() == shown
    expect(page.get_by_label("Category")).to_have_value("Trade")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_word_of_the_glossary_explains_itself_by_keyboard_and_without_scripts(
    browser: Browser, address: str, width: int
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 700}) as context:
        page = context.new_page()
        page.goto(f"{address}/briefings/kishida-in-seoul/")
        meaning = page.locator(".term-meaning")
        expect(meaning).to_be_hidden()
        page.locator(".term-use").focus()
        page.keyboard.press("Enter")
        expect(meaning).to_be_visible()
        expect(meaning).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")
        expect(meaning).to_be_hidden()

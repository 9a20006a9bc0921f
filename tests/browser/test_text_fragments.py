"""Links into the live article, tried where they are used: on a copy of it in a browser."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from briefing.evidence.fragment import fragment_directive
from briefing.evidence.match import find
from briefing.evidence.source_text import SourceText, read_source
from playwright.sync_api import Page

PASSAGES = [
    "For me personally, my heart aches at the thought of so many people who have suffered",
    "North Korea is said to have supplied weapons to Russia in return for technological assistance",
    "without the cooperation of the US - Japan - Korea, it will not be easy to deter the other parties.",
    "Prof. Stephen Robert Nagy (International Christian University - Japan, scholar at the Institute",
    'trade, semiconductors and the "quad" (including the US - Japan - Australia). - India)", Professor Nagy',
    "It was also the first visit by a South Korean president to Japan in 12 years.",
]
SPACE = 3000  # px between paragraphs, so that only the right one is on the screen


@pytest.fixture(scope="session")
def source(root: Path) -> SourceText:
    return read_source((root / "seeds" / "000_5c116b11e40ad3c0.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def article(source: SourceText, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    paragraphs = "".join(
        f'<p id="p{n}" style="margin-bottom:{SPACE}px">{escape(source.text[p.start : p.end])}</p>'
        for n, p in enumerate(source.paragraphs, 1)
    )
    folder = tmp_path_factory.mktemp("article")
    (folder / "article.html").write_text(f"<!DOCTYPE html><title>Article</title>{paragraphs}", encoding="utf-8")
    return f"{serve(folder)}/article.html"


@pytest.mark.parametrize("words", PASSAGES)
def test_the_browser_goes_to_the_passage(page: Page, article: str, source: SourceText, words: str) -> None:
    (place,) = find(source, words).places
    fragment = fragment_directive(source, place.start, place.end)
    assert fragment.startswith("#:~:text=")
    page.goto(article + fragment)
    box = page.locator(f"#p{place.paragraph}").bounding_box()
    assert box is not None
    viewport = page.viewport_size
    assert viewport is not None
    assert -box["height"] < box["y"] < viewport["height"]


@pytest.mark.parametrize("first", ["in 12 years.", "without elaborating."])
def test_a_passage_over_paragraphs_is_found(page: Page, article: str, source: SourceText, first: str) -> None:
    """The browser finds no term that runs over the end of a block."""
    start = find(source, first).places[-1].start
    end = source.text.index(" ", min(start + 900, len(source.text) - 200))
    assert source.paragraph_at(start) < source.paragraph_at(end)
    page.goto("about:blank")
    page.goto(article + fragment_directive(source, start, end))
    box = page.locator(f"#p{source.paragraph_at(start)}").bounding_box()
    assert box is not None
    assert -box["height"] < box["y"] < 720


def test_words_that_stand_often_are_told_apart_by_what_is_around_them(
    page: Page, article: str, source: SourceText
) -> None:
    for place in find(source, "in 12 years").places:
        page.goto("about:blank")
        page.goto(article + fragment_directive(source, place.start, place.end))
        box = page.locator(f"#p{place.paragraph}").bounding_box()
        assert box is not None
        assert -box["height"] < box["y"] < 720

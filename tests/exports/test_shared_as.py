"""What other sites show of a link."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from briefing.exports.json_ld import OrdinaryText
from briefing.exports.published import Published
from briefing.exports.shared_as import share_briefing, share_page, share_text
from briefing.view.site import Site

Make = Callable[..., Published]


def lines(shared: Published, *, has_card: bool = False) -> list[tuple[str, str]]:
    return [(each.property, each.content) for each in share_briefing(shared, has_card=has_card)]


def test_a_briefing_is_an_article_with_its_dates_and_subjects(whole: Published) -> None:
    said = lines(whole)
    assert (
        dict(said).items()
        >= {
            "og:type": "article",
            "og:title": whole.view.title,
            "og:description": "What happened.",
            "og:url": "https://example.org/sub/briefings/the-gates/",
            "og:site_name": "Fiction Briefings",
            "og:locale": "en_US",
            "article:modified_time": "2024-05-12T00:00:00Z",
            "article:section": "Water & power",
            "og:image": "https://example.org/sub/theme/icon-512.png",
            "twitter:card": "summary",
        }.items()
    )
    assert [content for name, content in said if name == "article:tag"] == ["dams", "Vale"]


def test_a_card_is_shown_large_and_says_its_words(whole: Published) -> None:
    said = dict(lines(whole, has_card=True))
    assert said["twitter:card"] == "summary_large_image"
    assert said["og:image"] == "https://example.org/sub/briefings/the-gates/card.png"
    assert said["og:image:alt"] == whole.view.title
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")


def test_without_a_card_the_icon_of_the_site_is_shown(whole: Published) -> None:
    said = dict(lines(whole))
    assert said["twitter:card"] == "summary"
    assert said["og:image"] == "https://example.org/sub/theme/icon-512.png"


def test_without_the_address_of_the_site_nothing_is_said_that_needs_one(whole: Published) -> None:
    said = dict(lines(replace(whole, site=replace(whole.site, url="")), has_card=True))
    assert not said.keys() & {"og:url", "og:image"}
    assert said["twitter:card"] == "summary"


@pytest.mark.parametrize(
    ("lang", "locale"), [("ja", "ja_JP"), ("pt-BR", "pt_BR"), ("ar", "ar_EG"), ("vi", "vi_VN"), ("qqq", "")]
)
def test_a_language_is_said_with_a_country(lang: str, locale: str) -> None:
    said = {each.property: each.content for each in share_page("T", "D", "timeline/", lang, Site())}
    assert said.get("og:locale", "") == locale


def test_an_ordinary_article_is_one_with_its_dates_and_a_page_is_none() -> None:
    text = OrdinaryText("Article", "On dams", "on-dams/", "fr", "2024-05-01T00:00:00+00:00")
    site = Site(url="https://example.org")
    said = {each.property: each.content for each in share_text(text, "All of it.", site)}
    assert said["og:type"] == "article"
    assert said["article:published_time"] == "2024-05-01T00:00:00+00:00"
    assert "article:modified_time" not in said
    assert said["og:url"] == "https://example.org/on-dams/"
    page = share_text(replace(text, type="WebPage"), "All of it.", site)
    assert page == share_page("On dams", "All of it.", "on-dams/", "fr", site)

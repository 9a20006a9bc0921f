"""The sitemap: what search engines may list, since when, and in which languages."""

from collections.abc import Mapping
from typing import Any

import pytest
from briefing.exports import sitemap
from briefing.exports.shared import NO_TRAITS, Traits
from briefing.exports.sitemap import plan_sitemap, render_index, render_sitemap
from briefing.view.head import Head
from briefing.view.site import Site
from lxml import etree

SITE = Site(url="https://example.org/sub")
MAY = 1714521600  # 1 May 2024
SPACES = {"s": sitemap.SITEMAP, "x": sitemap.XHTML, "i": sitemap.IMAGE}


def head(slug: str, year: int = 2024, lang: str = "en") -> Head:
    url = f"{'' if lang == 'en' else f'{lang}/'}briefings/{slug}/"
    opens = float(MAY)
    return Head(url, url, slug, lang, url, "published", opens, year, lang != "en", slug, "", (), (), (), (), ())


def traits(*heads: Head) -> Mapping[str, Traits]:
    return {h.path: NO_TRAITS._replace(changed=MAY + i) for i, h in enumerate(heads)}


def read(text: str) -> Any:
    return etree.fromstring(text.encode())


def test_each_year_has_a_file_and_what_gathers_briefings_another() -> None:
    heads = [head("a", 2023), head("b")]
    lists = {"": (heads[0].path, heads[1].path), "corrections/": ()}
    parts = plan_sitemap(lists, heads, traits(*heads), SITE, [("pages/about/", 0)])
    assert {name: [entry[0] for entry in part.entries] for name, part in parts.items()} == {
        "sitemap-2023.xml": ["briefings/a/"],
        "sitemap-2024.xml": ["briefings/b/"],
        "sitemap-lists.xml": ["", "corrections/"],
        "sitemap-pages.xml": ["pages/about/"],
    }


def test_a_page_has_changed_when_its_briefing_has_and_a_list_when_its_newest_has() -> None:
    heads = [head("a"), head("b")]
    lists = {"": tuple(h.path for h in heads), "corrections/": ()}
    parts = plan_sitemap(lists, heads, traits(*heads), SITE)
    pages = read(render_sitemap(parts["sitemap-2024.xml"].entries, SITE))
    assert pages.xpath("//s:lastmod/text()", namespaces=SPACES) == [
        "2024-05-01T00:00:00Z",
        "2024-05-01T00:00:01Z",
    ]
    lists_file = read(render_sitemap(parts["sitemap-lists.xml"].entries, SITE))
    assert lists_file.xpath("//s:url[s:lastmod]/s:loc/text()", namespaces=SPACES) == ["https://example.org/sub/"]
    assert lists_file.xpath("string(//s:lastmod)", namespaces=SPACES) == "2024-05-01T00:00:01Z"


def test_each_language_of_a_briefing_names_all_of_them() -> None:
    heads = [head("a"), head("a", lang="fr"), head("b")]
    parts = plan_sitemap({}, heads, traits(*heads), SITE)
    page = read(render_sitemap(parts["sitemap-2024.xml"].entries, SITE))
    assert page.xpath("count(//s:url)", namespaces=SPACES) == 3
    assert page.xpath("//s:url[1]/x:link/@hreflang", namespaces=SPACES) == ["en", "fr", "x-default"]
    assert page.xpath("//s:url[1]/x:link/@href", namespaces=SPACES)[1] == "https://example.org/sub/fr/briefings/a/"
    assert page.xpath("//s:url[s:loc[contains(., '/b/')]]/x:link", namespaces=SPACES) == []


def test_a_card_is_the_picture_of_its_page() -> None:
    heads = [head("a")._replace(beside=("briefing.json", "card.png")), head("b")]
    part = plan_sitemap({}, heads, traits(*heads), SITE)["sitemap-2024.xml"]
    assert read(render_sitemap(part.entries, SITE)).xpath("//i:loc/text()", namespaces=SPACES) == [
        "https://example.org/sub/briefings/a/card.png"
    ]


def test_a_file_has_no_more_addresses_than_the_protocol_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sitemap.MOST == 50_000
    monkeypatch.setattr(sitemap, "MOST", 2)
    heads = [head(slug) for slug in "abcde"]
    parts = plan_sitemap({}, heads, traits(*heads), SITE)
    assert {name: len(part.entries) for name, part in parts.items()} == {
        "sitemap-2024.xml": 2,
        "sitemap-2024-2.xml": 2,
        "sitemap-2024-3.xml": 1,
    }


def test_without_the_address_of_the_site_there_is_none() -> None:
    heads = [head("a")]
    assert plan_sitemap({"": ()}, heads, traits(*heads), Site()) == {}
    assert render_index([], Site()) == ""


def test_one_file_names_all_others() -> None:
    index = read(render_index(["sitemap-lists.xml", "sitemap-2024.xml"], SITE))
    assert index.xpath("//s:loc/text()", namespaces=SPACES) == [
        "https://example.org/sub/sitemap-2024.xml",
        "https://example.org/sub/sitemap-lists.xml",
    ]

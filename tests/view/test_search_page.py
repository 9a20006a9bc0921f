"""The page to search from: one for each language of the site, and only where the site has search."""

from briefing.view.head import Head
from briefing.view.search_page import plan_search, show_search
from briefing.view.site import Site

SITE = Site(search=True)


def head(lang: str) -> Head:
    return Head(lang, lang, "x", lang, f"{lang}/", "published", 0.0, 2024, False, "X", "", (), (), (), (), ())


def test_each_language_of_the_site_has_a_page_that_leads_to_the_others() -> None:
    plans = plan_search([head("fr"), head("en"), head("ar")], SITE)
    assert [(plan.lang, plan.url, plan.others) for plan in plans] == [
        ("en", "search/", ("ar", "fr")),
        ("ar", "ar/search/", ("en", "fr")),
        ("fr", "fr/search/", ("en", "ar")),
    ]
    arabic = show_search(plans[1], SITE)
    assert arabic.title == "البحث"
    assert [(other.name, other.url, other.dir) for other in arabic.languages] == [
        ("English", "search/", "ltr"),
        ("Français", "fr/search/", "ltr"),
    ]


def test_a_site_without_search_has_no_page_and_no_link() -> None:
    assert plan_search([head("en")], Site()) == ()
    assert not [link for link in Site().view().nav if "search" in link.url]


def test_each_page_leads_to_the_search_in_its_language() -> None:
    assert [link.url for link in SITE.view("fr").nav if "search" in link.url] == ["fr/search/"]
    assert [link.url for link in SITE.view().nav if "search" in link.url] == ["search/"]

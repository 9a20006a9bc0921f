"""A link that leads nowhere in the site stops the build before anything is written."""

from typing import Any

import pytest


def build_with(site: Any, story: str) -> Any:
    site.briefing("x", "X", story)
    return site.build()


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("[a](../gone/)", "no page of this site has the address /briefings/gone/"),
        ("[a](../god/)", "did you mean 'briefings/good/'?"),
        ("![a](/images/gone.png)", "no page of this site has the address /images/gone.png"),
        ("[a](../good/#gone)", "the page /briefings/good/ has no place 'gone'"),
        ("[a](#sorces)", "the page /briefings/x/ has no place 'sorces'"),
        ("[a](#sorces)", "did you mean 'sources'?"),
        ('<a href="/gone/">a</a>', "no page of this site has the address /gone/"),
        ("[a](good.md)", "a link to another text names its file in the content folder: ({filename}good.md)"),
        ("![a](cite.jpg)", "folder images of the content folder, and write ({static}/images/cite.jpg)"),
        ("[a](#good.md)", "mend the address"),
        ("[a](/feeds/all.rss)", "mend the address"),
    ],
)
def test_a_plain_link_that_leads_nowhere_is_an_error_with_its_place(site: Any, story: str, said: str) -> None:
    before = site.snapshot()
    built = build_with(site, story)
    assert built.status == 1
    assert "error[broken-link]: " in built.text
    assert said in built.text
    assert "content/briefings/x.md:" in built.text
    assert site.snapshot() == before


@pytest.mark.parametrize(
    "story",
    [
        "[a](../good/)",
        "[a](../good/#sources)",
        "[a](#sources)",
        "[a](/)",
        "[a](../../briefings/good)",
        "[a](https://example.org/gone/)",
        "[a](mailto:a@example.org)",
        "`[a](../gone/)`",
    ],
)
def test_a_link_that_leads_somewhere_builds(site: Any, story: str) -> None:
    built = build_with(site, story)
    assert built.status == 0, built.text


def test_a_place_that_goes_from_a_page_breaks_the_link_to_it(site: Any) -> None:
    site.briefing("good", "A good one", "## A heading\n\nText.")
    assert build_with(site, "[a](../good/#story-a-heading)").status == 0
    site.briefing("good", "A good one", "## Another\n\nText.")
    built = site.build()
    assert built.status == 1
    assert "the page /briefings/good/ has no place 'story-a-heading'" in built.text


def test_a_dead_link_of_an_ordinary_page_stops_the_build_too(site: Any) -> None:
    site.write("content/pages/p.md", "Title: P\n\n[a](../../gone/)\n")
    built = site.build()
    assert built.status == 1
    assert "content/pages/p.md:3:5: error[broken-link]: no page of this site has the address /gone/" in built.text


def test_a_link_in_the_code_of_an_ordinary_page_is_no_link(site: Any) -> None:
    site.write("content/pages/p.md", 'Title: P\n\n`<a href="/gone/">` and `[a](/gone/)`\n')
    built = site.build()
    assert built.status == 0, built.text


def test_addresses_that_others_serve_are_theirs(site: Any) -> None:
    site.settings("BRIEFING_ELSEWHERE = ['/shop/']")
    assert build_with(site, "[a](/shop/books/)").status == 0
    assert build_with(site, "[a](/shopping/)").status == 1


def test_a_file_that_no_build_wrote_may_be_linked(site: Any) -> None:
    site.write("output/report.pdf", "%PDF")
    assert build_with(site, "[a](/report.pdf)").status == 0


def test_the_navigation_leads_to_ordinary_articles_where_there_are_any(site: Any) -> None:
    site.settings("BRIEFING_ARTICLES = 'articles/'")
    assert build_with(site, "Prose.").status == 0
    assert "articles/index.html" not in site.snapshot()
    site.write("content/articles/news.md", "Title: News\nDate: 2024-01-01\n\nNews.\n")
    assert build_with(site, "Prose.").status == 0
    pages = site.snapshot()
    assert b'href="articles/"' in pages["index.html"] or b"/articles/" in pages["index.html"]
    assert b"News" in pages["articles/index.html"]


def test_below_a_path_of_its_host_a_link_beside_the_site_is_dead(site: Any) -> None:
    site.settings("SITEURL = 'https://example.org/sub'\nBRIEFING_ELSEWHERE = ['/shop/']")
    built = build_with(site, "[a](/briefings/)")
    assert (built.status, "no page of this site has the address /briefings/" in built.text) == (1, True)
    assert build_with(site, "[a](/sub/briefings/) [b](/shop/x)").status == 0


def test_a_link_of_an_article_is_shown_where_it_is_a_link(site: Any) -> None:
    fields = "title: A\ndate: 2024-01-01\nslug: a\n# its address was (/gone/)"
    site.write("content/articles/a.md", f"---\n{fields}\n---\nIn words: /gone/.\n\nTo [a page](/gone/).\n")
    assert "content/articles/a.md:9:13: error[broken-link]" in site.build().text

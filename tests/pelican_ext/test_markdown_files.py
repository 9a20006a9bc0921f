"""Ordinary files of Markdown with YAML, and plain ones as code hosts show them."""

from typing import Any

import pytest
from briefing.parsing.located_text import LocatedText
from briefing.pelican_ext.markdown_files import anchor, yaml_fields

ARTICLE = """---
title: "Trade: what is left"
date: 2024-05-01
tags: [ports, "sea, and shore"]
authors:
  - Ana Diaz
  - Bo Brook
category: 'Trade'
summary: >-
  One line,
  and *another*.
---
Note: this is text, and no field.
"""


def test_yaml_front_matter_of_an_article_is_read_as_yaml(site: Any) -> None:
    site.write("content/articles/trade.md", ARTICLE)
    built = site.build()
    assert built.status == 0, built.text
    page = (site.output / "articles/trade-what-is-left/index.html").read_text("utf-8")
    assert "<h1>Trade: what is left</h1>" in page
    assert "Note: this is text, and no field." in page
    for address in (
        "articles/category/trade",
        "articles/tag/ports",
        "articles/tag/sea-and-shore",
        "articles/author/bo-brook",
    ):
        assert (site.output / address / "index.html").is_file(), address


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("---\ntitle: A\n---\nText", {"title": "A"}),
        ("---\ntitle: 'A'\ntags: [a, b]\nempty:\nnone: []\n---\n", {"title": "A", "tags": ["a", "b"]}),
        ("---\ntitle: A: b\n---\n", None),  # no YAML: Pelican reads it as it always did
        ("---\ntitle: A\ntitle: B\n---\n", None),
        ("---\njust words\n---\n", None),
        ("title: A\n\nText", None),
        ("---\ntitle: A\n", None),
    ],
)
def test_what_is_no_sound_yaml_is_left_to_pelican(text: str, read: dict[str, object] | None) -> None:
    found = yaml_fields(LocatedText("x.md", text))
    assert (found[0] if found else None) == read


def test_a_plain_file_is_a_page_whose_first_heading_is_its_title(site: Any) -> None:
    site.write("content/images/dot.png", "x")
    site.write(
        "content/pages/guide.md",
        "# The guide #\n\n[on](more.md#how-it-works) ![d](../images/dot.png) [x](#top)\n\n## Top\n",
    )
    site.write("content/pages/more.md", "# More of it\n\n## How it *works*\n\n[back](guide.md)\n")
    built = site.build()
    assert built.status == 0, built.text
    page = (site.output / "pages/the-guide/index.html").read_text("utf-8")
    assert "<h1>The guide</h1>" in page
    assert 'href="../../pages/more-of-it/index.html#how-it-works"' in page.replace(
        "more-of-it/#", "more-of-it/index.html#"
    )
    assert "images/dot.png" in page
    assert page.count("<h1") == 1


def test_a_link_of_a_plain_file_that_leads_nowhere_stops_the_build(site: Any) -> None:
    site.write("content/pages/guide.md", "# The guide\n\n[on](gone.md)\n")
    built = site.build()
    assert built.status == 1
    assert "content/pages/guide.md:3:6: error[broken-link]: the link leads to content/pages/gone.md" in built.text


def test_settings_may_name_a_folder_outside_the_content_and_a_link_alone_may_not(site: Any) -> None:
    site.write("docs/guide.md", "# The guide\n\n[on](more.md)\n")
    site.write("docs/more.md", "# More of it\n")
    site.write("content/pages/p.md", "Title: P\n\n[the guide]({filename}../../docs/guide.md)\n")
    refused = site.build()
    assert refused.status == 1
    assert "error[outside-content]" in refused.text
    site.settings('PAGE_PATHS = ["pages", "../docs"]', 'EXTRA_PATH_METADATA = {"../docs": {"menu": "no"}}')
    built = site.build()
    assert built.status == 0, built.text
    assert (site.output / "pages/the-guide/index.html").is_file()
    assert ">The guide</a>" not in (site.output / "index.html").read_text("utf-8")


def test_where_names_of_files_are_titles_a_heading_stays_a_heading(site: Any) -> None:
    site.settings(r"FILENAME_METADATA = r'(?P<title>[\w-]+)'")
    site.write("content/pages/guide.md", "# The guide\n")
    assert site.build().status == 0
    assert "<h1>guide</h1>" in (site.output / "pages/guide/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("How it *works*", "how-it-works"),
        ("What is not", "what-is-not"),
        ("“Why?” & what", "why--what"),
        ("a_b", "a_b"),
    ],
)
def test_anchors_are_those_of_code_hosts(heading: str, expected: str) -> None:
    assert anchor(heading.replace("*", ""), "-") == expected

"""A site that is read from a disk leads to files: a browser shows a folder as a folder."""

import pytest
from briefing.view.file_links import to_file, to_files


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("./", "./index.html"),
        ("../../", "../../index.html"),
        ("../a/", "../a/index.html"),
        ("../a/#story", "../a/index.html#story"),
        ("../a/?q=1#x", "../a/index.html?q=1#x"),
        ("../a/atom.xml", "../a/atom.xml"),
        ("../a/index.html", "../a/index.html"),
        ("#story", "#story"),
        ("/shop/", "/shop/"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_to_a_folder_of_the_site_leads_to_its_page(written: str, led: str) -> None:
    assert to_files(f'<a class="x" href="{written}">a/</a>') == f'<a class="x" href="{led}">a/</a>'


def test_addresses_of_the_site_lead_to_files() -> None:
    assert [to_file(url) for url in ("", "a/", "a/?b=c/#d/", "a.xml")] == [
        "",
        "a/index.html",
        "a/index.html?b=c/#d/",
        "a.xml",
    ]

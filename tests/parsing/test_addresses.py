import pytest
from briefing.parsing.addresses import read_addresses, site_path


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("See [this](../other/#views).", ["../other/#views"]),
        ("See [this](<../other/> 'title').", ["../other/"]),
        ("![a dot](/images/dot.png)", ["/images/dot.png"]),
        ("[this]: /about/", ["/about/"]),
        ('<a href="/a?b=1&amp;c=2">x</a>', ["/a?b=1&c=2"]),
        ("[@gazette](x) and [@gazette]: x", ["x"]),
        ("[x]({filename}x.md) [y](|static|/y.png) [z](%7Bfilename%7Dz.md)", []),
        ("no link at all (../other/)", []),
    ],
)
def test_every_plain_address_of_the_prose_is_read(text: str, written: list[str]) -> None:
    found = list(read_addresses(text, 0))
    assert [a.written for a in found] == written


def test_an_address_knows_where_it_stands() -> None:
    text = "---\n---\nSee [this](../other/)."
    (found,) = read_addresses(text, 8)
    assert text[found.start : found.end] == "../other/"


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("../other/", "briefings/other/"),
        ("../other/#views", "briefings/other/#views"),
        ("#views", "briefings/good/#views"),
        ("/repo/about/", "about/"),
        ("/repo/", ""),
        ("../..", ""),
        ("../../images/a%20dot.png", "images/a dot.png"),
        ("?page=2", "briefings/good/"),
        ("https://news.example.org/repo/about/", "about/"),
        ("//news.example.org/repo/about/", "about/"),
        ("/elsewhere/", "/elsewhere/"),
        ("https://other.example.org/repo/", None),
        ("mailto:a@example.org", None),
        ("https://[broken/", None),
    ],
)
def test_an_address_leads_to_a_path_of_the_site_or_elsewhere(written: str, led: str | None) -> None:
    assert site_path(written, "briefings/good/", "https://news.example.org/repo") == led


def test_without_an_address_of_the_site_every_host_is_elsewhere() -> None:
    assert site_path("https://news.example.org/x", "briefings/good/", "") is None
    assert site_path("/x", "briefings/good/", "") == "x"

"""The last look at what was built."""

from pathlib import Path

import pytest
from briefing.publishing.address import MISSING, read_address
from briefing.publishing.programs import PublishError
from briefing.publishing.ready import NEEDED, check_site, path_of, redirects_alone

from .conftest import write

ADDRESS = "https://news.example/site"


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("../b/?x=1#y", "briefings/b/"),
        ("../../", ""),
        ("../..", ""),
        ("..", "briefings/"),
        ("#here", None),
        ("./card.png", "briefings/a/card.png"),
        ("%C3%A9/", "briefings/a/é/"),
        ("https://news.example/site/x/", "x/"),
        ("https://news.example/site", ""),
        ("https://news.example/sitemap", None),
        ("/site/x.css", "x.css"),
        ("/shop/", None),
        ("//cdn.example/x.js", None),
        ("mailto:a@b.example", None),
        ("https://other.example/", None),
        ("../../../out", "../out"),
    ],
)
def test_a_link_leads_to_a_path_of_the_site_or_out_of_it(link: str, led: str | None) -> None:
    assert path_of(link, "briefings/a/index.html", ADDRESS) == led


@pytest.fixture
def ready(site: Path) -> Path:
    return write(site, **{"404_html": "", "robots.txt": "", "sitemap.xml": f"<loc>{ADDRESS}/b/</loc>"})


def test_a_whole_site_is_ready(ready: Path) -> None:
    assert [*check_site(ready, ADDRESS)] == []


@pytest.mark.parametrize("name", NEEDED)
def test_what_every_site_needs_is_missed(ready: Path, name: str) -> None:
    (ready / name).unlink()
    assert f"{name} is not there" in [*check_site(ready, ADDRESS)]


def test_a_link_that_leads_nowhere_is_named_with_its_page(ready: Path) -> None:
    write(
        ready, b__index_html='<a class="x" href="../gone/">x</a> <img alt="" src="../../out.png"> <a href="../">up</a>'
    )
    assert [*check_site(ready, ADDRESS)] == [
        "b/index.html: the link ../gone/ leads nowhere",
        "b/index.html: the link ../../out.png leads nowhere",
    ]


def test_a_page_of_the_sitemap_is_there(ready: Path) -> None:
    write(ready, **{"sitemap-2024.xml": f"<loc>{ADDRESS}/</loc><loc>{ADDRESS}/gone/</loc>"})
    assert [*check_site(ready, ADDRESS)] == [f"sitemap-2024.xml: {ADDRESS}/gone/ is not there"]


@pytest.mark.parametrize(
    "given", ["https://news.example/", "http://localhost:8000", "https://news.example/site/", "http://[::1]:80/a%20b"]
)
def test_an_address_of_a_site_is_one_of_the_web(given: str) -> None:
    assert read_address(given) == given.rstrip("/")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("news.example", "does not begin with https://"),
        ("//news.example", "does not begin with https://"),
        ("/../x", "does not begin with https://"),
        ("javascript:x", "does not begin with https://"),
        ("ftp://news.example", "not by ftp://"),
        ("https://", "names no host"),
        ("https:///news", "names no host"),
        ("https://[", "its host cannot be read"),
        ("https://a .example", "'a .example' cannot be a host"),
        ("https://a..example", "'a..example' cannot be a host"),
        ("https://ü.example", "xn--tda.example"),
        ("https://a.example:99999", "its port is no number"),
        ("https://a.example:0", "its port is no number"),
        ("https://a.example:x", "its port is no number"),
        ("https://a.example/?q", "nothing after ? or #"),
        ("https://a.example/#", "nothing after ? or #"),
        ("https://a.example/../x", "a step that leads nowhere"),
        ("https://a.example/%2e%2E/x", "a step that leads nowhere"),
        ("https://a.example//x", "a step that leads nowhere"),
        ("https://a.example/a b", "its path is written /a%20b"),
        ("https://a.example/é", "its path is written /%C3%A9"),
        ("https://a.example/50%_a%20b@c", "its path is written /50%25_a%20b@c"),
        ("https://a.exam\tple", "a tab or the end of a line"),
    ],
)
def test_anything_else_is_one_line_that_says_what_is_wrong_with_it(given: str, said: str) -> None:
    with pytest.raises(PublishError) as stopped:
        read_address(given)
    assert str(stopped.value).startswith(f"'{given}' is no address of a site: ")
    assert said in str(stopped.value)
    assert len(str(stopped.value).splitlines()) == 1


def test_a_missing_address_says_how_to_give_it_and_one_with_a_password_is_not_taken() -> None:
    with pytest.raises(PublishError, match="SITEURL="):
        read_address("")
    assert "SITEURL=" in MISSING
    for given in ("https://me:secret@news.example", "me:secret@news.example", "https://me:secret@a b/?"):
        with pytest.raises(PublishError, match="no user and no password") as stopped:
            read_address(given)
        assert "secret" not in str(stopped.value)


def test_an_old_address_that_is_no_page_leads_on_only_at_hosts_that_redirect(ready: Path) -> None:
    rules = "/feed.xml /b/ 301!\n/feed.xml /b/ 301\n/b /c/ 301!\n/b/ /c/ 301\n"
    (ready / "_redirects").write_text(rules)
    assert [*redirects_alone(ready, "https://news.example")] == ["/feed.xml"]
    below = rules.replace(" /", " /news/").replace("/feed", "/news/feed")
    (ready / "_redirects").write_text(below)
    assert [*redirects_alone(ready, "https://news.example/news")] == ["/feed.xml"]

"""The small files at the root of a site."""

import json
from datetime import date

import pytest
from briefing.build.names import HOST_FILES
from briefing.exports.host_files import FILES, Hosted, plan_host_files, render_manifest, render_robots, render_security
from briefing.exports.redirects import file_of, render_redirects
from briefing.view.head import Head
from briefing.view.site import Site

SITE = Site(name="Fiction", url="https://example.org/sub", contact="mailto:flaws@example.org")


def head(*aliases: str, status: str = "published") -> Head:
    url = "drafts/briefings/x/" if status == "draft" else "briefings/x/"
    return Head("x.md", "x.md", "x", "en", url, status, 0.0, 2024, False, "X", "", (), (), (), (), (), aliases=aliases)


def test_a_site_may_have_each_of_them_itself() -> None:
    assert frozenset(FILES) == HOST_FILES


def test_what_has_nothing_to_say_is_not_there() -> None:
    assert set(plan_host_files(Hosted(Site()))) == {"_headers", "robots.txt", "manifest.webmanifest", ".nojekyll"}
    everything = Hosted(SITE, (head("old/"),), ("sitemap-2024.xml",), date(2024, 6, 1).toordinal())
    assert set(plan_host_files(everything)) == set(FILES)


def test_drafts_are_not_for_search_engines_and_the_sitemap_is() -> None:
    robots = render_robots(Hosted(SITE, sitemaps=("sitemap-2024.xml",)))
    assert robots.splitlines() == [
        "User-agent: *",
        "Disallow: /drafts/",
        "Disallow: /*/drafts/",
        "",
        "Sitemap: https://example.org/sub/sitemap.xml",
    ]
    assert "Sitemap" not in render_robots(Hosted(Site()))


@pytest.mark.parametrize(
    ("built", "expires"),
    [("2024-01-31", "2024-12-01"), ("2024-02-01", "2025-01-01"), ("2024-12-31", "2025-11-01")],
)
def test_whom_to_tell_of_a_flaw_counts_for_less_than_a_year_and_changes_once_a_month(built: str, expires: str) -> None:
    text = render_security(Hosted(SITE, day=date.fromisoformat(built).toordinal()))
    assert text.splitlines() == [
        "Contact: mailto:flaws@example.org",
        f"Expires: {expires}T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://example.org/sub/.well-known/security.txt",
    ]


def test_a_site_that_names_nobody_to_tell_promises_nothing() -> None:
    assert render_security(Hosted(Site())) == ""


def test_the_manifest_works_at_any_address() -> None:
    manifest = json.loads(render_manifest(Hosted(Site(name="إحاطات", lang="ar"))))
    assert (manifest["name"], manifest["lang"], manifest["dir"]) == ("إحاطات", "ar", "rtl")
    assert not manifest["start_url"].startswith("/")
    assert {icon["src"][0] for icon in manifest["icons"]} == {"t"}


def test_an_old_address_leads_on_in_both_its_spellings_below_the_path_of_the_site() -> None:
    assert render_redirects([head("2023/old/", "old.html")], SITE).splitlines() == [
        "/sub/2023/old /sub/briefings/x/ 301!",
        "/sub/2023/old /sub/briefings/x/ 301",
        "/sub/2023/old/ /sub/briefings/x/ 301",
        "/sub/old.html /sub/briefings/x/ 301!",
        "/sub/old.html /sub/briefings/x/ 301",
    ]
    assert render_redirects([head("été/")], Site()).splitlines()[1] == "/%C3%A9t%C3%A9 /briefings/x/ 301"


def test_a_page_at_an_old_address_keeps_no_host_from_leading_on() -> None:
    rules = [line.split() for line in render_redirects([head("old/")], Site()).splitlines()]
    first = next(status for old, _, status in rules if old == "/old")
    assert first == "301!"  # Netlify: the first that fits, whatever stands there
    understood = {old: new for old, new, status in rules if status.isdecimal()}  # Cloudflare Pages
    assert understood == {"/old": "/briefings/x/", "/old/": "/briefings/x/"}


def test_a_draft_has_not_moved() -> None:
    assert render_redirects([head("old/", status="draft")], SITE) == ""


@pytest.mark.parametrize(
    ("alias", "file"),
    [("a/b/", "a/b/index.html"), ("a/b", "a/b/index.html"), ("a.html", "a.html"), ("a.HTM", "a.HTM"), ("a.php", "")],
)
def test_a_page_stands_where_a_host_looks_for_one(alias: str, file: str) -> None:
    assert file_of(alias) == file

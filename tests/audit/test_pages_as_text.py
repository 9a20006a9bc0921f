"""Checks of pages as text, each with the fault it is there for."""

from collections.abc import Callable

import pytest

from audit.links import check_links
from audit.policy import check_policy
from audit.site import Page, Site, examples
from audit.weights import check_weights

MakeSite = Callable[..., Site]
OTHER = '<!DOCTYPE html><title>Other</title><p id="here">'


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<a href="gone.html">gone</a>', "there is nothing at the end of a link"),
        ('<a href="other.html/">a folder that is a file</a>', "there is nothing at the end of a link"),
        ('<img src="gone.png" alt="">', "there is nothing at the end of a link"),
        ('<a href="#nowhere">nowhere</a>', "no element has the id 'nowhere'"),
        ('<a href="other.html#nowhere">nowhere</a>', "no element has the id 'nowhere'"),
        ('<a href="/">the host’s own front page</a>', "a link out of the site's own folder"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(make_site: MakeSite, body: str, what: str) -> None:
    assert [finding.what for finding in check_links(make_site(body, other_html=OTHER))] == [what]


@pytest.mark.parametrize(
    "link",
    ["other.html#here", "#top", ".", "./#top", "https://example.org/", "mailto:a@example.org", "other.html#:~:text=a"],
)
def test_a_link_that_leads_somewhere_is_not(make_site: MakeSite, link: str) -> None:
    assert list(check_links(make_site(f'<a href="{link}">there</a>', other_html=OTHER))) == []


@pytest.mark.parametrize(
    ("body", "head", "css", "what"),
    [
        ("".join(f"<p>{n * 7919}</p>" for n in range(20_000)), "", "", "HTML and CSS gzipped"),
        ("", "", "".join(f".a{n * 7919} {{ top: {n}px }}" for n in range(4_000)), "CSS gzipped"),
        ("", '<script src="long.js"></script>', "", "of scripts"),
        ("", '<script src="https://example.org/a.js"></script>', "", "from another host"),
        ("", '<link rel="icon" href="//example.org/a.ico">', "", "from another host"),
        ("", "", "@font-face { src: url(a.woff2) }", "a style sheet that fetches something"),
    ],
)
def test_a_page_over_its_budget_is_found(make_site: MakeSite, body: str, head: str, css: str, what: str) -> None:
    findings = list(check_weights(make_site(body, head, css=css, long_js=";" * 10_001)))
    assert len(findings) == 1
    assert what in findings[0].what


def test_a_page_within_its_budgets_is_not(make_site: MakeSite) -> None:
    script = '<script src="short.js"></script>'
    assert list(check_weights(make_site("<p>Short.", script, short_js=";" * 10_000))) == []


@pytest.mark.parametrize(
    ("body", "head", "policy", "what"),
    [
        ('<p style="top:0">', "", None, "a style on the page itself"),
        ("", "<style>p{}</style>", None, "a style on the page itself"),
        ("<script>1</script>", "", None, "a script on the page itself"),
        ('<p onclick="1">', "", None, "a handler on the page itself: onclick"),
        ('<a href=" javascript:1">', "", None, "a script in an address"),
        ("", "", "default-src 'none'; style-src 'self' 'unsafe-inline'", "the policy lets through 'unsafe-inline'"),
        ("", "", "default-src 'none'; img-src *", "the policy lets through *"),
        ("", "", "default-src 'none'; script-src 'wasm-unsafe-eval'", "the policy lets through 'wasm-unsafe-eval'"),
        ("", "", "style-src 'self'", "the policy does not begin at default-src 'none'"),
    ],
)
def test_what_a_strict_policy_forbids_is_found(
    make_site: MakeSite, body: str, head: str, policy: str | None, what: str
) -> None:
    given = {"policy": policy} if policy else {}
    assert [finding.what for finding in check_policy(make_site(body, head, **given))] == [what]


def test_a_page_without_a_policy_is_found(make_site: MakeSite) -> None:
    site = make_site(other_html=OTHER)
    assert [(f.page, f.what) for f in check_policy(site)] == [
        ("site/other.html", "the page has no Content-Security-Policy")
    ]


def test_a_block_of_data_is_no_script(make_site: MakeSite) -> None:
    assert list(check_policy(make_site('<script type="application/ld+json">{}</script>'))) == []


def test_two_of_every_kind_of_page_are_looked_at_the_largest() -> None:
    lengths = {
        "index.html": 1,
        "briefings/index.html": 1,
        "briefings/2023/index.html": 1,
        "ar/briefings/a/index.html": 1,
    }
    lengths |= {f"briefings/{name}/index.html": size for name, size in (("a", 1), ("b", 3), ("c", 2))}
    site = Site("s", None, "", True, tuple(Page("s", p, "x" * n, "") for p, n in lengths.items()), frozenset())  # type: ignore[arg-type]  # no folder
    assert [page.path for _, page in examples([site])] == [
        "index.html",
        "ar/briefings/a/index.html",
        "briefings/index.html",
        "briefings/2023/index.html",
        "briefings/b/index.html",
        "briefings/c/index.html",
    ]

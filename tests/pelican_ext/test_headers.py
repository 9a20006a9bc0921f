"""The second wall, for hosts that read a file of headers, and on every page itself."""

from typing import Any

from briefing.exports.security_headers import POLICY, render_headers
from bs4 import BeautifulSoup


def test_a_site_has_a_file_of_headers(site: Any) -> None:
    assert (site.output / "_headers").read_text() == render_headers()


def test_a_site_may_have_a_file_of_headers_of_its_own(site: Any) -> None:
    site.write("content/images/_headers", "/*\n  X-Mine: yes\n")
    site.settings("EXTRA_PATH_METADATA = {'images/_headers': {'path': '_headers'}}")
    assert site.build().status == 0
    assert (site.output / "_headers").read_text() == "/*\n  X-Mine: yes\n"


def test_every_page_carries_a_policy_that_the_header_allows(site: Any) -> None:
    for name, raw in site.snapshot().items():
        if name.endswith(".html"):
            page = BeautifulSoup(raw, "html.parser")
            policy = str(page.select_one("meta[http-equiv=Content-Security-Policy]")["content"])  # type: ignore[index]
            for directive in policy.split(";"):
                kind, _, sources = directive.strip().partition(" ")
                assert {*sources.split()} <= {"'none'", *POLICY[kind].split()}, f"{name}: {directive}"
            assert page.select_one("meta[name=referrer]"), name

"""The checks in their order: over all pages as text, and over two of every kind in the browser."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser

from . import access, html_checker, keyboard, lighthouse, links, pictures, policy, quiet, reflow, scripts, weights
from .browser import Tab
from .finding import Finding
from .site import Page, Site

Read = Callable[[Site], Iterator[Finding]]
Look = Callable[[Site, Page], Iterator[Finding]]


@dataclass
class Check:
    """What a check has found so far, on how many pages, in how many seconds."""

    name: str
    pages: int = 0
    seconds: float = 0.0
    findings: set[Finding] = field(default_factory=set)

    def take(self, pages: int, found: Iterable[Finding]) -> None:
        """Run one check over some pages."""
        start = perf_counter()
        self.findings.update(found)
        self.seconds += perf_counter() - start
        self.pages += pages


READS: dict[str, Read] = {
    links.RULE: links.check_links,
    policy.RULE: policy.check_policy,
    weights.RULE: weights.check_weights,
}
LOOKS = (quiet.RULE, scripts.RULE, reflow.RULE, keyboard.RULE, access.RULE, pictures.RULE)
RULES = (*READS, *LOOKS, html_checker.RULE)
"""Every check by its name, but Lighthouse, whose speed depends on what else the machine does."""


def read_sites(sites: list[Site], only: Container[str]) -> Iterator[Check]:
    """Yield each check of pages as text, over every page."""
    for name, read in READS.items():
        if name not in only:
            continue
        check = Check(name)
        for site in sites:
            check.take(len(site.pages), read(site))
        yield check


def check_pages(jar: Path, sites: list[Site]) -> Check:
    """Return what the Nu HTML checker says of every page."""
    pages = [page for site in sites for page in site.pages]
    check = Check(html_checker.RULE)
    check.take(len(pages), html_checker.check_html(jar, pages))
    return check


def score_pages(command: Path, chromium: str, site: Site) -> Check:
    """Return what Lighthouse says of the pages of a site that people come to first."""
    check = Check(lighthouse.RULE)
    check.take(len(lighthouse.SHAPES), lighthouse.check_lighthouse(command, chromium, site))
    return check


def look_at_pages(
    browser: Browser, pages: list[tuple[Site, Page]], only: Container[str], axe: Path, folder: Path
) -> Iterator[Check]:
    """Yield each check that needs eyes, over these pages, and write their pictures into a folder."""
    with browser.new_context() as context, browser.new_context(java_script_enabled=False) as plain:
        tab, bare = Tab(context), Tab(plain)
        looks: dict[str, Look] = {
            quiet.RULE: lambda site, page: quiet.check_quiet(tab, site, page),
            scripts.RULE: lambda _, page: scripts.check_scripts(tab, bare, page),
            reflow.RULE: lambda _, page: reflow.check_reflow(tab, page),
            keyboard.RULE: lambda _, page: keyboard.check_keyboard(tab, page),
            access.RULE: lambda _, page: access.check_access(tab, page, axe),
            pictures.RULE: lambda _, page: pictures.take_pictures(tab, page, folder),
        }
        for name in [name for name in LOOKS if name in only]:
            check = Check(name)
            for site, page in pages:
                check.take(1, looks[name](site, page))
            yield check

"""A page opens without a word from the browser: nothing missing, nothing stopped by the policy, nothing broken."""

from collections.abc import Iterator

from .browser import Tab
from .finding import Finding
from .site import Page, Site

RULE = "quiet"


def check_quiet(tab: Tab, site: Site, page: Page) -> Iterator[Finding]:
    """Yield what the browser says, of the page as it is served and as it lies on a disk."""
    alone = page.path == "404.html"  # shown at any address: its links begin where the site does
    if not (alone and site.relative):
        yield from _opened(tab, page, page.address)
    if site.relative and not alone:
        yield from _opened(tab, page, (site.folder / page.path).as_uri())


def _opened(tab: Tab, page: Page, address: str) -> Iterator[Finding]:
    tab.open(address)
    for said in tab.said:
        yield Finding(page.name, RULE, f"the browser says: {said}", address)

"""Pictures of pages, for people to look at."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from .browser import Tab
from .finding import Finding
from .site import Page

RULE = "pictures"

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")


def take_pictures(tab: Tab, page: Page, folder: Path) -> Iterator[Finding]:
    """Find nothing: write a page at three widths in two schemes, whole, each in a file that says which."""
    yield from ()
    name = page.name.strip("/").replace("/", "-").removesuffix(".html")
    for width, scheme in product(WIDTHS, SCHEMES):
        tab.open(page.address, width, scheme)
        tab.page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)

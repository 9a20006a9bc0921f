"""No word is lost on a small screen, in large type or with wide spacing (WCAG 1.4.4, 1.4.10, 1.4.12)."""

from collections.abc import Iterator
from typing import Any

from .browser import Tab
from .finding import Finding
from .site import Page

RULE = "reflow"
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""
READERS = (
    (320, "a window of 320 px", "", ()),
    (1280, "text at 200 %", "enlarge", (2,)),
    (768, "text at 200 % in a small window", "enlarge", (2,)),
    (360, "wide spacing on a phone", "wear", (SPACED,)),
    (1280, "wide spacing", "wear", (SPACED,)),
)
"""Width of the window, what a finding calls it, and what the reader does to the page."""


def check_reflow(tab: Tab, page: Page) -> Iterator[Finding]:
    """Yield what is cut off, covered or pushed out of the window, for each of these readers."""
    for width, reader, change, given in READERS:
        tab.open(page.address, width)
        tab.probe("open_all")
        if change:
            tab.probe(change, *given)
        yield from findings_of(tab.probe("layout"), page.name, reader)


def findings_of(layout: dict[str, Any], page: str, reader: str) -> Iterator[Finding]:
    """Yield what a layout has lost."""
    if layout["needed"] > layout["width"]:
        what = f"the page is {layout['needed']} px wide in a window of {layout['width']} px"
        yield Finding(page, RULE, what, reader, "let it wrap, or scroll in a box of its own")
    for where in layout["wide"]:
        yield Finding(page, RULE, "text beside the window", f"{where} ({reader})", "let it wrap")
    for where in layout["cut"]:
        yield Finding(page, RULE, "text cut off", f"{where} ({reader})", "let its box grow")
    for where in layout["overlapping"]:
        yield Finding(page, RULE, "text over text", f"{where} ({reader})", "give each its own room")

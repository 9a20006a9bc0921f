"""The keyboard reaches everything, opens what is folded, and always shows where it is (WCAG 2.1.1, 2.4.7, 2.4.11)."""

from collections.abc import Iterator
from typing import Any

from .browser import Tab
from .finding import Finding
from .site import Page

RULE = "keyboard"
RING = 2  # px
CONTRAST = 3  # WCAG 1.4.11


def check_keyboard(tab: Tab, page: Page) -> Iterator[Finding]:
    """Yield what Tab does not reach or does not show, on a phone and a desk, in light and dark."""
    for width, scheme in ((360, "light"), (1280, "dark")):
        tab.open(page.address, width, scheme)
        stops = list(walk(tab))
        seen = f"({width} px, {scheme})"
        for stop in stops:
            yield from findings_of(stop, page.name, seen)
        for where in sorted(set(tab.probe("reachable")) - {stop["where"] for stop in stops}):
            yield Finding(page.name, RULE, "the keyboard does not reach it", f"{where} {seen}")


def walk(tab: Tab) -> Iterator[dict[str, Any]]:
    """Yield each place that Tab comes to, until it leaves the page; what is folded is opened on the way."""
    before: set[str] = set()
    while True:
        tab.page.keyboard.press("Tab")
        stop = tab.probe("focused")
        if stop is None or stop["where"] in before:
            return
        before.add(stop["where"])
        if stop["folded"]:
            tab.page.keyboard.press("Enter")
        yield stop


def findings_of(stop: dict[str, Any], page: str, seen: str) -> Iterator[Finding]:
    """Yield what is wrong with the way one place shows that it has focus."""
    where = f"{stop['where']} {seen}"
    if stop["ring"] < RING:
        yield Finding(page, RULE, "focus does not show", where, f"an outline of at least {RING} px")
    elif (found := contrast(stop["ring_colour"], stop["paper"])) < CONTRAST:
        yield Finding(page, RULE, f"the ring of focus has a contrast of {found:.1f}", where, f"at least {CONTRAST}")
    if not stop["in_view"]:
        yield Finding(page, RULE, "what has focus is out of sight", where)
    elif stop["covered_by"]:
        yield Finding(page, RULE, f"what has focus is covered by {stop['covered_by']}", where, "scroll-padding")


def contrast(one: list[int], other: list[int]) -> float:
    """Return the contrast of two opaque colours, by WCAG's formula."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: list[int]) -> float:
    parts = [c / 255 for c in colour[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

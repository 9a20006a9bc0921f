"""axe on the page with everything opened: WCAG 2.2 AA and good practice, on a phone and a desk, in light and dark."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from .browser import Tab
from .finding import Finding
from .site import Page

RULE = "access"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
RUN = "async tags => (await axe.run({runOnly: tags, resultTypes: ['violations']})).violations"


def check_access(tab: Tab, page: Page, axe: Path) -> Iterator[Finding]:
    """Yield axe's violations; ``axe`` is its program's file."""
    for width, scheme in product(WIDTHS, SCHEMES):
        tab.open(page.address, width, scheme)
        tab.probe("open_all")
        tab.page.evaluate(axe.read_text(encoding="utf-8"))
        yield from findings_of(tab.page.evaluate(RUN, TAGS), page.name, f"{width} px, {scheme}")


def findings_of(violations: list[dict[str, Any]], page: str, seen: str) -> Iterator[Finding]:
    """Yield a finding for every element that a violation names."""
    for violation in violations:
        for node in violation["nodes"]:
            summary = " ".join(node["failureSummary"].split()[3:])
            where = f"{' '.join(map(str, node['target']))} ({seen})"
            yield Finding(page, RULE, f"{violation['id']}: {violation['help']}", where, summary)

"""A page read with scripts off has all its words, and shows no control that would do nothing."""

from collections.abc import Iterable, Iterator

from .browser import Tab
from .finding import Finding
from .site import Page

RULE = "scripts"


def check_scripts(tab: Tab, bare: Tab, page: Page) -> Iterator[Finding]:
    """Yield what only readers with scripts get; ``bare`` is a tab in which none runs."""
    tab.open(page.address)
    bare.open(page.address)
    yield from findings_of(tab.probe("lines"), bare.probe("lines"), bare.probe("controls"), page.name)


def findings_of(scripted: Iterable[str], bare: Iterable[str], idle: Iterable[str], page: str) -> Iterator[Finding]:
    """Yield each line that is there with scripts alone, and each control that needs one to do anything."""
    for line in sorted(set(scripted) - set(bare)):
        yield Finding(page, RULE, "only scripts show it", f"“{line[:80]}”", "write it into the page")
    for where in idle:
        yield Finding(page, RULE, "a control that does nothing without a script", where, "let the script bring it")

"""A strict Content-Security-Policy on every page, and nothing on the page that would need it relaxed."""

from collections.abc import Iterator

from bs4 import Tag

from .finding import Finding
from .site import Page, Site

RULE = "policy"
META = 'meta[http-equiv="Content-Security-Policy" i]'
DATA = {"application/ld+json", "application/json"}
SOURCES = {"'self'", "'none'"}
WASM = "'wasm-unsafe-eval'"
SEARCH = "search/index.html"


def check_policy(site: Site) -> Iterator[Finding]:
    """Yield what the policy lets through, and what it would stop."""
    for page in site.pages:
        yield from _missing_or_loose(page)
        for element in page.tree.find_all():
            yield from _inline(page, element)


def _missing_or_loose(page: Page) -> Iterator[Finding]:
    meta = page.tree.select_one(META)
    if meta is None:
        yield Finding(page.name, RULE, "the page has no Content-Security-Policy", mend="extend base.html")
        return
    directives = {name: set(values) for name, *values in map(str.split, str(meta["content"]).split(";")) if name}
    if directives.get("default-src") != {"'none'"}:
        yield Finding(page.name, RULE, "the policy does not begin at default-src 'none'")
    for name, values in directives.items():
        more = {WASM} if name == "script-src" and page.path.endswith(SEARCH) else set()
        if loose := values - SOURCES - more:
            yield Finding(page.name, RULE, f"the policy lets through {' '.join(sorted(loose))}", name)
    for late in meta.find_all_previous(["link", "script", "style"]):
        yield Finding(page.name, RULE, "the policy comes after what it should hold", f"<{late.name}>")


def _inline(page: Page, element: Tag) -> Iterator[Finding]:
    if element.name == "style" or element.has_attr("style"):
        yield Finding(page.name, RULE, "a style on the page itself", _start(element), "put it in a style sheet")
    if element.name == "script" and not element.get("src") and element.get("type") not in DATA:
        yield Finding(page.name, RULE, "a script on the page itself", _start(element), "put it in a file")
    for name, value in element.attrs.items():
        if name.startswith("on"):
            yield Finding(page.name, RULE, f"a handler on the page itself: {name}", _start(element), "put it in a file")
        if str(value).lstrip().lower().startswith("javascript:"):
            yield Finding(page.name, RULE, "a script in an address", _start(element))


def _start(element: Tag) -> str:
    return str(element).partition(">")[0][:80] + ">"

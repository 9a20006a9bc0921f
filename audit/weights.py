"""What a page costs its reader, against the budgets of the design."""

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from .finding import Finding
from .site import Page, Site

PAGE = 50_000  # bytes gzipped, HTML and CSS
STYLES = 15_000  # bytes gzipped
SCRIPTS = 10_000  # bytes as they are
RULE = "weights"
LOADING = 'link[rel~="stylesheet"], link[rel~="icon"], link[rel~="preload"], script, img, iframe, video, audio, source'
TOO_MUCH = re.compile(r"@font-face|@import|url\(\s*['\"]?(?:https?:)?//", re.IGNORECASE)


def gzipped(data: bytes) -> int:
    """Return how many bytes these are on their way to a reader."""
    return len(gzip.compress(data, 9, mtime=0))


def weigh(site: Site, page: Page) -> tuple[int, int, int]:
    """Return the bytes of a page's HTML and its CSS, both gzipped, and of its scripts as they are."""
    styles = b"".join(_files(site, page, 'link[rel~="stylesheet"]', "href"))
    scripts = b"".join(_files(site, page, "script[src]", "src"))
    return gzipped(page.html.encode()), gzipped(styles), len(scripts)


def check_weights(site: Site) -> Iterator[Finding]:
    """Yield what is over its budget, and what is fetched from anywhere else."""
    for page in site.pages:
        html, styles, scripts = weigh(site, page)
        for what, bytes, budget in (
            ("HTML and CSS gzipped", html + styles, PAGE),
            ("CSS gzipped", styles, STYLES),
            ("scripts", scripts, SCRIPTS),
        ):
            if bytes > budget:
                yield Finding(page.name, RULE, f"{bytes:,} bytes of {what}, where {budget:,} are allowed")
        yield from _foreign(site, page)
    for path in sorted(site.files):
        if path.endswith(".css"):
            for found in TOO_MUCH.finditer((site.folder / path).read_text(encoding="utf-8")):
                yield Finding(path, RULE, "a style sheet that fetches something", found[0], "no fonts, no imports")


def _foreign(site: Site, page: Page) -> Iterator[Finding]:
    for element in page.tree.select(LOADING):
        for name in ("href", "src"):
            url = urljoin(page.address, str(element.get(name, "")))
            if urlsplit(url).netloc not in {"", urlsplit(site.address).netloc}:
                yield Finding(page.name, RULE, "something is fetched from another host", url, "serve it from the site")


def _files(site: Site, page: Page, selector: str, name: str) -> Iterator[bytes]:
    for element in page.tree.select(selector):
        path = _path(site, page, element, name)
        if path in site.files:
            yield (site.folder / path).read_bytes()


def _path(site: Site, page: Page, element: Tag, name: str) -> str:
    return urljoin(page.address, str(element[name])).removeprefix(site.address)

"""Addresses that pages had before: where each leads now, as a page of its own, and as hosts read it from a file.

Netlify, Cloudflare Pages and others read ``_redirects`` and answer with the status 301. Every other host serves the
page that stands at the old address, which leads on by itself. Netlify would serve that page as well, were it not for
the ``!``, and takes the first line that fits, with a slash at its end or without; Cloudflare leaves out lines that it
does not understand, ``!`` among them, and answers from the others whatever stands at the address.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from ..view.head import Head
from ..view.site import Site

NAME = "_redirects"
PAGE = re.compile(r"\.html?$", re.IGNORECASE)
OTHER_FILE = re.compile(r"\.\w{1,5}$")


def moved(shown: Iterable[Head]) -> Iterator[tuple[str, Head]]:
    """Yield each old address with the briefing that has moved from there; a draft has none."""
    for head in shown:
        if head.aliases and head.status != "draft":
            yield from ((alias, head) for alias in head.aliases)


def file_of(alias: str) -> str:
    """Return the file that hosts serve at an old address; "" where that is no page of HTML."""
    if alias.endswith("/") or PAGE.search(alias):
        return f"{alias}index.html" if alias.endswith("/") else alias
    return "" if OTHER_FILE.search(alias) else f"{alias}/index.html"


def render_redirects(shown: Iterable[Head], site: Site) -> str:
    """Return the file for hosts; "" where nothing has moved."""
    root = urlsplit(site.url).path.rstrip("/")
    lines = (
        f"{root}/{quote(old)} {root}/{quote(head.url)} {status}"
        for alias, head in moved(shown)
        for old, status in _rules(alias)
    )
    return "".join(f"{line}\n" for line in lines)


def _rules(alias: str) -> Iterator[tuple[str, str]]:
    """Yield each spelling of an old address with its status; of a folder both lead on."""
    is_folder = file_of(alias).endswith("/index.html")
    spellings = (alias.rstrip("/"), f"{alias.rstrip('/')}/") if is_folder else (alias,)
    yield spellings[0], "301!"
    yield from ((spelling, "301") for spelling in spellings)

"""The last look at a built site before it is published: what must be there, and whether every link leads somewhere."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from ..exports.redirects import NAME as REDIRECTS
from .changes import names_of

NEEDED = ("index.html", "404.html", "robots.txt", "sitemap.xml")
LINK = re.compile(r"""<[a-z][^>]*?\s(?:href|src)="([^"]*)\"""")
LOCATION = re.compile(r"<loc>([^<]*)</loc>")
LARGEST = 100 * 1024 * 1024
MOST = 10


def check_site(folder: Path, address: str) -> Iterator[str]:
    """Yield what is wrong with a built site that readers will find at an address, a line for each problem."""
    names = frozenset(names_of(folder))
    yield from (f"{name} is not there" for name in NEEDED if name not in names)
    for name in sorted(names):
        if (folder / name).stat().st_size > LARGEST:
            yield f"{name} is larger than 100 MB, which no host of static sites takes"
        if name.endswith(".html"):
            dead = _dead(LINK.findall((folder / name).read_text("utf-8", "replace")), name, names, address)
            yield from (f"{name}: the link {link} leads nowhere" for link in dead)
        elif name.startswith("sitemap"):
            dead = _dead(LOCATION.findall((folder / name).read_text("utf-8")), name, names, address)
            yield from (f"{name}: {link} is not there" for link in dead)


def _dead(links: list[str], name: str, names: frozenset[str], address: str) -> Iterator[str]:
    for link in dict.fromkeys(links):
        led = path_of(unescape(link), name, address)
        if led is not None and not _is_there(led, names):
            yield link


def path_of(link: str, name: str, address: str) -> str | None:
    """Return the path in the site to which a link of a page leads; None where that is not in the site."""
    if link.startswith(f"{address}/") or link == address:
        return unquote(urlsplit(link.removeprefix(address)).path).lstrip("/")
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    root = urlsplit(address).path.rstrip("/")
    if parts.path.startswith("/"):
        inside = parts.path.startswith(f"{root}/")
        return unquote(parts.path.removeprefix(root)).lstrip("/") if inside else None
    ending = "/" if parts.path.endswith(("/", "/..", "/.")) or parts.path in (".", "..") else ""
    led = normpath(join(dirname(name), unquote(parts.path)))
    return "" if led == "." else led + ending


def redirects_alone(folder: Path, address: str) -> Iterator[str]:
    """Yield the old addresses at which no page stands, for they are none of HTML: only hosts that redirect lead on."""
    rules = folder / REDIRECTS
    names = frozenset(names_of(folder))
    for line in rules.read_text("utf-8").splitlines() if rules.is_file() else ():
        old, _, to = line.partition(" ")
        led = path_of(old, "", address) if to.endswith(" 301!") else None
        if led is not None and not _is_there(led, names):
            yield f"/{led}"


def _is_there(path: str, names: frozenset[str]) -> bool:
    if path.startswith(".."):
        return False
    return path in names or f"{path.rstrip('/')}/index.html".lstrip("/") in names

"""Links that the prose writes as plain addresses: where they stand, and which page of the site they mean."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote, urljoin, urlsplit

from ..frozen import frozen

WRITTEN = re.compile(
    r"""\]\([ \t]*<?(?P<inline>[^\s()<>]+)"""  # [words](address)
    r"""|^[ ]{0,3}\[(?!@)[^\]\n]+\]:[ \t]*<?(?P<reference>[^\s<>]+)"""  # [words]: address
    r"""|\b(?:href|src)\s*=\s*["'](?P<attribute>[^"'<>\s]+)""",
    re.MULTILINE,
)
SIGNS = ("](", "]:", "=")
"""One of these is in every address that is written: looking for them takes a tenth of the time."""
HAS_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
PELICANS = ("{", "|", "%7B", "%7b")  # {filename}: its file is checked as such


@frozen
class Address:
    """An address in the prose: offsets into the file, and as it is written."""

    start: int
    end: int
    written: str


def read_addresses(text: str, start: int) -> Iterator[Address]:
    """Yield every address of a link or an image that begins behind an offset, those with ``{filename}`` left out."""
    may_have = any(text.find(sign, start) >= 0 for sign in SIGNS)
    for found in WRITTEN.finditer(text, start) if may_have else ():
        group = found.lastgroup or ""
        written = unescape(found[group])
        if not written.startswith(PELICANS):
            yield Address(found.start(group), found.end(group), written)


def site_path(written: str, page_url: str, site_url: str) -> str | None:
    """Return where an address on a page leads in the site, ``briefings/x/#timeline``; None where it leads elsewhere.

    Below a path of its host, ``/other/`` leads beside the site: it is returned with its slash.

    `page_url` is the page's own address below the site's root, `site_url` the address of the root, or "".
    """
    root = urlsplit(f"{site_url}/")
    try:
        there = urlsplit(urljoin(f"{root.path}{page_url}", written))
    except ValueError:  # no address at all: a browser leads nowhere either
        return None
    if HAS_SCHEME.match(written) and (not site_url or (there.scheme or root.scheme, there.netloc) != root[:2]):
        return None
    path = unquote(there.path)
    if not path.startswith(root.path):  # on this host, but beside the site
        return None if HAS_SCHEME.match(written) else path
    below = path.removeprefix(root.path)
    plain = normpath(below) if below else ""
    folder = "/" if below.endswith("/") and plain != "." else ""
    fragment = f"#{unquote(there.fragment)}" if there.fragment else ""
    return f"{'' if plain == '.' else plain}{folder}{fragment}"


def has_address(name: str) -> bool:
    """Tell whether a category or tag has a letter or a digit: of them its address is made."""
    return any(map(str.isalnum, name))


def content_path(folder: str, path: str) -> str:
    """Return the path below the content folder that a path in a file of a folder means; ``/`` begins at content."""
    path = unquote(unescape(path))
    return normpath(path.lstrip("/") if path.startswith("/") else join(folder, path))

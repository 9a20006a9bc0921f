"""What a page says of other pages: a hole when the page is made, filled when every page is known.

So a briefing's page is made from the briefing alone, wherever and whenever; and a change of another page's title or
address changes only what fills the hole. The text of a hole holds a token that no editor can have written: the
digest of the file it would have to stand in.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import quote

from .text import Html

NAMES = ("alternates", "languages", "related")
"""The holes of a page, each filled by the template ``later/NAME.html``; a link of the prose has its number."""
OVERDUE = "overdue"
"""With a number, the hole of an open item to watch whose day may be over when a page is read."""
HOLE = re.compile("\ue002([0-9a-f]*)-([a-z0-9]+)\ue003")
KEPT = "/%?#=&+:,;@~!$'()*"  # what an address may have that is one already

Holes = tuple[tuple[int, int, str], ...]
"""The holes of a page by their names: the ends of what fills each, in bytes of the page."""


def hole(token: str, name: str | int) -> Html:
    """Return what stands in a page for something that is not known yet."""
    return Html(f"\ue002{token}-{name}\ue003")


def is_later(address: str) -> bool:
    """Tell whether an address is a hole, with a part of the page behind it or not."""
    return HOLE.match(address) is not None


def holes(token: str) -> dict[str, Html]:
    """Return every hole by its name."""
    return {name: hole(token, name) for name in NAMES}


def fill(text: str, token: str, parts: Mapping[str, str]) -> tuple[bytes, Holes]:
    """Put in what belongs into the holes of a page; return its bytes, and which hole was where.

    A hole that no part belongs to is filled with nothing; what only looks like a hole stays as it is.
    """
    pieces: list[bytes] = []
    holes: list[tuple[int, int, str]] = []
    size = at = 0
    for m in HOLE.finditer(text) if "\ue002" in text else ():
        if m[1] == token:
            before, part = _raw(text[at : m.start()]), _raw(parts.get(m[2], ""))
            begin, size, at = size + len(before), size + len(before) + len(part), m.end()
            pieces += [before, part]
            holes.append((begin, size, m[2]))
    return b"".join((*pieces, _raw(text[at:]))), tuple(holes)


def refill(content: bytes, holes: Holes, parts: Mapping[str, str]) -> bytes:
    """Put other parts into what were the holes of a page; one of no part stays as it was filled."""
    pieces, at = [], 0
    for begin, end, name in holes:
        if name in parts:
            pieces += [content[at:begin], _raw(parts[name])]
            at = end
    return b"".join((*pieces, content[at:]))


def link_parts(links: Iterable[str], root: str) -> dict[str, str]:
    """Return what fills the holes of links, by their numbers; `root` leads from the page to the site's root."""
    return {str(number): escape(f"{root}/{quote(url, safe=KEPT)}") for number, url in enumerate(links)}


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "replace")
